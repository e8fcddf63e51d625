package io.customerpulse.command.servicenow;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.events.InputEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a ServiceNow incident log (CSV, one line for each update of an incident) as our ticket
 * events: the caller is the customer, the incident the ticket. What the log does not hold (tiers,
 * groups, contracts) is not invented. The whole log is held in memory, about 300 bytes a line.
 */
public final class ServiceNowLog {

    private ServiceNowLog() {}

    /**
     * Reads a log to its end.
     *
     * @throws NotAnIncidentLogException when the first line is not this log's header
     * @throws IOException when the log cannot be read
     */
    public static ImportedLog read(BufferedReader log)
            throws IOException, NotAnIncidentLogException {
        Map<String, List<IncidentUpdate>> incidents = new LinkedHashMap<>();
        List<RejectedLine> rejected = new ArrayList<>();
        long lines =
                new IncidentLogReader(
                                update ->
                                        incidents
                                                .computeIfAbsent(
                                                        update.incident(),
                                                        incident -> new ArrayList<>())
                                                .add(update),
                                rejected::add)
                        .read(log);

        List<InputEvent> events = new ArrayList<>();
        for (List<IncidentUpdate> updates : incidents.values()) {
            events.addAll(IncidentHistory.tell(updates, rejected::add));
        }
        events.sort(Comparator.comparing(InputEvent::time).thenComparing(InputEvent::id));
        rejected.sort(Comparator.comparingLong(RejectedLine::line));
        long customers =
                events.stream()
                        .map(InputEvent::subject)
                        .flatMap(Optional::stream)
                        .distinct()
                        .count();
        return new ImportedLog(
                events, rejected, lines, incidents.size(), Math.toIntExact(customers));
    }
}
