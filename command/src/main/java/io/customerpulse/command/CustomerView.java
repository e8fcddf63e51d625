package io.customerpulse.command;

import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.rules.risk.FactorWords;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints the story of one customer as its scores tell it. */
final class CustomerView {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final double FULL = 100;

    private final ReplayedResults results;
    private final FactorWords words;
    private final PrintWriter out;

    CustomerView(ReplayedResults results, FactorWords words, PrintWriter out) {
        this.results = results;
        this.words = words;
        this.out = out;
    }

    void printTimeline(String customer) {
        out.printf("%nTimeline of %s%n", customer);
        Map<String, Contribution> before = Map.of();
        for (ReplayedResults.Dated<RiskResult.Scored> dated : results.risk(customer)) {
            Map<String, Contribution> now =
                    dated.result().contributions().stream()
                            .collect(
                                    Collectors.toMap(
                                            Contribution::factor,
                                            c -> c,
                                            (a, b) -> a,
                                            TreeMap::new));
            out.printf(
                    "  %-20s %4d  %-7s %s%n",
                    dated.time(),
                    dated.result().points(),
                    dated.result().band(),
                    what(dated.result(), before, now));
            before = now;
        }
    }

    private String what(
            RiskResult.Scored score,
            Map<String, Contribution> before,
            Map<String, Contribution> now) {
        if (score.churned()) {
            return "churned: the contract was terminated";
        }
        if (score.changed().isEmpty()) {
            return "first seen";
        }
        return score.changed().stream()
                .map(factor -> change(factor, before, now))
                .collect(Collectors.joining("; "));
    }

    private String change(
            String factor, Map<String, Contribution> before, Map<String, Contribution> now) {
        int was = before.containsKey(factor) ? before.get(factor).points() : 0;
        int is = now.containsKey(factor) ? now.get(factor).points() : 0;
        String phrase = words.of(factor, is == 0 ? was : is);
        return is == 0
                ? "%+d no longer: %s".formatted(-was, phrase)
                : "%+d %s".formatted(is - was, phrase);
    }

    /** Points and health by week, from the first score to the end. */
    void printSparklines(String customer, Instant until) {
        Instant from = results.risk(customer).get(0).time();
        out.printf(
                "%n  points by week  %s  now %d%n",
                Sparkline.of(
                        byWeek(
                                results.risk(customer),
                                score -> (double) score.points(),
                                from,
                                until),
                        FULL),
                results.lastRisk(customer).points());
        results.lastHealth(customer)
                .ifPresent(
                        last ->
                                out.printf(
                                        "  health by week  %s  now %s%n",
                                        Sparkline.of(
                                                byWeek(
                                                        results.health(customer),
                                                        score -> score.score().doubleValue(),
                                                        from,
                                                        until),
                                                FULL),
                                        plain(last.score())));
    }

    private static String plain(BigDecimal score) {
        return score.toPlainString();
    }

    /** The value in force at the end of each week. */
    private static <R> List<Optional<Double>> byWeek(
            List<ReplayedResults.Dated<R>> scores,
            Function<R, Double> value,
            Instant from,
            Instant until) {
        List<Optional<Double>> weeks = new ArrayList<>();
        for (Instant end = from.plus(WEEK); end.isBefore(until.plus(WEEK)); end = end.plus(WEEK)) {
            Instant weekEnd = end;
            weeks.add(
                    scores.stream()
                            .filter(score -> !score.time().isAfter(weekEnd))
                            .reduce((earlier, later) -> later)
                            .map(score -> value.apply(score.result())));
        }
        return weeks;
    }
}
