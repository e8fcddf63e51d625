package io.customerpulse.rules.sla.report;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.ReportingCalendar;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reports how a customer's contract clocks were decided in a month or, for a tier that is reported
 * quarterly, in a quarter ({@code docs/sla-credits.md}). A period is reported a day after it ended,
 * by the tier of its last instant.
 */
public final class CustomerReports {

    /** Longer than between the last instant of a period and its report, whatever the clocks do. */
    private static final Duration TIERS_KEPT = Duration.ofDays(3);

    /** Of verdicts of one instant the one that replaces another is the later one. */
    private static final Comparator<SlaSignal.Verdict> LAST_COUNTS =
            Comparator.comparing(SlaSignal.Verdict::time)
                    .thenComparing(CustomerReports::replacesAnother)
                    .thenComparing(verdict -> outcome(verdict).orElseThrow())
                    .thenComparing(SlaSignal.Verdict::id);

    private final Map<Tier, SlaPolicy.ReportTerms> terms;
    private final ReportingCalendar calendar;
    private final String policyVersion;

    public CustomerReports(SlaPolicy policy, String policyVersion) {
        this.terms = new EnumMap<>(policy.reports());
        this.calendar = new ReportingCalendar(policy.reportingZone());
        this.policyVersion = policyVersion;
    }

    /**
     * Moves a record to an instant.
     *
     * @param signals what became true then, in any order; empty at {@link #nextTurn}
     * @param credit the credit of a month, in percent of the monthly fee
     * @return what is reported then
     */
    public List<SlaResult.Reported> advance(
            VerdictRecord record,
            Instant at,
            List<SlaSignal> signals,
            Function<YearMonth, BigDecimal> credit) {
        takeNote(record, signals);
        List<SlaResult.Reported> reports =
                monthReportedAt(at).stream()
                        .flatMap(month -> report(record, month, credit).stream())
                        .toList();
        forgetWhatIsReported(record, at);
        return reports;
    }

    /** The next instant at which a period with verdicts is reported. */
    public Optional<Instant> nextTurn(VerdictRecord record, Instant at) {
        return record.months().keySet().stream()
                .flatMap(month -> Stream.of(month, ReportingCalendar.lastOfQuarter(month)))
                .map(calendar::reportOf)
                .filter(due -> due.isAfter(at))
                .min(Instant::compareTo);
    }

    private void takeNote(VerdictRecord record, List<SlaSignal> signals) {
        signals.stream()
                .filter(SlaSignal.AccountChanged.class::isInstance)
                .map(SlaSignal.AccountChanged.class::cast)
                .forEach(
                        changed -> {
                            record.tiers().put(changed.time(), changed.tier());
                            record.terminated(changed.terminated());
                        });
        signals.stream()
                .filter(SlaSignal.Verdict.class::isInstance)
                .map(SlaSignal.Verdict.class::cast)
                .filter(verdict -> outcome(verdict).isPresent())
                .sorted(LAST_COUNTS)
                .forEach(
                        verdict ->
                                record.months()
                                        .computeIfAbsent(
                                                calendar.monthOf(verdict.time()),
                                                month -> new TreeMap<>())
                                        .put(clock(verdict), outcome(verdict).orElseThrow()));
    }

    private Optional<SlaResult.Reported> report(
            VerdictRecord record, YearMonth month, Function<YearMonth, BigDecimal> credit) {
        Tier tier = tierAt(record, calendar.endOf(month).minusMillis(1));
        if (terms.get(tier).every() == SlaPolicy.ReportingPeriod.MONTH) {
            return Optional.ofNullable(record.months().get(month))
                    .map(
                            verdicts ->
                                    reported(
                                            tier, month.toString(), verdicts, credit.apply(month)));
        }
        if (!month.equals(ReportingCalendar.lastOfQuarter(month))) {
            return Optional.empty();
        }
        Map<VerdictRecord.Clock, VerdictRecord.Outcome> verdicts = new TreeMap<>();
        BigDecimal owed = BigDecimal.ZERO;
        for (int monthsBefore = 2; monthsBefore >= 0; monthsBefore--) {
            YearMonth part = month.minusMonths(monthsBefore);
            verdicts.putAll(record.months().getOrDefault(part, Map.of()));
            owed = owed.add(credit.apply(part));
        }
        return verdicts.isEmpty()
                ? Optional.empty()
                : Optional.of(reported(tier, ReportingCalendar.quarterOf(month), verdicts, owed));
    }

    private SlaResult.Reported reported(
            Tier tier,
            String period,
            Map<VerdictRecord.Clock, VerdictRecord.Outcome> verdicts,
            BigDecimal owed) {
        int met = count(verdicts.values(), VerdictRecord.Outcome.MET);
        int breached = count(verdicts.values(), VerdictRecord.Outcome.BREACHED);
        return new SlaResult.Reported(
                tier,
                period,
                (int)
                        verdicts.keySet().stream()
                                .map(VerdictRecord.Clock::ticketId)
                                .distinct()
                                .count(),
                met,
                breached,
                count(verdicts.values(), VerdictRecord.Outcome.EXCLUDED),
                Achieved.percent(met, breached),
                terms.get(tier).targetPercent(),
                Optional.of(owed),
                policyVersion);
    }

    private static int count(
            Collection<VerdictRecord.Outcome> outcomes, VerdictRecord.Outcome wanted) {
        return (int) outcomes.stream().filter(wanted::equals).count();
    }

    /** The month whose report is due at exactly this instant. */
    private Optional<YearMonth> monthReportedAt(Instant at) {
        YearMonth before = calendar.monthOf(at).minusMonths(1);
        return calendar.reportOf(before).equals(at) ? Optional.of(before) : Optional.empty();
    }

    /** Months of a quarter are kept until the quarter is reported. */
    private void forgetWhatIsReported(VerdictRecord record, Instant at) {
        record.months()
                .keySet()
                .removeIf(
                        month ->
                                !calendar.reportOf(ReportingCalendar.lastOfQuarter(month))
                                        .isAfter(at));
        Optional.ofNullable(record.tiers().floorKey(at.minus(TIERS_KEPT)))
                .ifPresent(first -> record.tiers().headMap(first).clear());
    }

    /** A customer whose tier is not known has the lowest. */
    private static Tier tierAt(VerdictRecord record, Instant at) {
        return Optional.ofNullable(record.tiers().floorEntry(at))
                .map(Map.Entry::getValue)
                .orElse(Tier.STARTER);
    }

    private static Optional<VerdictRecord.Outcome> outcome(SlaSignal.Verdict verdict) {
        if (verdict.result() instanceof SlaResult.Met met) {
            return contract(met.reading(), VerdictRecord.Outcome.MET);
        } else if (verdict.result() instanceof SlaResult.Breached breached) {
            return contract(breached.reading(), VerdictRecord.Outcome.BREACHED);
        } else if (verdict.result() instanceof SlaResult.Excluded excluded) {
            return contract(excluded.reading(), VerdictRecord.Outcome.EXCLUDED);
        }
        return Optional.empty();
    }

    private static Optional<VerdictRecord.Outcome> contract(
            ClockReading reading, VerdictRecord.Outcome outcome) {
        return reading.clock() == ClockKind.CONTRACT ? Optional.of(outcome) : Optional.empty();
    }

    private static VerdictRecord.Clock clock(SlaSignal.Verdict verdict) {
        ClockReading reading =
                verdict.result() instanceof SlaResult.Met met
                        ? met.reading()
                        : verdict.result() instanceof SlaResult.Breached breached
                                ? breached.reading()
                                : ((SlaResult.Excluded) verdict.result()).reading();
        return new VerdictRecord.Clock(reading.ticketId(), reading.target(), reading.cycle());
    }

    private static boolean replacesAnother(SlaSignal.Verdict verdict) {
        if (verdict.result() instanceof SlaResult.Met met) {
            return met.corrects().isPresent();
        } else if (verdict.result() instanceof SlaResult.Breached breached) {
            return breached.corrects().isPresent();
        }
        return verdict.result() instanceof SlaResult.Excluded excluded
                && (excluded.corrects().isPresent() || excluded.reverses().isPresent());
    }
}
