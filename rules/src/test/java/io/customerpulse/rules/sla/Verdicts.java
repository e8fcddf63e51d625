package io.customerpulse.rules.sla;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.TargetSource;
import io.customerpulse.events.result.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Verdicts about the clocks of acme. */
public final class Verdicts {

    public static final String CUSTOMER = "acme";

    private Verdicts() {}

    /** An instant in New York, such as {@code 2026-01-31T23:59}. */
    public static Instant newYork(String local) {
        return java.time.LocalDateTime.parse(local)
                .atZone(java.time.ZoneId.of("America/New_York"))
                .toInstant();
    }

    public static SlaSignal.Verdict met(Instant at, String ticket, SlaTarget target) {
        return verdict(
                at,
                new SlaResult.Met(
                        reading(ticket, target, ClockKind.CONTRACT, Tier.ENTERPRISE, at),
                        at,
                        Optional.empty(),
                        "1"));
    }

    /** Says that what was said to be missed was met after all. */
    public static SlaSignal.Verdict metAfterAll(
            Instant at, String ticket, SlaTarget target, SlaSignal.Verdict breach) {
        return verdict(
                at,
                new SlaResult.Met(
                        reading(ticket, target, ClockKind.CONTRACT, Tier.ENTERPRISE, at),
                        at,
                        Optional.of(breach.id()),
                        "1"));
    }

    public static SlaSignal.Verdict breached(
            Instant at, String ticket, SlaTarget target, Tier tier) {
        return breached(at, ticket, target, tier, ClockKind.CONTRACT);
    }

    public static SlaSignal.Verdict breached(
            Instant at, String ticket, SlaTarget target, Tier tier, ClockKind kind) {
        return verdict(
                at,
                new SlaResult.Breached(
                        reading(ticket, target, kind, tier, at),
                        Optional.empty(),
                        Optional.empty(),
                        "1"));
    }

    /** Says later that what was said to be met had been missed. */
    public static SlaSignal.Verdict breachedAfterAll(
            Instant at,
            Instant dueAt,
            String ticket,
            SlaTarget target,
            Tier tier,
            SlaSignal.Verdict met) {
        return verdict(
                at,
                new SlaResult.Breached(
                        reading(ticket, target, ClockKind.CONTRACT, tier, dueAt),
                        Optional.empty(),
                        Optional.of(met.id()),
                        "1"));
    }

    public static SlaSignal.Verdict overdue(
            Instant at, String ticket, SlaTarget target, ClockKind kind) {
        return verdict(
                at, new SlaResult.Overdue(reading(ticket, target, kind, Tier.ENTERPRISE, at), "1"));
    }

    public static SlaSignal.Verdict overdue(Instant at, String ticket, SlaTarget target) {
        return overdue(at, ticket, target, ClockKind.CONTRACT);
    }

    /** The exclusion of a clock that ran. */
    public static SlaSignal.Verdict excluded(Instant at, String ticket, SlaTarget target) {
        return excluded(at, ticket, target, Optional.empty());
    }

    /** The exclusion of a clock after its breach. */
    public static SlaSignal.Verdict excluded(
            Instant at, String ticket, SlaTarget target, SlaSignal.Verdict breach) {
        return excluded(at, ticket, target, Optional.of(breach.id()));
    }

    private static SlaSignal.Verdict excluded(
            Instant at, String ticket, SlaTarget target, Optional<String> reverses) {
        return verdict(
                at,
                new SlaResult.Excluded(
                        reading(ticket, target, ClockKind.CONTRACT, Tier.ENTERPRISE, at),
                        ExclusionReason.CUSTOMER_SYSTEM,
                        reverses,
                        Optional.empty(),
                        "1"));
    }

    private static SlaSignal.Verdict verdict(Instant at, SlaResult result) {
        return new SlaSignal.Verdict(
                CUSTOMER, at, OutputEvent.of(CUSTOMER, at, result).id(), result);
    }

    private static ClockReading reading(
            String ticket, SlaTarget target, ClockKind kind, Tier tier, Instant dueAt) {
        return new ClockReading(
                ticket,
                target,
                kind,
                1,
                tier,
                Severity.P1,
                Optional.empty(),
                dueAt.minusSeconds(3_600),
                Optional.of(dueAt),
                Duration.ofHours(1),
                Duration.ofHours(1),
                new BigDecimal("100.00"),
                "always",
                TargetSource.TIER,
                false);
    }
}
