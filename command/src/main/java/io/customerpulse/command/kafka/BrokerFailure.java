package io.customerpulse.command.kafka;

/**
 * A broker is not there, or did not do what it was asked. The message is a sentence for the person
 * who asked, and says what to do.
 */
public final class BrokerFailure extends RuntimeException {

    private final boolean beforeTheStart;

    private BrokerFailure(String message, Throwable cause, boolean beforeTheStart) {
        super(message, cause);
        this.beforeTheStart = beforeTheStart;
    }

    /** The broker failed in the middle of the work. */
    BrokerFailure(String message, Throwable cause) {
        this(message, cause, false);
    }

    /** The broker, or a topic of it, is not there to begin with. */
    static BrokerFailure notThere(String message, Throwable cause) {
        return new BrokerFailure(message, cause, true);
    }

    /** Whether nothing was done, because it could not be begun; the process ends with 2 then. */
    public boolean beforeTheStart() {
        return beforeTheStart;
    }
}
