package io.customerpulse.events.codec;

/** Some bytes are not an output event of the contract; the message says why. */
public final class UnreadableResultException extends RuntimeException {

    UnreadableResultException(String message) {
        super(message);
    }

    UnreadableResultException(String message, Throwable cause) {
        super(message, cause);
    }
}
