package io.customerpulse.command.servicenow;

import io.customerpulse.command.csv.CsvLine;
import io.customerpulse.command.csv.CsvTable;
import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.command.csv.UnusableLineException;
import io.customerpulse.command.csv.WrongHeaderException;
import io.customerpulse.events.fact.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads the log's lines one by one. */
final class IncidentLogReader {

    private static final CsvTable LOG =
            new CsvTable(
                    List.of(
                            "number",
                            "incident_state",
                            "sys_mod_count",
                            "reopen_count",
                            "caller_id",
                            "priority",
                            "opened_at",
                            "sys_updated_at"));

    /** The published log writes 29/2/2016 01:16, cuts of it 29-02-2016 01:16. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("[d-M-uuuu][d/M/uuuu] H:mm", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final String UNKNOWN = "?";

    /** Four digits, because that many stand in an event's id. */
    private static final int LARGEST_UPDATE = 9_999;

    private final Consumer<IncidentUpdate> updates;
    private final Consumer<RejectedLine> rejected;

    IncidentLogReader(Consumer<IncidentUpdate> updates, Consumer<RejectedLine> rejected) {
        this.updates = updates;
        this.rejected = rejected;
    }

    /**
     * Hands out every line as an update or as rejected.
     *
     * @return the number of lines, header and empty lines not counted
     * @throws NotAnIncidentLogException when the first line is not this log's header
     */
    long read(BufferedReader log) throws IOException, NotAnIncidentLogException {
        try {
            return LOG.read(log, line -> updates.accept(update(line)), rejected);
        } catch (WrongHeaderException other) {
            throw new NotAnIncidentLogException(other.getMessage());
        }
    }

    private static IncidentUpdate update(CsvLine line) throws UnusableLineException {
        IncidentUpdate update =
                new IncidentUpdate(
                        line.number(),
                        known("number", line),
                        count("sys_mod_count", line),
                        state(line),
                        count("reopen_count", line),
                        customer(line),
                        severity(line),
                        time("opened_at", line),
                        time("sys_updated_at", line));
        if (update.updatedAt().isBefore(update.openedAt())) {
            throw new UnusableLineException(
                    "updated at "
                            + update.updatedAt()
                            + ", before the incident was opened at "
                            + update.openedAt());
        }
        return update;
    }

    private static String known(String column, CsvLine line) throws UnusableLineException {
        String value = line.value(column);
        if (value.isEmpty() || value.equals(UNKNOWN)) {
            throw new UnusableLineException(column + " is unknown");
        }
        return value;
    }

    /** "Caller 2403" is our customer {@code caller-2403}. */
    private static String customer(CsvLine line) throws UnusableLineException {
        return known("caller_id", line).toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    private static IncidentState state(CsvLine line) throws UnusableLineException {
        String name = known("incident_state", line);
        return IncidentState.named(name)
                .orElseThrow(
                        () ->
                                new UnusableLineException(
                                        "incident_state \"" + name + "\" is no state"));
    }

    private static Severity severity(CsvLine line) throws UnusableLineException {
        String priority = known("priority", line);
        return switch (priority) {
            case "1 - Critical" -> Severity.P0;
            case "2 - High" -> Severity.P1;
            case "3 - Moderate" -> Severity.P2;
            case "4 - Low" -> Severity.P3;
            default ->
                    throw new UnusableLineException("priority \"" + priority + "\" is no priority");
        };
    }

    private static int count(String column, CsvLine line) throws UnusableLineException {
        String digits = known(column, line);
        try {
            int count = Integer.parseInt(digits);
            if (count >= 0 && count <= LARGEST_UPDATE) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with numbers out of range.
        }
        throw new UnusableLineException(
                column + " \"" + digits + "\" is no number from 0 to " + LARGEST_UPDATE);
    }

    /** The log names no zone; its times are taken as UTC. */
    private static Instant time(String column, CsvLine line) throws UnusableLineException {
        String text = known(column, line);
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notATime) {
            throw new UnusableLineException(
                    column + " \"" + text + "\" is no time like 29-02-2016 01:16");
        }
    }
}
