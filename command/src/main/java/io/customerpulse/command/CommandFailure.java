package io.customerpulse.command;

/**
 * A command could not do its work. The message is a sentence for the person who typed it and stands
 * for the whole: no stack trace follows unless asked for. Ends the process with exit code 1.
 */
public final class CommandFailure extends RuntimeException {

    /** A failure with nothing behind it. */
    public CommandFailure(String message) {
        super(message);
    }

    /** A failure caused by another, whose message is printed too. */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
