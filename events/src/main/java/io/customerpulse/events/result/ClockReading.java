package io.customerpulse.events.result;

import io.customerpulse.events.fact.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A service-level clock as it stood at the time of an event.
 *
 * @param ticketId the ticket
 * @param target what the clock waits for
 * @param clock whom it binds
 * @param cycle which of the ticket's clocks of this target it is, from 1
 * @param tier the customer's tier at that instant
 * @param severity the severity that counts at that instant
 * @param originalSeverity the ticket's own severity, where a blocked go-live raised it
 * @param startedAt when the ticket was opened, or the message arrived that waits for an answer
 * @param dueAt when the target is used up as far as known; absent while the clock stands still
 * @param targetDuration the target in counted time
 * @param consumed the counted time so far
 * @param percentUsed consumed over target, in percent, two decimals
 * @param calendar the calendar that says which time counts
 * @param source where the target comes from
 * @param backfill whether the clock was opened before alerting began
 */
public record ClockReading(
        String ticketId,
        SlaTarget target,
        ClockKind clock,
        int cycle,
        Tier tier,
        Severity severity,
        Optional<Severity> originalSeverity,
        Instant startedAt,
        Optional<Instant> dueAt,
        Duration targetDuration,
        Duration consumed,
        BigDecimal percentUsed,
        String calendar,
        TargetSource source,
        boolean backfill) {

    public ClockReading {
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(originalSeverity, "originalSeverity");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(targetDuration, "targetDuration");
        Objects.requireNonNull(consumed, "consumed");
        Objects.requireNonNull(percentUsed, "percentUsed");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(source, "source");
    }

    /** What tells this clock from the customer's others. */
    List<String> identity() {
        return List.of(ticketId, target.name(), clock.name(), Integer.toString(cycle));
    }
}
