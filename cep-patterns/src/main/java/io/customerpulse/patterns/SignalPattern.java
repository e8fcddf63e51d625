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
 * key is, seen in the order of {@link SignalOrder}, and what comes late is kept apart.
 *
 * @param name the operator's name
 * @param uid the operator's uid; that of what picks the signals out is made from it
 * @param lookedAt which signals the pattern sees
 * @param key what it looks at separately
 * @param flag names the flag by the last signal of a match
 */
record SignalPattern(
        String name,
        String uid,
        FilterFunction<Signal> lookedAt,
        KeySelector<Signal, String> key,
        Pattern<Signal, ?> pattern,
        FlagOf flag) {

    /** Names the flag that a match begins. */
    @FunctionalInterface
    interface FlagOf extends java.io.Serializable {
        String flag(Signal last);
    }

    Matches in(DataStream<Signal> signals) {
        OutputTag<Signal> late = new OutputTag<>("late signals", signals.getType());
        DataStream<Signal> input =
                signals.transform(name + ": signals", signals.getType(), new PatternInput(lookedAt))
                        .uid(uid + ".signals");
        SingleOutputStreamOperator<Signal> found =
                CEP.pattern(input.keyBy(key, Types.STRING), pattern, new SignalOrder())
                        .inEventTime()
                        .sideOutputLateData(late)
                        .process(new Found(lastStage(), flag), signals.getType())
                        .name(name)
                        .uid(uid);
        return new Matches(found, found.getSideOutput(late));
    }

    private String lastStage() {
        return pattern.getName();
    }

    /** Says of each match which flag it begins, and when: at the last signal of its last stage. */
    private static final class Found extends PatternProcessFunction<Signal, Signal> {

        private static final long serialVersionUID = 1L;

        private final String lastStage;
        private final FlagOf flag;

        Found(String lastStage, FlagOf flag) {
            this.lastStage = lastStage;
            this.flag = flag;
        }

        @Override
        public void processMatch(
                Map<String, List<Signal>> match, Context context, Collector<Signal> out) {
            List<Signal> stage = match.get(lastStage);
            Signal last = stage.get(stage.size() - 1);
            out.collect(new Signal.PatternMatched(last.customer(), last.time(), flag.flag(last)));
        }
    }
}
