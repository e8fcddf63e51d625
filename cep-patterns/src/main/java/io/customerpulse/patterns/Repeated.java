package io.customerpulse.patterns;

import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.signal.Signal;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * <em>So many within a time</em>: as many poor answers as the policy says, the first and the last
 * less apart than it says. One operator serves one row of the policy, since its numbers are fixed
 * when the job starts and stand in savepoints.
 *
 * <ul>
 *   <li><b>Key:</b> customer.
 *   <li><b>Contiguity:</b> relaxed; but what the pattern does not look at never reaches it.
 *   <li><b>Skip strategy:</b> none, so that every answer ends the match of itself and those just
 *       before it, at once. Other strategies would hold a match back while an earlier one is open.
 *       An answer is taken by every open partial match, and each of those has one answer more than
 *       the next: so there are never more than {@code times - 1}, however many answers come.
 *   <li><b>Time:</b> the row's {@code within}; a partial match that old is dropped by a timer.
 *   <li><b>Equal times:</b> {@link SignalOrder}. Answers of one instant count each; in which order
 *       they are taken does not change whether and when a match ends.
 *   <li><b>State of a key:</b> at most {@code times - 1} answers, each until it is {@code within}
 *       old; of them as many partial matches. Nothing is left after that.
 *   <li><b>Used by:</b> {@code repeated-poor-csat}.
 * </ul>
 */
public final class Repeated {

    /** The stage's name, which stands in savepoints. */
    public static final String POOR_ANSWERS = "poor answers";

    private final Flag flag;
    private final FlagPolicy.Repeated row;

    /**
     * @param flag what a match begins
     * @param row what is looked for
     */
    public Repeated(Flag flag, FlagPolicy.Repeated row) {
        this.flag = flag;
        this.row = row;
    }

    /** The operator's uid, which is another for another row: an edited row begins with no state. */
    public String uid() {
        return "flags.repeated."
                + RowUid.of(flag, row.times() + " below " + row.below() + " in " + row.within());
    }

    /** Finds what begins the flag. */
    public Matches<Signal> in(DataStream<Signal> signals) {
        String id = flag.id();
        int below = row.below();
        return SignalPattern.ofFlag(
                        "flags: repeated (" + id + ")",
                        uid(),
                        signal -> isPoor(signal, below),
                        Signal::customer,
                        pattern(),
                        last -> id)
                .in(signals);
    }

    private static boolean isPoor(Signal signal, int below) {
        return signal instanceof Signal.AnswerRated rated && rated.rating() < below;
    }

    Pattern<Signal, ?> pattern() {
        int below = row.below();
        return Pattern.<Signal>begin(POOR_ANSWERS, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(signal -> isPoor(signal, below)))
                .times(row.times())
                .within(row.within());
    }
}
