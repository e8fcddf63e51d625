package io.customerpulse.functions.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * A keyed function that lets inputs wait until the watermark has passed them and then moves the
 * key's state through event time: instant by instant, with everything stamped with an instant at
 * once, and also at the instants at which the state itself says that something turns. So the result
 * does not depend on the order of arrival.
 *
 * <p>It keeps one event-time timer for the next turn, and one for each instant that waits. The
 * watermark must end at a finite instant in bounded runs, or a state that always names a next turn
 * would never come to rest.
 *
 * @param <I> what it takes
 * @param <O> what it emits
 */
public abstract class TimeOrderedFunction<I, O> extends KeyedProcessFunction<String, I, O> {

    private final TypeInformation<I> inputType;
    private transient ListState<I> waiting;

    /**
     * @param inputType how waiting inputs are kept
     */
    protected TimeOrderedFunction(TypeInformation<I> inputType) {
        this.inputType = inputType;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", inputType));
    }

    /** The instant an input is stamped with. */
    protected abstract Instant timeOf(I input);

    /** Loads the state of the current key and says when it turns next. */
    protected abstract Optional<Instant> load() throws Exception;

    /**
     * Moves the loaded state to an instant.
     *
     * @param inputs what is stamped with it, in no particular order; empty at a turn
     * @return when the state turns next, later than {@code at}
     */
    protected abstract Optional<Instant> advance(
            String key, Instant at, List<I> inputs, Context context, Collector<O> out)
            throws Exception;

    /** Stores the state loaded before. */
    protected abstract void save() throws Exception;

    @Override
    public void processElement(I input, Context context, Collector<O> out) throws Exception {
        waiting.add(input);
        context.timerService().registerEventTimeTimer(timeOf(input).toEpochMilli());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<O> out) throws Exception {
        Instant reached = reached(context.timerService()).orElseThrow();
        List<I> later = new ArrayList<>();
        TreeMap<Instant, List<I>> due = takeDue(reached, later);
        Optional<Instant> planned = load();
        Optional<Instant> turn = planned;
        boolean moved = false;
        while (true) {
            Optional<Instant> at = earliest(due, turn).filter(next -> !next.isAfter(reached));
            if (at.isEmpty()) {
                break;
            }
            List<I> inputs = Optional.ofNullable(due.remove(at.get())).orElse(List.of());
            turn = advance(context.getCurrentKey(), at.get(), inputs, context, out);
            if (turn.filter(next -> !next.isAfter(at.get())).isPresent()) {
                throw new IllegalStateException(
                        "the state of " + context.getCurrentKey() + " does not get beyond " + at);
            }
            moved = true;
        }
        if (moved) {
            save();
            Optional<Instant> before = planned.filter(p -> p.isAfter(reached));
            replan(context.timerService(), before, turn, () -> later);
        }
    }

    /** Up to where event time has come; empty before the first watermark. */
    protected static Optional<Instant> reached(TimerService timers) {
        long watermark = timers.currentWatermark();
        return watermark == Long.MIN_VALUE
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(watermark));
    }

    /** The inputs that wait for the watermark, in no particular order. */
    protected Iterable<I> waiting() throws Exception {
        return waiting.get();
    }

    /** Moves the timer from the turn planned before to the one planned now. */
    protected void replan(TimerService timers, Optional<Instant> before, Optional<Instant> turn)
            throws Exception {
        replan(timers, before, turn, waiting::get);
    }

    private void replan(
            TimerService timers,
            Optional<Instant> before,
            Optional<Instant> turn,
            Callable<Iterable<I>> stillWaiting)
            throws Exception {
        if (before.equals(turn)) {
            return;
        }
        if (before.isPresent() && !waitsFor(before.get(), stillWaiting.call())) {
            timers.deleteEventTimeTimer(before.get().toEpochMilli());
        }
        turn.ifPresent(next -> timers.registerEventTimeTimer(next.toEpochMilli()));
    }

    private boolean waitsFor(Instant instant, Iterable<I> stillWaiting) {
        for (I input : stillWaiting) {
            if (timeOf(input).equals(instant)) {
                return true;
            }
        }
        return false;
    }

    /** Takes what is due out of the waiting inputs, and adds what is not to {@code later}. */
    private TreeMap<Instant, List<I>> takeDue(Instant reached, List<I> later) throws Exception {
        TreeMap<Instant, List<I>> due = new TreeMap<>();
        for (I input : waiting.get()) {
            if (timeOf(input).isAfter(reached)) {
                later.add(input);
            } else {
                due.computeIfAbsent(timeOf(input), at -> new ArrayList<>()).add(input);
            }
        }
        if (!due.isEmpty()) {
            waiting.update(later);
        }
        return due;
    }

    private static <I> Optional<Instant> earliest(
            TreeMap<Instant, List<I>> due, Optional<Instant> turn) {
        if (due.isEmpty()) {
            return turn;
        }
        Instant first = due.firstKey();
        return turn.filter(next -> next.isBefore(first)).or(() -> Optional.of(first));
    }
}
