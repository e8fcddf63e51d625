package io.customerpulse.jobs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.patterns.Matches;
import io.customerpulse.patterns.MissedTarget;
import io.customerpulse.patterns.RepeatedMisses;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.ReportingCalendar;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.credit.ContractBreach;
import io.customerpulse.rules.sla.credit.MissId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * At every instant the patterns over clocks have found what their plain definitions say, in
 * whatever order the signals since the last watermark arrive, many of them at equal times.
 */
class SlaPatternProperties {

    private static final int LAST = 24;

    /** Around the turn of a month and a quarter, a step being six hours. */
    private static final Instant BEGIN = Instant.parse("2026-03-29T00:00:00Z");

    private static final ReportingCalendar CALENDAR = new ReportingCalendar(ZoneOffset.UTC);

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void missedFindsWhatItsDefinitionSays(
            @ForAll("clockSignals") List<SlaSignal> signals, @ForAll Random random)
            throws Exception {
        assertFound(signals, random, MissedTarget::in, SlaPatternProperties::missed);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void repeatedInAMonthFindsWhatItsDefinitionSays(
            @ForAll("verdicts") List<SlaSignal> signals, @ForAll Random random) throws Exception {
        assertFound(
                signals,
                random,
                new RepeatedMisses(RepeatedMisses.Period.MONTH, 2, CALENDAR)::in,
                until -> repeated(until, breach -> CALENDAR.monthOf(breach.at()).toString(), 2));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void repeatedInAQuarterFindsWhatItsDefinitionSays(
            @ForAll("verdicts") List<SlaSignal> signals, @ForAll Random random) throws Exception {
        assertFound(
                signals,
                random,
                new RepeatedMisses(RepeatedMisses.Period.QUARTER, 3, CALENDAR)::in,
                until ->
                        repeated(
                                until,
                                breach ->
                                        ReportingCalendar.quarterOf(CALENDAR.monthOf(breach.at())),
                                3));
    }

    private static void assertFound(
            List<SlaSignal> signals,
            Random random,
            Function<DataStream<SlaSignal>, Matches<SlaSignal>> shape,
            Function<List<SlaSignal>, Set<SlaSignal>> definition)
            throws Exception {
        try (RunningPattern<SlaSignal> pattern =
                RunningPattern.of(shape, PulseTypes.SLA_SIGNAL, new HashMapStateBackend())) {
            int step = 1 + random.nextInt(8);
            for (int from = 0; from <= LAST; from += step) {
                List<SlaSignal> arriving =
                        new ArrayList<>(between(signals, at(from), at(from + step)));
                Collections.shuffle(arriving, random);
                pattern.receives(arriving);
                pattern.reaches(at(from + step).toEpochMilli() - 1);

                assertThat(Set.copyOf(pattern.found()))
                        .as("found before " + at(from + step))
                        .isEqualTo(definition.apply(between(signals, at(0), at(from + step))));
            }
            assertThat(pattern.late()).isEmpty();
            pattern.reaches(at(LAST).plus(Duration.ofDays(4_000)).toEpochMilli());
            assertThat(pattern.stateEntries()).as("state left").isZero();
            assertThat(pattern.timers()).as("timers left").isZero();
        }
    }

    /** Every deadline that passes while a clock runs: since it ran, nothing settled or ended it. */
    private static Set<SlaSignal> missed(List<SlaSignal> signals) {
        List<SlaSignal> inOrder =
                signals.stream()
                        .sorted(
                                Comparator.comparing(SlaSignal::time)
                                        .thenComparing(SlaPatternProperties::turn))
                        .toList();
        Set<String> running = new HashSet<>();
        Set<SlaSignal> missed = new HashSet<>();
        for (SlaSignal signal : inOrder) {
            if (signal instanceof SlaSignal.ClockRuns runs) {
                running.add(signal.customer() + runs.clock());
            } else if (signal instanceof SlaSignal.ClockSettled settled) {
                running.remove(signal.customer() + settled.clock());
            } else if (signal instanceof SlaSignal.DeadlinePassed passed
                    && running.remove(signal.customer() + passed.clock())) {
                missed.add(Clocks.missed(signal.customer(), signal.time(), passed.clock()));
            }
        }
        return missed;
    }

    private static int turn(SlaSignal signal) {
        if (signal instanceof SlaSignal.ClockSettled) {
            return 0;
        }
        return signal instanceof SlaSignal.ClockRuns ? 1 : 2;
    }

    /** Every instant with a miss that is, with other misses up to then, one of enough. */
    private static Set<SlaSignal> repeated(
            List<SlaSignal> signals, Function<ContractBreach, String> period, int enough) {
        Map<String, List<SlaSignal.Verdict>> misses =
                signals.stream()
                        .map(SlaSignal.Verdict.class::cast)
                        .filter(verdict -> ContractBreach.of(verdict).isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        verdict ->
                                                verdict.customer()
                                                        + " "
                                                        + period.apply(
                                                                ContractBreach.of(verdict)
                                                                        .orElseThrow()),
                                        TreeMap::new,
                                        Collectors.toList()));
        Set<SlaSignal> found = new HashSet<>();
        misses.forEach(
                (key, together) -> {
                    String[] names = key.split(" ");
                    for (SlaSignal.Verdict last : together) {
                        Set<MissId> until =
                                together.stream()
                                        .filter(miss -> !miss.time().isAfter(last.time()))
                                        .map(miss -> ContractBreach.of(miss).orElseThrow().miss())
                                        .collect(Collectors.toSet());
                        Set<MissId> before =
                                together.stream()
                                        .filter(miss -> miss.time().isBefore(last.time()))
                                        .map(miss -> ContractBreach.of(miss).orElseThrow().miss())
                                        .collect(Collectors.toSet());
                        if (until.size() >= enough && before.size() < until.size()) {
                            found.add(
                                    new SlaSignal.RepeatedMisses(
                                            names[0], last.time(), names[1], enough));
                        }
                    }
                });
        return found;
    }

    private static Instant at(int step) {
        return BEGIN.plus(Duration.ofHours(6L * step));
    }

    private static List<SlaSignal> between(List<SlaSignal> signals, Instant from, Instant until) {
        return signals.stream()
                .filter(s -> !s.time().isBefore(from) && s.time().isBefore(until))
                .toList();
    }

    @Provide
    Arbitrary<List<SlaSignal>> clockSignals() {
        return Combinators.combine(
                        Arbitraries.of("acme", "globex"),
                        times(),
                        clocks(),
                        Arbitraries.integers().between(0, 2))
                .as(
                        (customer, at, clock, kind) ->
                                switch (kind) {
                                    case 0 -> Clocks.runs(customer, at, clock);
                                    case 1 -> Clocks.settled(customer, at, clock);
                                    default -> Clocks.passed(customer, at, clock);
                                })
                .list()
                .ofMaxSize(30);
    }

    /** A clock is missed once. */
    @Provide
    Arbitrary<List<SlaSignal>> verdicts() {
        return Combinators.combine(
                        Arbitraries.of("acme", "globex"),
                        times(),
                        clocks(),
                        Arbitraries.of(true, true, true, false))
                .as(
                        (customer, at, clock, missed) ->
                                missed
                                        ? Clocks.missed(customer, at, clock)
                                        : Clocks.met(customer, at, clock))
                .list()
                .ofMaxSize(12)
                .map(
                        verdicts -> {
                            Set<MissId> seen = new HashSet<>();
                            return verdicts.stream()
                                    .filter(
                                            verdict ->
                                                    ContractBreach.of((SlaSignal.Verdict) verdict)
                                                            .map(ContractBreach::miss)
                                                            .filter(miss -> !seen.add(miss))
                                                            .isEmpty())
                                    .toList();
                        });
    }

    private static Arbitrary<ClockId> clocks() {
        return Combinators.combine(
                        Arbitraries.of("T-1", "T-2", "T-3"),
                        Arbitraries.of(SlaTarget.FIRST_RESPONSE, SlaTarget.RESOLUTION),
                        Arbitraries.of(ClockKind.CONTRACT, ClockKind.CONTRACT, ClockKind.INTERNAL))
                .as((ticket, target, kind) -> new ClockId(ticket, target, kind, 1));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.integers().between(0, LAST).map(SlaPatternProperties::at);
    }
}
