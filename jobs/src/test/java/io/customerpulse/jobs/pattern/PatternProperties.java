package io.customerpulse.jobs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.patterns.Fell;
import io.customerpulse.patterns.Matches;
import io.customerpulse.patterns.Occurred;
import io.customerpulse.patterns.Repeated;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
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
 * At every instant the patterns have found what their plain definitions say, in whatever order the
 * signals of the time since the last watermark arrive, many of them at equal times; and nothing is
 * kept of a customer once its matches have ended.
 */
class PatternProperties {

    /** Times are few, so that signals often share one. */
    private static final int LAST = 30;

    /** Flink CEP sets no timer for what starts at the epoch itself. */
    private static final int FIRST = 1;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void occurredFindsWhatItsDefinitionSays(
            @ForAll("signals") List<Signal> signals, @ForAll Random random) throws Exception {
        assertFound(signals, random, Occurred::in, PatternDefinitions::occurred);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void repeatedFindsWhatItsDefinitionSays(
            @ForAll("signals") List<Signal> signals,
            @ForAll("rows") FlagPolicy.Repeated row,
            @ForAll Random random)
            throws Exception {
        assertFound(
                signals,
                random,
                new Repeated(Flag.REPEATED_POOR_CSAT, row)::in,
                until -> PatternDefinitions.repeated(until, row));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void fellFindsWhatItsDefinitionSays(
            @ForAll("measurements") List<Signal> signals, @ForAll Random random) throws Exception {
        FlagPolicy.Fell row = new FlagPolicy.Fell(20, Duration.ofDays(30), 3, Duration.ofDays(30));
        assertFound(
                signals,
                random,
                new Fell(Flag.NPS_DROP, row)::in,
                until -> PatternDefinitions.fell(until, 20));
    }

    private static void assertFound(
            List<Signal> signals,
            Random random,
            Function<DataStream<Signal>, Matches<Signal>> shape,
            Function<List<Signal>, List<Signal>> definition)
            throws Exception {
        try (RunningPattern<Signal> pattern = RunningPattern.of(shape, new HashMapStateBackend())) {
            int step = 1 + random.nextInt(8);
            for (int from = FIRST; from <= LAST; from += step) {
                int until = from + step - 1;
                pattern.receives(shuffled(between(signals, from, until), random));
                pattern.reaches(until);

                assertThat(pattern.found())
                        .as("found until " + until)
                        .containsExactlyInAnyOrderElementsOf(
                                definition.apply(between(signals, 0, until)));
            }
            pattern.reaches(10 * LAST);
            assertThat(pattern.late()).isEmpty();
            assertThat(pattern.stateEntries()).as("state left").isZero();
            assertThat(pattern.timers()).as("timers left").isZero();
        }
    }

    private static List<Signal> between(List<Signal> signals, int from, int until) {
        return signals.stream()
                .filter(s -> s.time().toEpochMilli() >= from && s.time().toEpochMilli() <= until)
                .toList();
    }

    private static List<Signal> shuffled(List<Signal> signals, Random random) {
        List<Signal> shuffled = new ArrayList<>(signals);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Provide
    Arbitrary<FlagPolicy.Repeated> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.integers().between(1, LAST))
                .as(
                        (times, below, within) ->
                                new FlagPolicy.Repeated(times, below, Duration.ofMillis(within)));
    }

    @Provide
    Arbitrary<List<Signal>> signals() {
        Arbitrary<Signal> ratings =
                Combinators.combine(customers(), times(), Arbitraries.integers().between(1, 5))
                        .as((who, at, rating) -> new Signal.AnswerRated(who, at, rating, "/s#1"));
        Arbitrary<Signal> conditions =
                Combinators.combine(
                                customers(),
                                times(),
                                Arbitraries.of(Flag.values()),
                                Arbitraries.of(true, true, false))
                        .as(
                                (who, at, flag, begins) ->
                                        new Signal.ConditionHolds(
                                                who,
                                                at,
                                                flag.id(),
                                                begins,
                                                List.of(),
                                                Optional.empty()));
        Arbitrary<Signal> ends =
                Combinators.combine(customers(), times())
                        .as((who, at) -> new Signal.ConditionEnded(who, at, "downtime"));
        return Arbitraries.oneOf(ratings, conditions, ends, ratings).list().ofMaxSize(25);
    }

    /** Of a customer and an instant one pair, and ratings that do not matter. */
    @Provide
    Arbitrary<List<Signal>> measurements() {
        Arbitrary<Integer> answers = Arbitraries.integers().between(3, 5);
        Arbitrary<Integer> balance = Arbitraries.integers().between(-3, 3);
        return Combinators.combine(customers(), times(), answers, balance, answers, balance)
                .as(PatternProperties::pair)
                .list()
                .ofMaxSize(12)
                .map(PatternProperties::oneOfEachInstant);
    }

    private static List<Signal> pair(
            String who, Instant at, int answersBefore, int before, int answersNow, int now) {
        return List.of(
                new Signal.NpsMeasured(who, at, at.minusMillis(30), before, answersBefore),
                new Signal.NpsMeasured(who, at, at, now, answersNow),
                new Signal.AnswerRated(who, at, 1, "/s#1"));
    }

    private static List<Signal> oneOfEachInstant(List<List<Signal>> pairs) {
        Set<String> seen = new HashSet<>();
        return pairs.stream()
                .filter(pair -> seen.add(pair.get(0).customer() + pair.get(0).time()))
                .flatMap(List::stream)
                .toList();
    }

    private static Arbitrary<String> customers() {
        return Arbitraries.of("acme", "globex");
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.integers().between(FIRST, LAST).map(Instant::ofEpochMilli);
    }
}
