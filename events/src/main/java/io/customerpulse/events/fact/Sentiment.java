package io.customerpulse.events.fact;

/** The tone of a mention or an interaction. */
public enum Sentiment {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
}
