package io.customerpulse.patterns;

import io.customerpulse.rules.signal.Signal;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * A pattern in a stream of signals: what it looks at is picked out before it is sent to where its
 * key is, seen in the order of its kind of signals, and what comes late is kept apart.
 *
 * @param name the operator's name
 * @param uid the operator's uid; that of what picks the signals out is made from it
 * @param vocabulary what is to be known of these signals
 * @param lookedAt which signals the pattern sees
 * @param key what it looks at separately
 * @param said what is said of a match, by the last signal of its last stage
 * @param <T> the kind of signals
 */
record SignalPattern<T>(
        String name,
        String uid,
        Vocabulary<T> vocabulary,
        FilterFunction<T> lookedAt,
        KeySelector<T, String> key,
        Pattern<T, ?> pattern,
        Said<T> said) {

    /** Says what a match means. */
    @FunctionalInterface
    interface Said<T> extends java.io.Serializable {
        T of(T last);
    }

    /** A pattern that begins a flag, which is named by the last signal of a match. */
    static SignalPattern<Signal> ofFlag(
            String name,
            String uid,
            FilterFunction<Signal> lookedAt,
            KeySelector<Signal, String> key,
            Pattern<Signal, ?> pattern,
            FlagOf flag) {
        return new SignalPattern<>(
                name,
                uid,
                new Vocabulary.OfCustomers(),
                lookedAt,
                key,
                pattern,
                last -> new Signal.PatternMatched(last.customer(), last.time(), flag.flag(last)));
    }

    /** Names the flag that a match begins. */
    @FunctionalInterface
    interface FlagOf extends java.io.Serializable {
        String flag(Signal last);
    }

    Matches<T> in(DataStream<T> signals) {
        OutputTag<T> late = new OutputTag<>("late signals", signals.getType());
        DataStream<T> input =
                signals.transform(
                                name + ": signals",
                                signals.getType(),
                                new PatternInput<>(lookedAt, vocabulary))
                        .uid(uid + ".signals");
        SingleOutputStreamOperator<T> found =
                CEP.pattern(input.keyBy(key, Types.STRING), pattern, vocabulary.order())
                        .inEventTime()
                        .sideOutputLateData(late)
                        .process(new Found<>(lastStage(), said), signals.getType())
                        .name(name)
                        .uid(uid);
        return new Matches<>(found, found.getSideOutput(late));
    }

    private String lastStage() {
        return pattern.getName();
    }

    /** Says what each match means, by the last signal of its last stage. */
    private static final class Found<T> extends PatternProcessFunction<T, T> {

        private static final long serialVersionUID = 1L;

        private final String lastStage;
        private final Said<T> said;

        Found(String lastStage, Said<T> said) {
            this.lastStage = lastStage;
            this.said = said;
        }

        @Override
        public void processMatch(Map<String, List<T>> match, Context context, Collector<T> out) {
            List<T> stage = match.get(lastStage);
            out.collect(said.of(stage.get(stage.size() - 1)));
        }
    }
}
