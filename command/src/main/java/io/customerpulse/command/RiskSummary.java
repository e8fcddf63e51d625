package io.customerpulse.command;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.jobs.replay.HistoryLines;
import io.customerpulse.rules.risk.FactorWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The customers of a replay by the most points they reached, read from its results. */
final class RiskSummary {

    private static final int SHOWN = 10;

    /** The worst a customer came to. */
    record Peak(String customer, Instant time, RiskResult.Scored score) {}

    private final Map<String, Peak> peaks = new TreeMap<>();

    private RiskSummary() {}

    static RiskSummary read(Path results) {
        RiskSummary summary = new RiskSummary();
        ResultDecoder decoder = new ResultDecoder();
        Path scores = results.resolve(Topic.RISK_SCORES.topicName() + ".ndjson");
        try {
            HistoryLines.forEach(scores, line -> summary.take(decoder.decode(line)));
            return summary;
        } catch (IOException unreadable) {
            throw new CommandFailure("The results in " + scores + " are missing.", unreadable);
        }
    }

    private void take(OutputEvent event) {
        if (event.result() instanceof RiskResult.Scored scored) {
            Peak peak = new Peak(event.subject().orElseThrow(), event.time().orElseThrow(), scored);
            peaks.merge(
                    peak.customer(),
                    peak,
                    (earlier, later) ->
                            later.score().points() > earlier.score().points() ? later : earlier);
        }
    }

    void print(FactorWords words, PrintWriter out) {
        out.printf("%n%d customers by the worst band they reached: %s%n", peaks.size(), byBand());
        out.printf("%nCustomers at most risk:%n");
        out.printf("%7s  %-7s %-14s %-22s %s%n", "points", "band", "customer", "reached", "why");
        for (Peak peak : worst()) {
            out.printf(
                    "%7d  %-7s %-14s %-22s %s%n",
                    peak.score().points(),
                    peak.score().band(),
                    peak.customer(),
                    peak.time(),
                    peak.score().contributions().stream()
                            .map(contribution -> because(contribution, words))
                            .collect(Collectors.joining("; ")));
        }
        out.flush();
    }

    /** Those with any points, the most points first, and of equals who had them first. */
    List<Peak> worst() {
        return peaks.values().stream()
                .filter(peak -> peak.score().points() > 0)
                .sorted(
                        Comparator.comparing((Peak peak) -> -peak.score().points())
                                .thenComparing(Peak::time)
                                .thenComparing(Peak::customer))
                .limit(SHOWN)
                .toList();
    }

    /** Such as {@code RED 2, GREEN 40}. */
    private String byBand() {
        Map<RiskBand, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        peaks.values().forEach(peak -> counts.merge(peak.score().band(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String because(Contribution contribution, FactorWords words) {
        return "%+d %s"
                .formatted(
                        contribution.points(),
                        words.of(contribution.factor(), contribution.points()));
    }
}
