package io.customerpulse.events.codec;

/**
 * Why an event was refused. The names are public: they are the {@code reasonCode} on {@code
 * dead-letters} ({@code docs/events.md}).
 */
public enum RejectionCode {
    /** The bytes are not one JSON object in UTF-8 from the first to the last. */
    BROKEN_JSON,
    /** A required attribute or field is left out or {@code null}. */
    MISSING_FIELD,
    /** An attribute or field is of another kind than asked: nothing is converted. */
    WRONG_TYPE,
    /** An attribute or field is of the right kind, but its value is not allowed. */
    OUT_OF_RANGE,
    /** The type is about one customer, and the event names none. */
    MISSING_SUBJECT,
    /** The event is dated further ahead of the wall clock than allowed. Only in live runs. */
    TIME_AHEAD
}
