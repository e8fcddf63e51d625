package io.customerpulse.rules.sla.credit;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.CreditReason;
import io.customerpulse.events.result.CreditState;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.CreditTerms;
import io.customerpulse.rules.sla.ReportingCalendar;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a customer is owed for missed targets ({@code docs/sla-credits.md}). A credit accrues with
 * the miss, is issued when twice the target is used up or the month is over, and is taken back when
 * the miss turns out not to count.
 *
 * <p>The credit of a month is always worked out from the misses that stand; what is said is how it
 * moved. Repeated misses count once a pattern found them, and as long as enough of them stand.
 */
public final class CreditLedger {

    /** How long after the end of its month a miss is remembered. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** The order in which misses of one instant are credited and issued. */
    private static final Comparator<ContractBreach> IN_TURN =
            Comparator.comparing(ContractBreach::at).thenComparing(ContractBreach::miss);

    /**
     * What an instant brought about.
     *
     * @param credits how credits moved, in order
     * @param repeated months and quarters that now have so many misses that it is worth saying
     */
    public record Step(List<SlaResult.Credited> credits, List<SlaSignal.RepeatedMisses> repeated) {}

    private final Map<Tier, CreditTerms> terms;
    private final int missesOfAMonth;
    private final int missesOfAQuarter;
    private final ReportingCalendar calendar;
    private final String policyVersion;

    public CreditLedger(SlaPolicy policy, String policyVersion) {
        this.terms = new EnumMap<>(policy.credits());
        this.missesOfAMonth = policy.repeated().inMonth();
        this.missesOfAQuarter = policy.repeated().inQuarter();
        this.calendar = new ReportingCalendar(policy.reportingZone());
        this.policyVersion = policyVersion;
    }

    /**
     * Moves an account to an instant.
     *
     * @param signals what became true then, in any order; empty at {@link #nextTurn}
     */
    public Step advance(
            CreditAccount account, String customer, Instant at, List<SlaSignal> signals) {
        takeNote(account, signals);
        List<SlaResult.Credited> credits = new ArrayList<>();
        withdraw(account, signals, credits);
        accrue(account, credits);
        issue(account, at, credits);
        List<SlaSignal.RepeatedMisses> repeated = repeated(account, customer, at);
        forgetWhatIsOld(account, at);
        return new Step(credits, repeated);
    }

    /** The next instant at which a month is over or a miss is forgotten. */
    public Optional<Instant> nextTurn(CreditAccount account) {
        return account.misses().values().stream()
                .flatMap(miss -> miss.credited().stream())
                .map(
                        credited ->
                                credited.issued()
                                        ? calendar.endOf(credited.month()).plus(KEPT)
                                        : calendar.endOf(credited.month()))
                .min(Instant::compareTo);
    }

    /** The credit of a month, in percent of the monthly fee. */
    public BigDecimal percent(CreditAccount account, YearMonth month) {
        List<ContractBreach> credited = creditedIn(account, month);
        if (credited.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum =
                credited.stream().map(this::single).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean repeats =
                credited.size() >= missesOfAMonth && account.found().contains(month.toString());
        BigDecimal repeat =
                repeats ? of(credited.get(credited.size() - 1).tier()).repeated() : BigDecimal.ZERO;
        return sum.max(repeat).min(ALL);
    }

    private BigDecimal single(ContractBreach breach) {
        return switch (breach.miss().kind()) {
            case RESPONSE -> of(breach.tier()).response();
            case RESOLUTION -> of(breach.tier()).resolution();
        };
    }

    private CreditTerms of(Tier tier) {
        return terms.get(tier);
    }

    /** What dates the credited misses of a month, the latest last. */
    private static List<ContractBreach> creditedIn(CreditAccount account, YearMonth month) {
        return account.misses().values().stream()
                .flatMap(miss -> miss.credited().stream())
                .filter(credited -> credited.month().equals(month))
                .map(CreditAccount.Credited::breach)
                .sorted(IN_TURN)
                .toList();
    }

    private void forgetWhatIsOld(CreditAccount account, Instant at) {
        account.misses()
                .values()
                .removeIf(
                        miss ->
                                miss.credited()
                                        .map(credited -> calendar.endOf(credited.month()))
                                        .filter(end -> !end.plus(KEPT).isAfter(at))
                                        .isPresent());
        TreeSet<String> kept = new TreeSet<>();
        for (CreditAccount.Miss miss : account.misses().values()) {
            miss.credited()
                    .ifPresent(
                            credited -> {
                                kept.add(credited.month().toString());
                                kept.add(ReportingCalendar.quarterOf(credited.month()));
                            });
        }
        account.found().retainAll(kept);
        account.told().retainAll(kept);
    }

    private void takeNote(CreditAccount account, List<SlaSignal> signals) {
        signals.stream()
                .filter(SlaSignal.AccountChanged.class::isInstance)
                .map(SlaSignal.AccountChanged.class::cast)
                .forEach(changed -> account.terminated(changed.terminated()));
        for (SlaSignal signal : signals) {
            if (signal instanceof SlaSignal.RepeatedMisses repeated) {
                account.found().add(repeated.period());
            } else if (signal instanceof SlaSignal.Verdict verdict) {
                ContractBreach.of(verdict).ifPresent(breach -> add(account, breach));
            }
        }
        for (SlaSignal signal : signals) {
            if (signal instanceof SlaSignal.Verdict verdict
                    && verdict.result() instanceof SlaResult.Overdue overdue
                    && overdue.reading().clock() == ClockKind.CONTRACT) {
                MissId missed =
                        new MissId(
                                overdue.reading().ticketId(),
                                MissKind.of(overdue.reading().target()));
                account.misses().computeIfPresent(missed, (id, miss) -> miss.twice(verdict.time()));
            }
        }
    }

    private static void add(CreditAccount account, ContractBreach breach) {
        account.misses()
                .merge(
                        breach.miss(),
                        new CreditAccount.Miss(List.of(breach), Optional.empty(), Optional.empty()),
                        (known, added) -> known.with(breach));
    }

    /** Takes back what was credited for breaches that no longer stand. */
    private void withdraw(
            CreditAccount account, List<SlaSignal> signals, List<SlaResult.Credited> credits) {
        Map<String, CreditReason> withdrawn = account.terminated() ? Map.of() : withdrawn(signals);
        account.misses().replaceAll((id, miss) -> miss.without(withdrawn.keySet()));
        List<CreditAccount.Credited> wrong =
                account.misses().values().stream()
                        .filter(this::isCreditedWrongly)
                        .flatMap(miss -> miss.credited().stream())
                        .sorted(Comparator.comparing(CreditAccount.Credited::breach, IN_TURN))
                        .toList();
        for (CreditAccount.Credited credited : wrong) {
            BigDecimal before = percent(account, credited.month());
            String breach = credited.breach().id();
            account.misses()
                    .computeIfPresent(
                            credited.breach().miss(),
                            (id, miss) -> miss.credited(Optional.empty()));
            credits.add(
                    said(
                            account,
                            credited,
                            before,
                            withdrawn.getOrDefault(breach, CreditReason.MISSED),
                            CreditState.REVERSED,
                            Optional.of(breach)));
        }
        account.misses().values().removeIf(miss -> miss.standing().isEmpty());
    }

    /** What it was credited for no longer stands, or what dates it belongs to another month. */
    private boolean isCreditedWrongly(CreditAccount.Miss miss) {
        return miss.credited()
                .filter(
                        credited ->
                                !miss.breaches().contains(credited.breach())
                                        || !calendar.monthOf(miss.breaches().get(0).at())
                                                .equals(credited.month()))
                .isPresent();
    }

    /** The ids of breaches that no longer stand, with what is said of it. */
    private static Map<String, CreditReason> withdrawn(List<SlaSignal> signals) {
        Map<String, CreditReason> withdrawn = new TreeMap<>();
        for (SlaSignal signal : signals) {
            if (!(signal instanceof SlaSignal.Verdict verdict)) {
                continue;
            }
            if (verdict.result() instanceof SlaResult.Met met) {
                met.corrects().ifPresent(id -> withdrawn.put(id, CreditReason.MISSED));
            } else if (verdict.result() instanceof SlaResult.Breached breached) {
                breached.corrects().ifPresent(id -> withdrawn.put(id, CreditReason.MISSED));
            } else if (verdict.result() instanceof SlaResult.Excluded excluded) {
                excluded.corrects().ifPresent(id -> withdrawn.put(id, CreditReason.EXCLUDED));
                excluded.reverses().ifPresent(id -> withdrawn.put(id, CreditReason.EXCLUDED));
            }
        }
        return withdrawn;
    }

    private void accrue(CreditAccount account, List<SlaResult.Credited> credits) {
        List<ContractBreach> missed =
                account.misses().values().stream()
                        .filter(miss -> miss.credited().isEmpty())
                        .flatMap(miss -> miss.standing().stream())
                        .sorted(IN_TURN)
                        .toList();
        for (ContractBreach breach : missed) {
            YearMonth month = calendar.monthOf(breach.at());
            BigDecimal before = percent(account, month);
            CreditAccount.Credited credited = new CreditAccount.Credited(breach, month, false);
            account.misses()
                    .computeIfPresent(
                            breach.miss(), (id, miss) -> miss.credited(Optional.of(credited)));
            credits.add(
                    said(
                            account,
                            credited,
                            before,
                            CreditReason.MISSED,
                            CreditState.ACCRUED,
                            Optional.empty()));
        }
    }

    private void issue(CreditAccount account, Instant at, List<SlaResult.Credited> credits) {
        List<CreditAccount.Credited> due =
                account.misses().values().stream()
                        .flatMap(miss -> miss.credited().stream())
                        .filter(credited -> !credited.issued())
                        .sorted(Comparator.comparing(CreditAccount.Credited::breach, IN_TURN))
                        .toList();
        for (CreditAccount.Credited credited : due) {
            CreditAccount.Miss miss = account.misses().get(credited.breach().miss());
            Instant end = calendar.endOf(credited.month());
            boolean twice = miss.twice().filter(instant -> !instant.isAfter(end)).isPresent();
            if (twice || !end.isAfter(at)) {
                account.misses()
                        .put(
                                credited.breach().miss(),
                                miss.credited(
                                        Optional.of(
                                                new CreditAccount.Credited(
                                                        credited.breach(),
                                                        credited.month(),
                                                        true))));
                credits.add(
                        said(
                                account,
                                credited,
                                percent(account, credited.month()),
                                twice ? CreditReason.TWICE_TARGET : CreditReason.MONTH_CLOSED,
                                CreditState.ISSUED,
                                Optional.empty()));
            }
        }
    }

    private SlaResult.Credited said(
            CreditAccount account,
            CreditAccount.Credited credited,
            BigDecimal before,
            CreditReason reason,
            CreditState state,
            Optional<String> reverses) {
        BigDecimal now = percent(account, credited.month());
        ContractBreach breach = credited.breach();
        return new SlaResult.Credited(
                breach.miss().ticketId(),
                breach.target(),
                breach.tier(),
                now,
                now.subtract(before),
                reason,
                credited.month(),
                state,
                reverses,
                breach.backfill(),
                policyVersion);
    }

    /** Of the periods that a pattern found, those the misses that stand bear out; each once. */
    private List<SlaSignal.RepeatedMisses> repeated(
            CreditAccount account, String customer, Instant at) {
        Map<String, Integer> misses = new TreeMap<>();
        for (CreditAccount.Miss miss : account.misses().values()) {
            YearMonth month = miss.credited().orElseThrow().month();
            misses.merge(month.toString(), 1, Integer::sum);
            misses.merge(ReportingCalendar.quarterOf(month), 1, Integer::sum);
        }
        List<SlaSignal.RepeatedMisses> repeated = new ArrayList<>();
        for (String period : account.found()) {
            int enough = period.contains("Q") ? missesOfAQuarter : missesOfAMonth;
            if (misses.getOrDefault(period, 0) >= enough && account.told().add(period)) {
                repeated.add(new SlaSignal.RepeatedMisses(customer, at, period, enough));
            }
        }
        return repeated;
    }
}
