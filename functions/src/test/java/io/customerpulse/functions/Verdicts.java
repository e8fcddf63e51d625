package io.customerpulse.functions;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.TargetSource;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.SlaSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Verdicts about the contract clocks of a customer. */
public final class Verdicts {

    private Verdicts() {}

    public static SlaSignal.Verdict missed(
            String customer, String at, String ticket, SlaTarget target, Tier tier) {
        return verdict(customer, at, breach(at, ticket, target, tier));
    }

    /** What is to be said of a clock whose target is used up. */
    public static SlaResult.Breached breach(String at, String ticket, SlaTarget target, Tier tier) {
        return new SlaResult.Breached(
                reading(Instant.parse(at), ticket, target, tier),
                Optional.empty(),
                Optional.empty(),
                "1");
    }

    public static SlaSignal.Verdict met(String customer, String at, String ticket, Tier tier) {
        Instant when = Instant.parse(at);
        return verdict(
                customer,
                at,
                new SlaResult.Met(
                        reading(when, ticket, SlaTarget.RESOLUTION, tier),
                        when,
                        Optional.empty(),
                        "1"));
    }

    public static SlaSignal.Verdict overdue(String customer, String at, String ticket) {
        return verdict(
                customer,
                at,
                new SlaResult.Overdue(
                        reading(Instant.parse(at), ticket, SlaTarget.RESOLUTION, Tier.ENTERPRISE),
                        "1"));
    }

    public static SlaSignal.Verdict excluded(
            String customer, String at, String ticket, SlaSignal.Verdict breach) {
        return verdict(
                customer,
                at,
                new SlaResult.Excluded(
                        reading(Instant.parse(at), ticket, SlaTarget.RESOLUTION, Tier.ENTERPRISE),
                        ExclusionReason.THIRD_PARTY,
                        Optional.of(breach.id()),
                        Optional.empty(),
                        "1"));
    }

    private static SlaSignal.Verdict verdict(String customer, String at, SlaResult result) {
        Instant when = Instant.parse(at);
        return new SlaSignal.Verdict(
                customer, when, OutputEvent.of(customer, when, result).id(), result);
    }

    private static ClockReading reading(Instant at, String ticket, SlaTarget target, Tier tier) {
        return new ClockReading(
                ticket,
                target,
                ClockKind.CONTRACT,
                1,
                tier,
                Severity.P1,
                Optional.empty(),
                at.minusSeconds(14_400),
                Optional.of(at),
                Duration.ofHours(4),
                Duration.ofHours(4),
                new BigDecimal("100.00"),
                "always",
                TargetSource.TIER,
                false);
    }
}
