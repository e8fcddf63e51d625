package io.customerpulse.command.calendar;

/** A request cannot be answered; the message names the field and the reason. */
final class WrongRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    WrongRequestException(String field, String reason) {
        super(field + ": " + reason);
    }
}
