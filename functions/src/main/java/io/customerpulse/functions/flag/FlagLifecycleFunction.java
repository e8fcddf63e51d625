package io.customerpulse.functions.flag;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.time.TimeOrderedFunction;
import io.customerpulse.rules.flag.FlagLifecycle;
import io.customerpulse.rules.flag.FlagState;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Raises and clears flags from conditions and from what patterns found, keyed by customer, and
 * tells which risk factors follow from them.
 */
public final class FlagLifecycleFunction extends TimeOrderedFunction<Signal, Signal> {

    private static final long serialVersionUID = 1L;

    /** The flags raised and cleared. */
    public static final OutputTag<Emission> FLAGS = new OutputTag<>("flags", PulseTypes.EMISSION);

    private final Policies policies;

    private transient FlagLifecycle lifecycle;
    private transient ValueState<FlagState> flagState;
    private transient Optional<FlagState> flags;

    public FlagLifecycleFunction(Policies policies) {
        super(PulseTypes.SIGNAL);
        this.policies = policies;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        lifecycle = new FlagLifecycle(policies.flags(), policies.risk(), policies.version());
        flagState =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("flags", PulseTypes.FLAG_STATE));
    }

    /** Whether the function looks at a signal that the customer's record sends. */
    public static boolean looksAt(Signal signal) {
        return signal instanceof Signal.ConditionHolds
                || signal instanceof Signal.ConditionEnded
                || signal instanceof Signal.LifeChanged
                || signal instanceof Signal.CustomerErased;
    }

    @Override
    protected Instant timeOf(Signal signal) {
        return signal.time();
    }

    @Override
    protected Optional<Instant> load() throws Exception {
        flags = Optional.ofNullable(flagState.value());
        return flags.flatMap(lifecycle::nextTurn);
    }

    @Override
    protected Optional<Instant> advance(
            String customer,
            Instant at,
            List<Signal> signals,
            Context context,
            Collector<Signal> out) {
        FlagLifecycle.Step step =
                lifecycle.advance(flags.orElseGet(FlagState::new), customer, at, signals);
        flags = step.state();
        step.signals().forEach(out::collect);
        step.emissions().forEach(emission -> context.output(FLAGS, emission));
        return flags.flatMap(lifecycle::nextTurn);
    }

    @Override
    protected void save() throws Exception {
        if (flags.isPresent()) {
            flagState.update(flags.get());
        } else {
            flagState.clear();
        }
    }
}
