package io.customerpulse.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.PatternSelectFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * Flink CEP sees signals of one instant in the order of {@link SignalOrder}. The stream holds the
 * signals' places in a list, since how signals are written is not known in this module.
 */
class SignalOrderInFlinkTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final List<Signal> SIGNALS = List.of(assessed(1), assessed(2));
    private static final int FIRST_LIFE = 0;
    private static final int SECOND_LIFE = 1;

    private static final EventComparator<Integer> IN_ORDER =
            (one, other) -> new SignalOrder().compare(SIGNALS.get(one), SIGNALS.get(other));
    private static final EventComparator<Integer> AS_ARRIVED = (one, other) -> 0;

    @Test
    void findsASequenceWithinAnInstant() throws Exception {
        assertThat(matches(IN_ORDER, FIRST_LIFE, SECOND_LIFE)).hasSize(1);
    }

    @Test
    void findsItEvenIfItArrivedTheOtherWayRound() throws Exception {
        assertThat(matches(IN_ORDER, SECOND_LIFE, FIRST_LIFE)).hasSize(1);
    }

    /** Why the order is needed. */
    @Test
    void wouldMissItInTheOrderOfArrival() throws Exception {
        assertThat(matches(AS_ARRIVED, SECOND_LIFE, FIRST_LIFE)).isEmpty();
    }

    private static Signal assessed(int life) {
        return new Signal.RiskAssessed("acme", NOON, life, false, List.of(), List.of());
    }

    /** What is found of a first life directly followed by a second, all at noon. */
    private static List<Integer> matches(EventComparator<Integer> order, int... arriving)
            throws Exception {
        try (var harness =
                new KeyedOneInputStreamOperatorTestHarness<String, Integer, Integer>(
                        twoLives(order).getOperatorFactory(),
                        signal -> SIGNALS.get(signal).customer(),
                        Types.STRING)) {
            harness.open();
            for (int signal : arriving) {
                harness.processElement(signal, NOON.toEpochMilli());
            }
            harness.processWatermark(NOON.toEpochMilli());
            return harness.extractOutputValues();
        }
    }

    @SuppressWarnings("unchecked")
    private static OneInputTransformation<Integer, Integer> twoLives(
            EventComparator<Integer> order) {
        DataStream<Integer> signals =
                StreamExecutionEnvironment.getExecutionEnvironment()
                        .fromData(FIRST_LIFE, SECOND_LIFE)
                        .keyBy(signal -> SIGNALS.get(signal).customer(), Types.STRING);
        Pattern<Integer, ?> pattern =
                Pattern.<Integer>begin("first")
                        .where(SimpleCondition.of(signal -> signal == FIRST_LIFE))
                        .next("second")
                        .where(SimpleCondition.of(signal -> signal == SECOND_LIFE))
                        .within(Duration.ofHours(1));
        PatternSelectFunction<Integer, Integer> found = match -> match.get("second").get(0);
        return (OneInputTransformation<Integer, Integer>)
                CEP.pattern(signals, pattern, order)
                        .inEventTime()
                        .select(found, Types.INT)
                        .getTransformation();
    }
}
