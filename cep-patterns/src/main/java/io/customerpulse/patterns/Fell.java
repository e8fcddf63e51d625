package io.customerpulse.patterns;

import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.signal.Signal;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * <em>A drop between two measurements</em>: the score of a window is more than so many points below
 * that of the window before it. Both are measured whenever either changed, so both come at one
 * instant. One operator serves one row of the policy.
 *
 * <ul>
 *   <li><b>Key:</b> customer.
 *   <li><b>Contiguity:</b> strict: the second measurement is the very next signal.
 *   <li><b>Skip strategy:</b> none is needed; no measurement is in two matches.
 *   <li><b>Time:</b> both are of one instant, so the bound is the smallest there is.
 *   <li><b>Equal times:</b> {@link SignalOrder} puts the window that ends earlier first.
 *   <li><b>State of a key:</b> the two measurements until the watermark passes them; then none.
 *   <li><b>Used by:</b> {@code nps-drop}.
 * </ul>
 */
public final class Fell {

    /** The names of the stages, which stand in savepoints. */
    public static final String BEFORE = "before";

    public static final String NOW = "now";

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Flag flag;
    private final FlagPolicy.Fell row;

    /**
     * @param flag what a match begins
     * @param row what is looked for
     */
    public Fell(Flag flag, FlagPolicy.Fell row) {
        this.flag = flag;
        this.row = row;
    }

    /** The operator's uid, which is another for another row: an edited row begins with no state. */
    public String uid() {
        return "flags.fell." + RowUid.of(flag, "by more than " + row.moreThan());
    }

    /** Finds what begins the flag. */
    public Matches<Signal> in(DataStream<Signal> signals) {
        String id = flag.id();
        return SignalPattern.ofFlag(
                        "flags: fell (" + id + ")",
                        uid(),
                        signal -> signal instanceof Signal.NpsMeasured,
                        Signal::customer,
                        pattern(),
                        last -> id)
                .in(signals);
    }

    Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(BEFORE, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(signal -> !isOfNow(signal)))
                .next(NOW)
                .where(new FarBelow(row.moreThan()))
                .within(AT_ONCE);
    }

    /** Whether the measured window ends at the instant of the signal. */
    private static boolean isOfNow(Signal signal) {
        return ((Signal.NpsMeasured) signal).windowEnds().equals(signal.time());
    }

    private static final class FarBelow extends IterativeCondition<Signal> {

        private static final long serialVersionUID = 1L;

        private final int points;

        FarBelow(int points) {
            this.points = points;
        }

        @Override
        public boolean filter(Signal signal, Context<Signal> context) throws Exception {
            if (!isOfNow(signal)) {
                return false;
            }
            for (Signal before : context.getEventsForPattern(BEFORE)) {
                if (((Signal.NpsMeasured) signal).isBelow((Signal.NpsMeasured) before, points)) {
                    return true;
                }
            }
            return false;
        }
    }
}
