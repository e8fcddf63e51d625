package io.customerpulse.events.result;

/** A way to divide customers into segments. */
public enum SegmentScheme {
    BEHAVIOUR,
    VALUE,
    SIZE,
    LIFECYCLE
}
