package io.customerpulse.patterns;

import io.customerpulse.rules.sla.SlaSignal;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.cep.EventComparator;

/**
 * The order in which patterns see what is said of service levels at one instant ({@code
 * docs/sla.md}). What was waited for comes before the deadline, so that it is met if it happens at
 * the very instant it is due; a clock that is settled and runs again at one instant runs.
 *
 * <p>Signals are ordered by time, customer, kind and content, so that the order never depends on
 * arrival. An erasure is the last of its instant.
 */
public final class SlaSignalOrder implements EventComparator<SlaSignal> {

    private static final long serialVersionUID = 1L;

    /** A kind of signal stands at its place in this list. */
    private static final List<Class<? extends SlaSignal>> KINDS =
            List.of(
                    SlaSignal.AccountChanged.class,
                    SlaSignal.ClockSettled.class,
                    SlaSignal.ClockRuns.class,
                    SlaSignal.DeadlinePassed.class,
                    SlaSignal.Verdict.class,
                    SlaSignal.RepeatedMisses.class,
                    SlaSignal.Erased.class);

    private static final Comparator<SlaSignal> ORDER =
            Comparator.comparing(SlaSignal::time)
                    .thenComparing(SlaSignal::customer)
                    .thenComparing(SlaSignalOrder::kind)
                    .thenComparing(SlaSignal::toString);

    /**
     * Compares two signals.
     *
     * @throws IllegalArgumentException if a kind of signal has no place in the order
     */
    @Override
    public int compare(SlaSignal one, SlaSignal other) {
        return ORDER.compare(one, other);
    }

    private static int kind(SlaSignal signal) {
        int place = KINDS.indexOf(signal.getClass());
        if (place < 0) {
            throw new IllegalArgumentException(
                    signal.getClass().getName() + " has no place in the order of signals");
        }
        return place;
    }
}
