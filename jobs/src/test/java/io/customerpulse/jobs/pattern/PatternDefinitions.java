package io.customerpulse.jobs.pattern;

import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each shape means, in plain Java over a finished list of signals. */
final class PatternDefinitions {

    private PatternDefinitions() {}

    /** Every condition that begins a flag of this kind. */
    static List<Signal> occurred(List<Signal> signals) {
        return signals.stream()
                .filter(Signal.ConditionHolds.class::isInstance)
                .map(Signal.ConditionHolds.class::cast)
                .filter(Signal.ConditionHolds::begins)
                .filter(
                        holds ->
                                Flag.named(holds.flag()).orElseThrow().beginning()
                                        == Flag.Beginning.OCCURRED)
                .map(holds -> found(holds, holds.flag()))
                .toList();
    }

    /** Every poor answer that is the last of enough of them in less than the time. */
    static List<Signal> repeated(List<Signal> signals, FlagPolicy.Repeated row) {
        Map<String, List<Signal>> poor = new TreeMap<>();
        signals.stream()
                .filter(s -> s instanceof Signal.AnswerRated rated && rated.rating() < row.below())
                .sorted(Comparator.comparing(Signal::time))
                .forEach(s -> poor.computeIfAbsent(s.customer(), c -> new ArrayList<>()).add(s));
        List<Signal> found = new ArrayList<>();
        for (List<Signal> answers : poor.values()) {
            for (int last = row.times() - 1; last < answers.size(); last++) {
                Instant first = answers.get(last - row.times() + 1).time();
                Signal answer = answers.get(last);
                if (Duration.between(first, answer.time()).compareTo(row.within()) < 0) {
                    found.add(found(answer, Flag.REPEATED_POOR_CSAT.id()));
                }
            }
        }
        return found;
    }

    /** Every pair of measurements of one instant with a fall that is large enough. */
    static List<Signal> fell(List<Signal> signals, int moreThan) {
        List<Signal> found = new ArrayList<>();
        for (Signal one : signals) {
            for (Signal other : signals) {
                if (one instanceof Signal.NpsMeasured before
                        && other instanceof Signal.NpsMeasured now
                        && before.customer().equals(now.customer())
                        && before.time().equals(now.time())
                        && before.windowEnds().isBefore(now.windowEnds())) {
                    double fall = score(before) - score(now);
                    if (fall > moreThan + 1e-9) {
                        found.add(found(now, Flag.NPS_DROP.id()));
                    }
                }
            }
        }
        return found;
    }

    private static double score(Signal.NpsMeasured measured) {
        return 100.0 * measured.balance() / measured.answers();
    }

    private static Signal found(Signal last, String flag) {
        return new Signal.PatternMatched(last.customer(), last.time(), flag);
    }
}
