package io.customerpulse.command.servicenow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A small incident log, line by line, in the words of the tests; all in March 2016. */
final class LogLines {

    private static final String HEADER =
            "number,incident_state,reopen_count,sys_mod_count,caller_id,opened_at,sys_updated_at,priority";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));
    private String incident = "INC1";
    private String caller = "Caller 7";
    private String openedAt = "01-03-2016 08:00";
    private String priority = "3 - Moderate";
    private int reopenings;

    static LogLines log() {
        return new LogLines();
    }

    LogLines incident(String number) {
        this.incident = number;
        return this;
    }

    LogLines caller(String name) {
        this.caller = name;
        return this;
    }

    LogLines openedAt(String time) {
        this.openedAt = time;
        return this;
    }

    LogLines priority(String name) {
        this.priority = name;
        return this;
    }

    LogLines reopenings(int count) {
        this.reopenings = count;
        return this;
    }

    /** One update, at a time of the day on which its incident may have been opened. */
    LogLines update(int number, String state, String time) {
        return raw(
                String.join(
                        ",",
                        incident,
                        state,
                        Integer.toString(reopenings),
                        Integer.toString(number),
                        caller,
                        openedAt,
                        time,
                        priority));
    }

    LogLines raw(String line) {
        lines.add(line);
        return this;
    }

    ImportedLog read() {
        return read(String.join("\r\n", lines));
    }

    static ImportedLog read(String text) {
        try {
            return ServiceNowLog.read(new BufferedReader(new StringReader(text)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NotAnIncidentLogException other) {
            throw new IllegalArgumentException(other);
        }
    }
}
