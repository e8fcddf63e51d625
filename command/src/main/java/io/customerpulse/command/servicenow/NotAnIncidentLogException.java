package io.customerpulse.command.servicenow;

/** The file's first line does not name the columns that an incident log must have. */
public final class NotAnIncidentLogException extends Exception {
    NotAnIncidentLogException(String message) {
        super(message);
    }
}
