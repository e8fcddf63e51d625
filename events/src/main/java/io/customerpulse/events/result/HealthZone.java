package io.customerpulse.events.result;

/** How well a customer does, best first. */
public enum HealthZone {
    GREEN,
    YELLOW,
    RED
}
