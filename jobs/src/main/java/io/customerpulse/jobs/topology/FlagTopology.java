package io.customerpulse.jobs.topology;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.flag.FlagLifecycleFunction;
import io.customerpulse.functions.flag.LateSignalsFunction;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.patterns.Fell;
import io.customerpulse.patterns.Matches;
import io.customerpulse.patterns.Occurred;
import io.customerpulse.patterns.Repeated;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From signals to flags ({@code docs/flags.md}): patterns find when red and yellow ones begin, the
 * lifecycle raises and clears all.
 */
final class FlagTopology {

    /**
     * What comes of flags.
     *
     * @param results flags raised and cleared
     * @param factors the risk factors that flags decide
     */
    record Flags(DataStream<Emission> results, DataStream<Signal> factors) {}

    private final Policies policies;

    FlagTopology(Policies policies) {
        this.policies = policies;
    }

    Flags define(DataStream<Signal> signals) {
        Matches<Signal> matches =
                Occurred.in(signals)
                        .and(
                                new Repeated(
                                                Flag.REPEATED_POOR_CSAT,
                                                policies.flags().repeatedPoorCsat())
                                        .in(signals))
                        .and(new Fell(Flag.NPS_DROP, policies.flags().npsDrop()).in(signals));
        countLate(matches.late());
        SingleOutputStreamOperator<Signal> flags = lifecycle(signals, matches.found());
        return new Flags(flags.getSideOutput(FlagLifecycleFunction.FLAGS), flags);
    }

    private SingleOutputStreamOperator<Signal> lifecycle(
            DataStream<Signal> signals, DataStream<Signal> found) {
        return signals.filter(FlagLifecycleFunction::looksAt)
                .name("flags: conditions")
                .uid(Uids.FLAG_CONDITIONS)
                .union(found)
                .keyBy(Signal::customer, Types.STRING)
                .process(new FlagLifecycleFunction(policies))
                .returns(PulseTypes.SIGNAL)
                .name("flags: lifecycle")
                .uid(Uids.FLAG_LIFECYCLE);
    }

    private static void countLate(DataStream<Signal> late) {
        late.process(new LateSignalsFunction())
                .returns(PulseTypes.SIGNAL)
                .name("flags: late signals")
                .uid(Uids.FLAG_LATE_SIGNALS);
    }
}
