package io.customerpulse.patterns;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaSignal;
import java.time.Duration;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * <em>{@link Missed}</em> over the clocks of tickets: a clock runs, nothing settles it, and its
 * deadline passes. One operator serves all clocks, since the deadline of each is a signal.
 *
 * <ul>
 *   <li><b>Key:</b> the clock: customer, ticket, target, kind and cycle.
 *   <li><b>Time:</b> {@link #LONGEST}, which no clock outlives.
 *   <li><b>Equal times:</b> {@link SlaSignalOrder}.
 *   <li><b>State of a key:</b> one signal while the clock runs; none once it is settled or missed.
 * </ul>
 */
public final class MissedTarget {

    /** The operator's uid. */
    public static final String UID = "sla.missed";

    /**
     * Above the time between a clock's start and its deadline: no target is longer than five years
     * when its policy is read, and a ticket that waits for its customer for as long again is not
     * known. Each clock costs a timer until then.
     */
    static final Duration LONGEST = Duration.ofDays(3_653);

    private MissedTarget() {}

    /** Finds the breaches: {@link SlaSignal.Verdict}s with the ids their events have. */
    public static Matches<SlaSignal> in(DataStream<SlaSignal> signals) {
        return new SignalPattern<>(
                        "sla: missed",
                        UID,
                        new Vocabulary.OfServiceLevels(),
                        MissedTarget::isAboutAClock,
                        MissedTarget::key,
                        pattern(),
                        MissedTarget::breach)
                .in(signals);
    }

    static Pattern<SlaSignal, ?> pattern() {
        return Missed.pattern(
                SimpleCondition.of(SlaSignal.ClockRuns.class::isInstance),
                SimpleCondition.of(SlaSignal.ClockSettled.class::isInstance),
                SimpleCondition.of(SlaSignal.DeadlinePassed.class::isInstance),
                LONGEST);
    }

    private static boolean isAboutAClock(SlaSignal signal) {
        return signal instanceof SlaSignal.ClockRuns
                || signal instanceof SlaSignal.ClockSettled
                || signal instanceof SlaSignal.DeadlinePassed;
    }

    /** Customers and tickets are named freely, so the length says where the one ends. */
    private static String key(SlaSignal signal) {
        ClockId clock = clock(signal);
        return "%s %s %d %d %s %s"
                .formatted(
                        clock.target(),
                        clock.kind(),
                        clock.cycle(),
                        signal.customer().length(),
                        signal.customer(),
                        clock.ticketId());
    }

    private static ClockId clock(SlaSignal signal) {
        if (signal instanceof SlaSignal.ClockRuns runs) {
            return runs.clock();
        } else if (signal instanceof SlaSignal.ClockSettled settled) {
            return settled.clock();
        } else if (signal instanceof SlaSignal.DeadlinePassed passed) {
            return passed.clock();
        }
        throw new IllegalArgumentException(signal + " is not about a clock");
    }

    private static SlaSignal breach(SlaSignal last) {
        SlaSignal.DeadlinePassed passed = (SlaSignal.DeadlinePassed) last;
        return new SlaSignal.Verdict(
                passed.customer(),
                passed.time(),
                OutputEvent.of(passed.customer(), passed.time(), passed.breach()).id(),
                passed.breach());
    }
}
