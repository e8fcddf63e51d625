package io.customerpulse.functions.customer;

import io.customerpulse.rules.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Assessments and erasures in one line each: when, whom, and which factors with how many points.
 */
final class Assessments {

    private Assessments() {}

    /** The signals that say something else of their customer than the one before. */
    static List<String> changesIn(List<Signal> signals) {
        Map<String, String> last = new HashMap<>();
        List<String> changes = new ArrayList<>();
        for (Signal signal : signals) {
            if (!(signal instanceof Signal.RiskAssessed
                    || signal instanceof Signal.CustomerErased)) {
                continue;
            }
            String said = said(signal);
            if (!said.equals(last.put(signal.customer(), said))) {
                changes.add(signal.time() + " " + signal.customer() + ": " + said);
            }
        }
        return changes;
    }

    private static String said(Signal signal) {
        if (!(signal instanceof Signal.RiskAssessed assessed)) {
            return "erased";
        }
        if (assessed.contributions().isEmpty()) {
            return assessed.churned() ? "churned" : "nothing";
        }
        return assessed.contributions().stream()
                .map(c -> c.factor() + " " + c.points())
                .collect(Collectors.joining(", "));
    }
}
