package io.customerpulse.command.servicenow;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.events.InputEvent;
import java.util.List;

/**
 * What came out of a log.
 *
 * @param events by time, then id: the order in which a replay applies them
 * @param rejected by line
 * @param lines how many lines were read, the header not counted
 * @param incidents how many incidents gave events
 * @param customers how many customers they belong to
 */
public record ImportedLog(
        List<InputEvent> events,
        List<RejectedLine> rejected,
        long lines,
        int incidents,
        int customers) {

    public ImportedLog {
        events = List.copyOf(events);
        rejected = List.copyOf(rejected);
    }
}
