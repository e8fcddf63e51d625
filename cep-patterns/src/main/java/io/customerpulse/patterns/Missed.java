package io.customerpulse.patterns;

import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * <em>Started, and not met when it was due</em>. When it is due is a signal of its own, sent by
 * whoever knows the calendar: so each start may have another deadline, and one operator serves all.
 *
 * <ul>
 *   <li><b>Key:</b> what is to be met, such as one clock of one ticket; it has one start.
 *   <li><b>Contiguity:</b> relaxed; what is met in between ends the partial match.
 *   <li><b>Skip strategy:</b> none is needed: a start is in one match at most.
 *   <li><b>Time:</b> the longest that any target may run. What is due later is not found, so the
 *       caller gives a bound above every deadline.
 *   <li><b>Equal times:</b> the comparator decides. What is met at the very instant it is due is
 *       met if the order puts that first.
 *   <li><b>State of a key:</b> the start, until it is met, due or as old as the bound; then none.
 *   <li><b>Used by:</b> no flag.
 * </ul>
 */
public final class Missed {

    /** The names of the stages, which stand in savepoints. */
    public static final String STARTED = "started";

    public static final String MET = "met";
    public static final String DUE = "due";

    private Missed() {}

    /**
     * The pattern over signals of any kind.
     *
     * @param longest above the time between any start and its deadline
     */
    public static <T> Pattern<T, ?> pattern(
            SimpleCondition<T> started,
            SimpleCondition<T> met,
            SimpleCondition<T> due,
            Duration longest) {
        return Pattern.<T>begin(STARTED, AfterMatchSkipStrategy.noSkip())
                .where(started)
                .notFollowedBy(MET)
                .where(met)
                .followedBy(DUE)
                .where(due)
                .within(longest);
    }
}
