package io.customerpulse.benchmarks.job;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.FlagColor;
import io.customerpulse.events.result.FlagResult;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.jobs.topology.PulseTopology;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.util.Collector;

/** Two ways to find when red and yellow flags begin. */
public enum FlagFinder {

    /** The application, with all else that it computes. */
    APPLICATION {
        @Override
        public DataStream<Signal> begun(DataStream<Received> received, Policies policies) {
            return new PulseTopology(policies)
                    .define(received)
                    .<Signal>flatMap(
                            (emission, out) -> {
                                if (emission instanceof OutputEvent event
                                        && event.result() instanceof FlagResult.Raised raised
                                        && raised.color() != FlagColor.GREEN) {
                                    out.collect(
                                            new Signal.PatternMatched(
                                                    event.subject().orElseThrow(),
                                                    event.time().orElseThrow(),
                                                    raised.flag()));
                                }
                            })
                    .returns(PulseTypes.SIGNAL)
                    .name("red and yellow")
                    .uid("application.begun");
        }
    },

    /** A pattern for each flag, directly on the raw events of each customer. */
    NAIVE {
        @Override
        public DataStream<Signal> begun(DataStream<Received> received, Policies policies) {
            KeyedStream<Delivery, String> deliveries =
                    MeasuredJob.deliveries(received).keyBy(Delivery::customer, Types.STRING);
            return NaivePatterns.all(policies).stream()
                    .map(naive -> found(naive, deliveries))
                    .reduce((one, other) -> one.union(other))
                    .orElseThrow();
        }

        private DataStream<Signal> found(
                NaivePatterns.Naive naive, KeyedStream<Delivery, String> deliveries) {
            return CEP.pattern(deliveries, naive.pattern())
                    .inEventTime()
                    .process(new Found(naive), PulseTypes.SIGNAL)
                    .name("naive: " + naive.flag().id())
                    .uid("naive." + naive.flag().id());
        }
    };

    /**
     * Adds what finds them, and gives back one {@link Signal.PatternMatched} for each beginning.
     */
    public abstract DataStream<Signal> begun(DataStream<Received> received, Policies policies);

    private static final class Found extends PatternProcessFunction<Delivery, Signal> {

        private static final long serialVersionUID = 1L;

        private final String flag;
        private final String stage;
        private final NaivePatterns.Beginning beginning;

        Found(NaivePatterns.Naive naive) {
            this.flag = naive.flag().id();
            this.stage = naive.stage();
            this.beginning = naive.beginning();
        }

        @Override
        public void processMatch(
                Map<String, List<Delivery>> match, Context context, Collector<Signal> out) {
            List<Delivery> events = match.get(stage);
            Delivery last = events.get(events.size() - 1);
            out.collect(
                    new Signal.PatternMatched(last.customer(), beginning.after(last.at()), flag));
        }
    }
}
