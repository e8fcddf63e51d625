package io.customerpulse.command.kafka;

/**
 * A broker is not there, or did not do what it was asked. The message is a sentence for the person
 * who asked, and says what to do.
 */
public final class BrokerFailure extends RuntimeException {

    /** A failure with nothing behind it. */
    public BrokerFailure(String message) {
        super(message);
    }

    /** A failure caused by another. */
    public BrokerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
