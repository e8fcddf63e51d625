package io.customerpulse.functions.flag;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.signal.SignalFunction;
import io.customerpulse.rules.flag.FlagLifecycle;
import io.customerpulse.rules.flag.FlagState;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Raises and clears flags from conditions and from what patterns found, keyed by customer, and
 * tells which risk factors follow from them.
 */
public final class FlagLifecycleFunction extends SignalFunction<FlagState, Signal> {

    private static final long serialVersionUID = 1L;

    /** The flags raised and cleared. */
    public static final OutputTag<Emission> FLAGS = new OutputTag<>("flags", PulseTypes.EMISSION);

    private final Policies policies;

    private transient FlagLifecycle lifecycle;

    public FlagLifecycleFunction(Policies policies) {
        super("flags", PulseTypes.FLAG_STATE);
        this.policies = policies;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        lifecycle = new FlagLifecycle(policies.flags(), policies.risk(), policies.version());
    }

    /** Whether the function looks at a signal that the customer's record sends. */
    public static boolean looksAt(Signal signal) {
        return signal instanceof Signal.ConditionHolds
                || signal instanceof Signal.ConditionEnded
                || signal instanceof Signal.LifeChanged
                || signal instanceof Signal.CustomerErased;
    }

    @Override
    protected Optional<FlagState> advance(
            Optional<FlagState> flags,
            String customer,
            Instant at,
            List<Signal> signals,
            Context context,
            Collector<Signal> out) {
        FlagLifecycle.Step step =
                lifecycle.advance(flags.orElseGet(FlagState::new), customer, at, signals);
        step.signals().forEach(out::collect);
        step.emissions().forEach(emission -> context.output(FLAGS, emission));
        return step.state();
    }

    @Override
    protected Optional<Instant> nextTurn(FlagState flags) {
        return lifecycle.nextTurn(flags);
    }
}
