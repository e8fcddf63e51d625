package io.customerpulse.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.PatternSelectFunction;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * What is found to be missed is what the plain definition says: started, due later or at the same
 * instant, and not met from its start until then. Signals are texts such as {@code clock-1 due 7}.
 * Times begin at 1: Flink CEP sets no timer for what starts at the epoch itself.
 */
class MissedProperties {

    private static final long LONGEST = 20;

    /** A clock that starts at an instant, is due some time later, and is met or not. */
    private record Clock(String name, long starts, long due, List<Long> met)
            implements Serializable {

        boolean missed() {
            return met.stream().noneMatch(at -> at >= starts && at <= due);
        }

        Stream<String> signals() {
            return Stream.concat(
                    Stream.of(name + " started " + starts, name + " due " + due),
                    met.stream().map(at -> name + " met " + at));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void findsWhatTheDefinitionSays(@ForAll("clocks") List<Clock> clocks, @ForAll Random random)
            throws Exception {
        List<String> arriving = new ArrayList<>(clocks.stream().flatMap(Clock::signals).toList());
        Collections.shuffle(arriving, random);

        assertThat(found(arriving))
                .containsExactlyInAnyOrderElementsOf(
                        clocks.stream()
                                .filter(Clock::missed)
                                .map(clock -> clock.name() + " due " + clock.due())
                                .toList());
    }

    @Example
    void whatIsDueAfterTheLongestTimeIsNotFound() throws Exception {
        assertThat(found(List.of("c started 1", "c due " + LONGEST))).hasSize(1);
        assertThat(found(List.of("c started 1", "c due " + (LONGEST + 1)))).isEmpty();
    }

    @Example
    void stageNamesStayAsSavepointsKnowThem() {
        assertThat(List.of(Missed.STARTED, Missed.MET, Missed.DUE))
                .containsExactly("started", "met", "due");
    }

    @Provide
    Arbitrary<List<Clock>> clocks() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 9);
        return Combinators.combine(few, few, few.list().ofMaxSize(2))
                .as(
                        (starts, lasts, met) ->
                                new Clock(
                                        "",
                                        1 + starts,
                                        1 + starts + lasts,
                                        met.stream().map(at -> 1L + at).toList()))
                .list()
                .ofMaxSize(6)
                .map(MissedProperties::named);
    }

    private static List<Clock> named(List<Clock> clocks) {
        List<Clock> named = new ArrayList<>();
        for (Clock clock : clocks) {
            named.add(new Clock("clock-" + named.size(), clock.starts(), clock.due(), clock.met()));
        }
        return named;
    }

    /** What is found of these signals; afterwards nothing is kept. */
    private static List<String> found(List<String> arriving) throws Exception {
        try (var harness =
                new KeyedOneInputStreamOperatorTestHarness<String, String, String>(
                        operator().getOperatorFactory(), MissedProperties::clock, Types.STRING)) {
            harness.open();
            for (String signal : arriving) {
                harness.processElement(signal, Long.parseLong(signal.split(" ")[2]));
            }
            for (long time = 0; time <= 20; time += 5) {
                harness.processWatermark(time);
            }
            harness.processWatermark(100);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
            return harness.extractOutputValues();
        }
    }

    private static String clock(String signal) {
        return signal.split(" ")[0];
    }

    @SuppressWarnings("unchecked")
    private static OneInputTransformation<String, String> operator() {
        DataStream<String> signals =
                StreamExecutionEnvironment.getExecutionEnvironment()
                        .fromData("")
                        .keyBy(MissedProperties::clock, Types.STRING);
        // At one instant: started, met, due.
        EventComparator<String> order =
                Comparator.comparingInt(
                                (String s) ->
                                        List.of("started", "met", "due").indexOf(s.split(" ")[1]))
                        ::compare;
        PatternSelectFunction<String, String> due = match -> match.get(Missed.DUE).get(0);
        return (OneInputTransformation<String, String>)
                CEP.pattern(
                                signals,
                                Missed.pattern(
                                        saying("started"),
                                        saying("met"),
                                        saying("due"),
                                        Duration.ofMillis(LONGEST)),
                                order)
                        .inEventTime()
                        .select(due, Types.STRING)
                        .getTransformation();
    }

    private static SimpleCondition<String> saying(String what) {
        return SimpleCondition.of(signal -> signal.contains(" " + what + " "));
    }
}
