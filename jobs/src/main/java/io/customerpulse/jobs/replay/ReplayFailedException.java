package io.customerpulse.jobs.replay;

/** The job of a replay failed; the cause is Flink's. */
public final class ReplayFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    ReplayFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
