package io.customerpulse.command.stack;

/**
 * A part of the local stack could not be started, ended or asked. The message is a sentence for the
 * person who uses the stack, and names the log to look into where there is one.
 */
public final class StackFailure extends RuntimeException {

    /** A failure with nothing behind it. */
    public StackFailure(String message) {
        super(message);
    }

    /** A failure caused by another. */
    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
