package io.customerpulse.events.result;

/** How far a contribution can be trusted; a trusted one carries nothing. */
public enum Confidence {
    LOW
}
