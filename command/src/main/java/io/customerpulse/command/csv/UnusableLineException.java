package io.customerpulse.command.csv;

/** A line cannot be used; the message is the reason, in words. */
public final class UnusableLineException extends Exception {

    /** Says why. */
    public UnusableLineException(String reason) {
        super(reason);
    }
}
