package io.customerpulse.rules.sla.calendar;

import java.time.DateTimeException;

/**
 * An instant that no calendar can answer for: it is not within the years 0 to 9999, or there is not
 * enough open time before their end. The message is a sentence that says which.
 */
public final class OutOfReachException extends DateTimeException {

    private static final long serialVersionUID = 1L;

    OutOfReachException(String message) {
        super(message);
    }
}
