package io.customerpulse.rules.sla;

import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.Tier;
import java.time.Instant;
import java.util.Objects;

/**
 * A dated fact about one customer's service levels ({@code docs/sla.md}): what the clocks tell the
 * steps after them, and what those tell each other.
 */
public sealed interface SlaSignal {

    /** Whom it is about. */
    String customer();

    /** The event time at which it became true. */
    Instant time();

    /** From now on a miss may follow. Sent again after each settling that was not for good. */
    record ClockRuns(String customer, Instant time, ClockId clock) implements SlaSignal {}

    /**
     * Met, solved, asleep, excluded or ended: no miss follows until the clock runs again. What goes
     * on after a mere wait is not settled.
     */
    record ClockSettled(String customer, Instant time, ClockId clock) implements SlaSignal {}

    /**
     * The counted time exceeds the target now, with all facts of the instant applied.
     *
     * @param breach what is to be said if the clock was not settled
     */
    record DeadlinePassed(String customer, Instant time, ClockId clock, SlaResult.Breached breach)
            implements SlaSignal {}

    /**
     * What was decided about a clock.
     *
     * @param id the id of the published event
     * @param result {@link SlaResult.Met}, {@link SlaResult.Breached}, {@link SlaResult.Excluded}
     *     or {@link SlaResult.Overdue}
     */
    record Verdict(String customer, Instant time, String id, SlaResult result)
            implements SlaSignal {
        public Verdict {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(result, "result");
        }
    }

    /**
     * The tier became known or another, the contract ended, or a new one began.
     *
     * @param terminated whether the contract ended and none followed
     */
    record AccountChanged(String customer, Instant time, Tier tier, boolean terminated)
            implements SlaSignal {}

    /**
     * So many misses in a calendar month or quarter.
     *
     * @param period {@code 2026-01} or {@code 2026-Q1}
     * @param count how many make it worth saying
     */
    record RepeatedMisses(String customer, Instant time, String period, int count)
            implements SlaSignal {}

    /** The customer asked to be forgotten. */
    record Erased(String customer, Instant time) implements SlaSignal {}
}
