package io.customerpulse.command;

import io.customerpulse.command.servicenow.ImportedLog;
import io.customerpulse.command.servicenow.NotAnIncidentLogException;
import io.customerpulse.command.servicenow.ServiceNowLog;
import io.customerpulse.command.shift.TimeShift;
import io.customerpulse.command.simulate.Simulation;
import io.customerpulse.events.InputEvent;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The history that the demo replays: a simulated quarter, and the tickets of the shipped log moved
 * into it. It is the same at every run.
 */
final class DemoHistory {

    private static final String LOG = "/demo/incident_event_log.csv";
    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final Simulation.Settings SETTINGS = new Simulation.Settings(50, 91, 7, FROM);

    /** The first Monday of the quarter; the log begins on one too, so that weekdays stay. */
    private static final LocalDate TICKETS_FROM = LocalDate.of(2026, 4, 6);

    /** The end of the quarter; nothing later is a part of the history. */
    static final Instant END =
            FROM.plusDays(SETTINGS.days()).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Path directory;

    /** A history that is to be written into a directory. */
    DemoHistory(Path directory) {
        this.directory = directory;
    }

    /** Where the events are: a directory that can be replayed. */
    Path events() {
        return directory.resolve("events");
    }

    /** Where the truth about the simulated customers is; it is no event. */
    Path truth() {
        return directory.resolve("truth.ndjson");
    }

    /**
     * Writes the events and the truth, and says what they are.
     *
     * @throws CommandFailure if they cannot be written
     */
    void write(PrintWriter out) {
        try {
            Files.createDirectories(events());
            writeSimulated(out);
            writeTickets(out);
            out.flush();
        } catch (IOException unwritable) {
            throw new CommandFailure("The demo could not write to " + directory + ".", unwritable);
        }
    }

    private void writeSimulated(PrintWriter out) throws IOException {
        Path file = events().resolve("simulated.ndjson");
        try (OutputStream events = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                OutputStream truth = new BufferedOutputStream(Files.newOutputStream(truth()))) {
            Simulation.Summary summary = new Simulation(SETTINGS).writeTo(events, truth);
            out.printf(
                    "%d simulated customers, %d days from %s: %d events in %s%n",
                    SETTINGS.customers(), SETTINGS.days(), FROM, summary.events(), file);
        }
    }

    private void writeTickets(PrintWriter out) throws IOException {
        Path file = events().resolve("tickets.ndjson");
        ImportedLog log = readLog();
        LocalTime first =
                log.events().stream()
                        .map(InputEvent::time)
                        .min(Comparator.naturalOrder())
                        .map(time -> LocalTime.ofInstant(time, ZoneOffset.UTC))
                        .orElse(LocalTime.MIDNIGHT);
        TimeShift shift =
                TimeShift.toStartAt(
                        TICKETS_FROM.atTime(first).toInstant(ZoneOffset.UTC), log.events());
        List<InputEvent> moved =
                shift.moved(log.events()).stream()
                        .filter(event -> event.time().isBefore(END))
                        .toList();
        EventLines.write(moved, Optional.of(file));
        out.printf(
                "%d customers with real tickets from a ServiceNow log, moved by %d days:"
                        + " %d events in %s%n",
                moved.stream().map(InputEvent::subject).distinct().count(),
                shift.duration().toDays(),
                moved.size(),
                file);
    }

    private static ImportedLog readLog() throws IOException {
        try (InputStream log =
                        Objects.requireNonNull(
                                DemoHistory.class.getResourceAsStream(LOG),
                                "the jar lacks " + LOG);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            return ServiceNowLog.read(reader);
        } catch (NotAnIncidentLogException shippedWrong) {
            throw new IllegalStateException("the jar's " + LOG + " is damaged", shippedWrong);
        }
    }

    /** The line about a customer among the truths, if it is a simulated one. */
    Optional<String> truthOf(String customer) {
        try (Stream<String> lines = Files.lines(truth())) {
            return lines.filter(line -> line.contains("\"customer\":\"" + customer + "\""))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new CommandFailure(truth() + " could not be read.", unreadable);
        }
    }
}
