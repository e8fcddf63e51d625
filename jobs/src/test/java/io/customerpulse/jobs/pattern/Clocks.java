package io.customerpulse.jobs.pattern;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.TargetSource;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What clocks say. */
final class Clocks {

    private Clocks() {}

    static SlaSignal runs(String customer, Instant at, ClockId clock) {
        return new SlaSignal.ClockRuns(customer, at, clock);
    }

    static SlaSignal settled(String customer, Instant at, ClockId clock) {
        return new SlaSignal.ClockSettled(customer, at, clock);
    }

    static SlaSignal passed(String customer, Instant at, ClockId clock) {
        return new SlaSignal.DeadlinePassed(customer, at, clock, breach(at, clock));
    }

    /** The verdict about a deadline that passed. */
    static SlaSignal missed(String customer, Instant at, ClockId clock) {
        SlaResult.Breached breach = breach(at, clock);
        return new SlaSignal.Verdict(
                customer, at, OutputEvent.of(customer, at, breach).id(), breach);
    }

    static SlaSignal met(String customer, Instant at, ClockId clock) {
        SlaResult.Met met = new SlaResult.Met(reading(at, clock), at, Optional.empty(), "1");
        return new SlaSignal.Verdict(customer, at, OutputEvent.of(customer, at, met).id(), met);
    }

    private static SlaResult.Breached breach(Instant at, ClockId clock) {
        return new SlaResult.Breached(reading(at, clock), Optional.empty(), Optional.empty(), "1");
    }

    private static ClockReading reading(Instant at, ClockId clock) {
        return new ClockReading(
                clock.ticketId(),
                clock.target(),
                clock.kind(),
                clock.cycle(),
                Tier.ENTERPRISE,
                Severity.P1,
                Optional.empty(),
                Instant.EPOCH,
                Optional.of(at),
                Duration.ofHours(4),
                Duration.ofHours(4),
                new BigDecimal("100.00"),
                "always",
                TargetSource.TIER,
                false);
    }
}
