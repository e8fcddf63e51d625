package io.customerpulse.command.servicenow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
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

/**
 * Reads the log's lines one by one. Each line is parsed for itself, so that a stray quotation mark
 * costs its own line and not the rest of the file.
 */
final class IncidentLogReader {

    private static final ObjectReader CSV = new CsvMapper().readerForListOf(String.class);

    /** The published log writes 29/2/2016 01:16, cuts of it 29-02-2016 01:16. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("[d-M-uuuu][d/M/uuuu] H:mm", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final String UNKNOWN = "?";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        Columns columns = header(log);
        long number = 1;
        long lines = 0;
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            lines++;
            try {
                updates.accept(update(number, values(line, columns), columns));
            } catch (UnusableLine unusable) {
                rejected.accept(new RejectedLine(number, unusable.getMessage()));
            }
        }
        return lines;
    }

    private static Columns header(BufferedReader log)
            throws IOException, NotAnIncidentLogException {
        String first = log.readLine();
        if (first == null) {
            throw new NotAnIncidentLogException("it is empty");
        }
        try {
            String names =
                    first.startsWith(BYTE_ORDER_MARK)
                            ? first.substring(BYTE_ORDER_MARK.length())
                            : first;
            return Columns.namedBy(split(names));
        } catch (JsonProcessingException notCsv) {
            throw new NotAnIncidentLogException("its first line is not CSV");
        }
    }

    private static List<String> values(String line, Columns columns) throws UnusableLine {
        List<String> values;
        try {
            values = split(line);
        } catch (JsonProcessingException notCsv) {
            throw new UnusableLine("not CSV: " + notCsv.getOriginalMessage());
        }
        if (values.size() != columns.count()) {
            throw new UnusableLine(
                    "has " + values.size() + " values where the header names " + columns.count());
        }
        return values;
    }

    private static List<String> split(String line) throws JsonProcessingException {
        return CSV.readValue(line);
    }

    private static IncidentUpdate update(long number, List<String> values, Columns columns)
            throws UnusableLine {
        IncidentUpdate update =
                new IncidentUpdate(
                        number,
                        known("number", values, columns),
                        count("sys_mod_count", values, columns),
                        state(values, columns),
                        count("reopen_count", values, columns),
                        customer(values, columns),
                        severity(values, columns),
                        time("opened_at", values, columns),
                        time("sys_updated_at", values, columns));
        if (update.updatedAt().isBefore(update.openedAt())) {
            throw new UnusableLine(
                    "updated at "
                            + update.updatedAt()
                            + ", before the incident was opened at "
                            + update.openedAt());
        }
        return update;
    }

    private static String known(String column, List<String> values, Columns columns)
            throws UnusableLine {
        String value = columns.value(values, column);
        if (value.isEmpty() || value.equals(UNKNOWN)) {
            throw new UnusableLine(column + " is unknown");
        }
        return value;
    }

    /** "Caller 2403" is our customer {@code caller-2403}. */
    private static String customer(List<String> values, Columns columns) throws UnusableLine {
        return known("caller_id", values, columns).toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    private static IncidentState state(List<String> values, Columns columns) throws UnusableLine {
        String name = known("incident_state", values, columns);
        return IncidentState.named(name)
                .orElseThrow(() -> new UnusableLine("incident_state \"" + name + "\" is no state"));
    }

    private static Severity severity(List<String> values, Columns columns) throws UnusableLine {
        String priority = known("priority", values, columns);
        return switch (priority) {
            case "1 - Critical" -> Severity.P0;
            case "2 - High" -> Severity.P1;
            case "3 - Moderate" -> Severity.P2;
            case "4 - Low" -> Severity.P3;
            default -> throw new UnusableLine("priority \"" + priority + "\" is no priority");
        };
    }

    private static int count(String column, List<String> values, Columns columns)
            throws UnusableLine {
        String digits = known(column, values, columns);
        try {
            int count = Integer.parseInt(digits);
            if (count >= 0 && count <= LARGEST_UPDATE) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with numbers out of range.
        }
        throw new UnusableLine(
                column + " \"" + digits + "\" is no number from 0 to " + LARGEST_UPDATE);
    }

    /** The log names no zone; its times are taken as UTC. */
    private static Instant time(String column, List<String> values, Columns columns)
            throws UnusableLine {
        String text = known(column, values, columns);
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notATime) {
            throw new UnusableLine(column + " \"" + text + "\" is no time like 29-02-2016 01:16");
        }
    }

    /** Why a line cannot be used; stays within this class. */
    private static final class UnusableLine extends Exception {
        UnusableLine(String reason) {
            super(reason);
        }
    }
}
