package io.customerpulse.rules.sla.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.CreditState;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.Verdicts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of credits whatever is missed and taken back. */
class CreditLedgerProperties {

    private static final Instant FIRST = Verdicts.newYork("2026-01-29T12:00");
    private static final Instant LATER = Verdicts.newYork("2026-05-01T00:00");

    /** A clock that is missed some half days later, and what follows so many half days after. */
    private record Miss(
            String ticket,
            SlaTarget target,
            Tier tier,
            ClockKind kind,
            int breached,
            int overdueAfter,
            int excludedAfter) {}

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfArrivalChangesNothing(
            @ForAll("misses") List<Miss> misses, @ForAll Random random) {
        List<SlaSignal> shuffled = new ArrayList<>(signals(misses, true));
        Collections.shuffle(shuffled, random);

        assertThat(AccountHistory.of(shuffled).later(LATER).credits())
                .isEqualTo(AccountHistory.of(signals(misses, true)).later(LATER).credits());
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void whatIsAddedAddsUpToTheMonthsCredit(@ForAll("misses") List<Miss> misses) {
        Map<YearMonth, BigDecimal> sums = new TreeMap<>();
        AccountHistory history = AccountHistory.of(signals(misses, true)).later(LATER);
        for (SlaResult.Credited credited : history.credits()) {
            BigDecimal sum = sums.merge(credited.month(), credited.added(), BigDecimal::add);

            assertThat(credited.percent()).isEqualByComparingTo(sum);
            assertThat(sum).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
        sums.forEach(
                (month, sum) ->
                        assertThat(history.percent(month.toString())).isEqualByComparingTo(sum));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void takingEverythingBackLeavesNothing(@ForAll("misses") List<Miss> misses) {
        AccountHistory history =
                AccountHistory.of(
                        signals(
                                misses.stream()
                                        .map(
                                                m ->
                                                        new Miss(
                                                                m.ticket(),
                                                                m.target(),
                                                                m.tier(),
                                                                m.kind(),
                                                                m.breached(),
                                                                m.overdueAfter(),
                                                                1 + m.excludedAfter()))
                                        .toList(),
                                true));
        history.later(LATER);

        for (SlaResult.Credited credited : history.credits()) {
            assertThat(history.percent(credited.month().toString())).isZero();
        }
        assertThat(history.isEmpty()).isTrue();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void aMissAccruesThenIsIssuedOnceAndIsTakenBackLast(@ForAll("misses") List<Miss> misses) {
        Map<String, List<CreditState>> states = new LinkedHashMap<>();
        for (SlaResult.Credited credited :
                AccountHistory.of(signals(misses, true)).later(LATER).credits()) {
            states.computeIfAbsent(
                            credited.ticketId() + MissKind.of(credited.target()),
                            miss -> new ArrayList<>())
                    .add(credited.state());
        }

        assertThat(states.values())
                .allSatisfy(
                        said ->
                                assertThat(said)
                                        .isIn(
                                                List.of(CreditState.ACCRUED, CreditState.ISSUED),
                                                List.of(CreditState.ACCRUED, CreditState.REVERSED),
                                                List.of(
                                                        CreditState.ACCRUED,
                                                        CreditState.ISSUED,
                                                        CreditState.REVERSED)));
    }

    /** Without what is taken back, against the definition in plain words. */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void aMonthsCreditIsWhatTheDefinitionSays(@ForAll("misses") List<Miss> misses) {
        AccountHistory history = AccountHistory.of(signals(misses, false)).later(LATER);

        for (String month : List.of("2026-01", "2026-02")) {
            assertThat(history.percent(month)).isEqualByComparingTo(defined(misses, month));
        }
    }

    private static BigDecimal defined(List<Miss> misses, String month) {
        List<Miss> counted = new ArrayList<>();
        Set<MissId> seen = new HashSet<>();
        misses.stream()
                .filter(miss -> miss.kind() == ClockKind.CONTRACT)
                .sorted(
                        java.util.Comparator.comparingInt(Miss::breached)
                                .thenComparing(Miss::ticket)
                                .thenComparing(Miss::target))
                .filter(miss -> seen.add(new MissId(miss.ticket(), MissKind.of(miss.target()))))
                .filter(
                        miss ->
                                AccountHistory.CALENDAR
                                        .monthOf(at(miss.breached()))
                                        .toString()
                                        .equals(month))
                .forEach(counted::add);
        int sum = counted.stream().mapToInt(CreditLedgerProperties::single).sum();
        int repeat =
                counted.size() < 2
                        ? 0
                        : switch (counted.get(counted.size() - 1).tier()) {
                            case ENTERPRISE -> 15;
                            case MID_MARKET -> 10;
                            case STARTER -> 0;
                        };
        return BigDecimal.valueOf(Math.min(100, Math.max(sum, repeat)));
    }

    private static int single(Miss miss) {
        boolean response = miss.target() == SlaTarget.FIRST_RESPONSE;
        return switch (miss.tier()) {
            case ENTERPRISE -> response ? 5 : 10;
            case MID_MARKET -> response ? 3 : 5;
            case STARTER -> response ? 1 : 2;
        };
    }

    private static Instant at(int halfDays) {
        return FIRST.plusSeconds(43_200L * halfDays);
    }

    private static List<SlaSignal> signals(List<Miss> misses, boolean withExclusions) {
        List<SlaSignal> signals = new ArrayList<>();
        for (Miss miss : misses) {
            Instant breachedAt = at(miss.breached());
            SlaSignal.Verdict breach =
                    Verdicts.breached(
                            breachedAt, miss.ticket(), miss.target(), miss.tier(), miss.kind());
            signals.add(breach);
            int excluded = withExclusions ? miss.excludedAfter() : 0;
            if (miss.overdueAfter() > 0 && (excluded == 0 || miss.overdueAfter() < excluded)) {
                signals.add(
                        Verdicts.overdue(
                                at(miss.breached() + miss.overdueAfter()),
                                miss.ticket(),
                                miss.target(),
                                miss.kind()));
            }
            if (excluded > 0 && miss.kind() == ClockKind.CONTRACT) {
                signals.add(
                        Verdicts.excluded(
                                at(20 + excludedOfTicket(misses, miss)),
                                miss.ticket(),
                                miss.target(),
                                breach));
            }
        }
        return signals;
    }

    /** All clocks of a ticket are excluded at one instant, after all of them are decided. */
    private static int excludedOfTicket(List<Miss> misses, Miss miss) {
        return misses.stream()
                .filter(other -> other.ticket().equals(miss.ticket()))
                .mapToInt(Miss::excludedAfter)
                .max()
                .orElseThrow();
    }

    /** One clock of each kind and target of a ticket; a ticket is excluded or not. */
    @Provide
    Arbitrary<List<Miss>> misses() {
        Arbitrary<SlaTarget> targets =
                Arbitraries.of(
                        SlaTarget.FIRST_RESPONSE, SlaTarget.RESOLUTION, SlaTarget.WORKAROUND);
        return Combinators.combine(
                        Arbitraries.of("T-1", "T-2", "T-3", "T-4", "T-5", "T-6"),
                        targets,
                        Arbitraries.of(Tier.values()),
                        Arbitraries.of(ClockKind.CONTRACT, ClockKind.CONTRACT, ClockKind.INTERNAL),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9))
                .as(Miss::new)
                .list()
                .ofMaxSize(14)
                .map(CreditLedgerProperties::oneOfAClock);
    }

    private static List<Miss> oneOfAClock(List<Miss> misses) {
        Set<String> seen = new HashSet<>();
        Map<String, Integer> excluded = new TreeMap<>();
        return misses.stream()
                .filter(miss -> seen.add(miss.ticket() + miss.target() + miss.kind()))
                .map(
                        miss ->
                                new Miss(
                                        miss.ticket(),
                                        miss.target(),
                                        miss.tier(),
                                        miss.kind(),
                                        miss.breached(),
                                        miss.overdueAfter(),
                                        excluded.computeIfAbsent(
                                                miss.ticket(), t -> miss.excludedAfter() / 2)))
                .toList();
    }
}
