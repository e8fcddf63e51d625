package io.customerpulse.patterns;

import io.customerpulse.events.result.Contribution;
import io.customerpulse.rules.signal.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.EventComparator;

/**
 * The order in which patterns see the signals of one instant ({@code docs/rules.md}, ties). Without
 * it Flink CEP would see them in the order of their arrival, and what it finds would differ from
 * run to run.
 *
 * <p>Signals are ordered by time, customer, kind and content. An erasure comes after everything
 * else of its instant, so that nothing outlives it. The order is total and agrees with {@code
 * equals}: only equal signals compare as equal.
 */
public final class SignalOrder implements EventComparator<Signal> {

    private static final long serialVersionUID = 1L;

    /** A kind of signal stands at its place in this list. */
    private static final List<Class<? extends Signal>> KINDS =
            List.of(
                    Signal.RiskAssessed.class,
                    Signal.LifeChanged.class,
                    Signal.ConditionEnded.class,
                    Signal.ConditionHolds.class,
                    Signal.AnswerRated.class,
                    Signal.NpsMeasured.class,
                    Signal.PatternMatched.class,
                    Signal.FactorsFlagged.class,
                    Signal.CustomerErased.class);

    private static final Comparator<Contribution> CONTRIBUTIONS =
            Comparator.comparing(Contribution::factor)
                    .thenComparing(Contribution::points)
                    .thenComparing(Contribution::since)
                    .thenComparing(Contribution::evidence, listsOf(Comparator.naturalOrder()))
                    .thenComparing(Contribution::confidence, absentFirst());

    private static final Comparator<Signal.RiskAssessed> ASSESSMENTS =
            Comparator.comparing(Signal.RiskAssessed::life)
                    .thenComparing(Signal.RiskAssessed::churned)
                    .thenComparing(Signal.RiskAssessed::contributions, listsOf(CONTRIBUTIONS))
                    .thenComparing(
                            Signal.RiskAssessed::missing, listsOf(Comparator.naturalOrder()));

    private static final Comparator<Signal.ConditionHolds> CONDITIONS =
            Comparator.comparing(Signal.ConditionHolds::flag)
                    .thenComparing(Signal.ConditionHolds::begins)
                    .thenComparing(
                            Signal.ConditionHolds::evidence, listsOf(Comparator.naturalOrder()))
                    .thenComparing(Signal.ConditionHolds::confidence, absentFirst());

    private static final Comparator<Signal.AnswerRated> RATINGS =
            Comparator.comparing(Signal.AnswerRated::rating)
                    .thenComparing(Signal.AnswerRated::answer);

    private static final Comparator<Signal.NpsMeasured> MEASUREMENTS =
            Comparator.comparing(Signal.NpsMeasured::windowEnds)
                    .thenComparing(Signal.NpsMeasured::balance)
                    .thenComparing(Signal.NpsMeasured::answers);

    private static final Comparator<Signal> ORDER =
            Comparator.comparing(Signal::time)
                    .thenComparing(Signal::customer)
                    .thenComparing(SignalOrder::kind)
                    .thenComparing(SignalOrder::compareContent);

    /**
     * Compares two signals.
     *
     * @throws IllegalArgumentException if a kind of signal has no place in the order
     */
    @Override
    public int compare(Signal one, Signal other) {
        return ORDER.compare(one, other);
    }

    private static int kind(Signal signal) {
        int place = KINDS.indexOf(signal.getClass());
        if (place < 0) {
            throw new IllegalArgumentException(
                    signal.getClass().getName() + " has no place in the order of signals");
        }
        return place;
    }

    /** Compares signals of one kind by what they say beside customer and time. */
    private static int compareContent(Signal one, Signal other) {
        if (one instanceof Signal.RiskAssessed assessed) {
            return ASSESSMENTS.compare(assessed, (Signal.RiskAssessed) other);
        } else if (one instanceof Signal.LifeChanged changed) {
            return Boolean.compare(changed.churned(), ((Signal.LifeChanged) other).churned());
        } else if (one instanceof Signal.ConditionEnded ended) {
            return ended.flag().compareTo(((Signal.ConditionEnded) other).flag());
        } else if (one instanceof Signal.ConditionHolds holds) {
            return CONDITIONS.compare(holds, (Signal.ConditionHolds) other);
        } else if (one instanceof Signal.AnswerRated rated) {
            return RATINGS.compare(rated, (Signal.AnswerRated) other);
        } else if (one instanceof Signal.NpsMeasured measured) {
            return MEASUREMENTS.compare(measured, (Signal.NpsMeasured) other);
        } else if (one instanceof Signal.PatternMatched matched) {
            return matched.flag().compareTo(((Signal.PatternMatched) other).flag());
        } else if (one instanceof Signal.FactorsFlagged flagged) {
            return listsOf(CONTRIBUTIONS)
                    .compare(
                            flagged.contributions(),
                            ((Signal.FactorsFlagged) other).contributions());
        }
        return 0;
    }

    private static <T> Comparator<List<T>> listsOf(Comparator<? super T> elements) {
        return (one, other) -> {
            int common = Math.min(one.size(), other.size());
            for (int i = 0; i < common; i++) {
                int compared = elements.compare(one.get(i), other.get(i));
                if (compared != 0) {
                    return compared;
                }
            }
            return Integer.compare(one.size(), other.size());
        };
    }

    private static <T extends Comparable<T>> Comparator<Optional<T>> absentFirst() {
        return Comparator.comparing(
                value -> value.orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
