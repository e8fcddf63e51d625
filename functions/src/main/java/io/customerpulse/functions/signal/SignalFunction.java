package io.customerpulse.functions.signal;

import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.time.TimeOrderedFunction;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;

/**
 * A step over signals, keyed by customer, that keeps one value or, as after an erasure, none.
 *
 * @param <S> what it keeps of a customer
 * @param <O> what it emits
 */
public abstract class SignalFunction<S, O> extends TimeOrderedFunction<Signal, O> {

    private static final long serialVersionUID = 1L;

    private final String stateName;
    private final TypeInformation<S> stateType;

    private transient ValueState<S> stored;
    private transient Optional<S> state;

    /**
     * @param stateName under which savepoints keep the state; it never changes
     * @param stateType how the state is kept
     */
    protected SignalFunction(String stateName, TypeInformation<S> stateType) {
        super(PulseTypes.SIGNAL);
        this.stateName = stateName;
        this.stateType = stateType;
    }

    /**
     * Moves a customer to an instant.
     *
     * @param state what is kept of the customer so far
     * @param signals what became true then, in no particular order; empty at a turn
     * @return what is to be kept
     */
    protected abstract Optional<S> advance(
            Optional<S> state,
            String customer,
            Instant at,
            List<Signal> signals,
            Context context,
            Collector<O> out);

    /** When the state turns next if nothing else happens. */
    protected abstract Optional<Instant> nextTurn(S state);

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        stored = getRuntimeContext().getState(new ValueStateDescriptor<>(stateName, stateType));
    }

    @Override
    protected final Instant timeOf(Signal signal) {
        return signal.time();
    }

    @Override
    protected final Optional<Instant> load() throws Exception {
        state = Optional.ofNullable(stored.value());
        return state.flatMap(this::nextTurn);
    }

    @Override
    protected final Optional<Instant> advance(
            String customer, Instant at, List<Signal> signals, Context context, Collector<O> out) {
        state = advance(state, customer, at, signals, context, out);
        return state.flatMap(this::nextTurn);
    }

    @Override
    protected final void save() throws Exception {
        if (state.isPresent()) {
            stored.update(state.get());
        } else {
            stored.clear();
        }
    }
}
