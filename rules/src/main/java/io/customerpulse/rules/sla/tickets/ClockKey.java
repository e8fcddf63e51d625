package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaTarget;
import java.util.Comparator;

/** What tells a ticket's clocks from each other. */
record ClockKey(ClockKind kind, SlaTarget target, int cycle) implements Comparable<ClockKey> {

    private static final Comparator<ClockKey> ORDER =
            Comparator.comparing(ClockKey::kind)
                    .thenComparing(ClockKey::target)
                    .thenComparingInt(ClockKey::cycle);

    @Override
    public int compareTo(ClockKey other) {
        return ORDER.compare(this, other);
    }
}
