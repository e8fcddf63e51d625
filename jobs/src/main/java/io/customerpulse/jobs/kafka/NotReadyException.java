package io.customerpulse.jobs.kafka;

/**
 * A job cannot start against this broker; the message is a sentence that says why, and what to do.
 */
public final class NotReadyException extends Exception {

    private static final long serialVersionUID = 1L;

    NotReadyException(String message) {
        super(message);
    }

    NotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}
