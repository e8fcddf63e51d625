package io.customerpulse.command;

import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.HealthResult;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.rules.risk.FactorWords;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Prints how the customers stand at the end of a replay. */
final class PortfolioView {

    private static final int SHOWN = 8;
    private static final int WIDEST_BAR = 40;

    private final ReplayedResults results;
    private final FactorWords words;
    private final PrintWriter out;

    PortfolioView(ReplayedResults results, FactorWords words, PrintWriter out) {
        this.results = results;
        this.words = words;
        this.out = out;
    }

    /** The customers with the most points, worst first. */
    List<String> mostAtRisk() {
        return results.customers().stream()
                .filter(customer -> results.lastRisk(customer).points() > 0)
                .sorted(
                        Comparator.comparing((String c) -> -results.lastRisk(c).points())
                                .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    void printBands() {
        Map<RiskBand, Long> byBand = new EnumMap<>(RiskBand.class);
        long churned = 0;
        for (String customer : results.customers()) {
            RiskResult.Scored last = results.lastRisk(customer);
            if (last.churned()) {
                churned++;
            } else {
                byBand.merge(last.band(), 1L, Long::sum);
            }
        }
        long most = byBand.values().stream().mapToLong(Long::longValue).max().orElse(1);
        out.printf("%nPortfolio: %d customers by risk band%n", results.customers().size());
        for (int i = RiskBand.values().length - 1; i >= 0; i--) {
            long count = byBand.getOrDefault(RiskBand.values()[i], 0L);
            int bar = (int) Math.ceil((double) count * WIDEST_BAR / most);
            out.printf("  %-8s%5d  %s%n", RiskBand.values()[i], count, "█".repeat(bar));
        }
        out.printf("  %-8s%5d%n", "churned", churned);
    }

    void printMostAtRisk() {
        out.printf("%nCustomers at most risk%n");
        out.printf("  %6s  %-7s %6s  %-12s %s%n", "points", "band", "health", "customer", "why");
        for (String customer : mostAtRisk()) {
            RiskResult.Scored last = results.lastRisk(customer);
            List<Contribution> contributions = last.contributions();
            out.printf(
                    "  %6d  %-7s %6s  %-12s %s%n",
                    last.points(),
                    last.band(),
                    results.lastHealth(customer)
                            .map(HealthResult.Scored::score)
                            .map(BigDecimal::toPlainString)
                            .orElse("–"),
                    customer,
                    because(contributions.get(0)));
            contributions.stream().skip(1).forEach(c -> out.printf("%39s%s%n", "", because(c)));
        }
    }

    private String because(Contribution contribution) {
        return "%+d %s"
                .formatted(
                        contribution.points(),
                        words.of(contribution.factor(), contribution.points()));
    }
}
