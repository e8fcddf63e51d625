package io.customerpulse.patterns;

import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.signal.Signal;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * <em>One signal</em>: the condition behind a flag began. One operator serves all flags that begin
 * so.
 *
 * <ul>
 *   <li><b>Key:</b> flag and customer.
 *   <li><b>Skip strategy:</b> none is needed, since every signal is a match of its own.
 *   <li><b>Time:</b> a pattern of one stage has no partial matches that could grow old; the bound
 *       is the smallest there is, and only says so.
 *   <li><b>Equal times:</b> two signals of a key at one instant cannot be; {@link SignalOrder}
 *       would order them.
 *   <li><b>State of a key:</b> the signal until the watermark passes it; then none.
 *   <li><b>Used by:</b> every flag of {@link Flag.Beginning#OCCURRED}.
 * </ul>
 */
public final class Occurred {

    /** The stage's name, which stands in savepoints. */
    public static final String OCCURRED = "occurred";

    /** The operator's uid. */
    public static final String UID = "flags.occurred";

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private Occurred() {}

    /** Finds what begins these flags. */
    public static Matches<Signal> in(DataStream<Signal> signals) {
        return SignalPattern.ofFlag(
                        "flags: occurred",
                        UID,
                        Occurred::beginsAFlag,
                        Occurred::key,
                        pattern(),
                        last -> ((Signal.ConditionHolds) last).flag())
                .in(signals);
    }

    private static boolean beginsAFlag(Signal signal) {
        return signal instanceof Signal.ConditionHolds holds
                && holds.begins()
                && Flag.named(holds.flag())
                        .filter(flag -> flag.beginning() == Flag.Beginning.OCCURRED)
                        .isPresent();
    }

    private static String key(Signal signal) {
        return ((Signal.ConditionHolds) signal).flag() + " " + signal.customer();
    }

    static Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(OCCURRED, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(Occurred::beginsAFlag))
                .within(AT_ONCE);
    }
}
