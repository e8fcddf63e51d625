package io.customerpulse.command.csv;

/** The file's first line does not name the columns that an import needs. */
public final class WrongHeaderException extends Exception {
    WrongHeaderException(String message) {
        super(message);
    }
}
