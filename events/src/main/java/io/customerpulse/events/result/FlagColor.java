package io.customerpulse.events.result;

/** How urgent a flag is, most urgent first; GREEN ones ask for nothing. */
public enum FlagColor {
    RED,
    YELLOW,
    GREEN
}
