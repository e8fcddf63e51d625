package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What is published of a clock, in a line: when, what, of which clock, when due, how far used. */
final class ToldLine {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(TicketStory.NEW_YORK);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(TicketStory.NEW_YORK);

    private ToldLine() {}

    static String of(OutputEvent event) {
        SlaResult result = (SlaResult) event.result();
        ClockReading reading = reading(result);
        String kind = reading.clock() == ClockKind.INTERNAL ? "INTERNAL " : "";
        String cycle = reading.cycle() == 1 ? "" : "#" + reading.cycle();
        String due = reading.dueAt().map(at -> " due " + local(at)).orElse("");
        return "%s %s %s%s%s%s at %s%%%s"
                .formatted(
                        local(event.time().orElseThrow()),
                        event.result().type().typeName().substring("sla.".length()),
                        kind,
                        reading.target(),
                        cycle,
                        due,
                        reading.percentUsed().stripTrailingZeros().toPlainString(),
                        links(result));
    }

    private static String links(SlaResult result) {
        Optional<String> corrects = Optional.empty();
        Optional<String> reverses = Optional.empty();
        if (result instanceof SlaResult.Met met) {
            corrects = met.corrects();
        } else if (result instanceof SlaResult.Breached breached) {
            corrects = breached.corrects();
        } else if (result instanceof SlaResult.Excluded excluded) {
            corrects = excluded.corrects();
            reverses = excluded.reverses();
        }
        return (corrects.isPresent() ? ", corrects" : "")
                + (reverses.isPresent() ? ", reverses" : "");
    }

    static ClockReading reading(SlaResult result) {
        if (result instanceof SlaResult.Started started) {
            return started.reading();
        } else if (result instanceof SlaResult.Warned warned) {
            return warned.reading();
        } else if (result instanceof SlaResult.Met met) {
            return met.reading();
        } else if (result instanceof SlaResult.Breached breached) {
            return breached.reading();
        } else if (result instanceof SlaResult.Overdue overdue) {
            return overdue.reading();
        } else if (result instanceof SlaResult.Excluded excluded) {
            return excluded.reading();
        }
        throw new IllegalArgumentException(result + " is not of a clock");
    }

    static String local(Instant at) {
        return at.getEpochSecond() % 60 == 0 ? LOCAL.format(at) : SECONDS.format(at);
    }
}
