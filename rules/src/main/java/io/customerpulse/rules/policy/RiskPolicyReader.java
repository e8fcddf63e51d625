package io.customerpulse.rules.policy;

import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.risk.RiskFactor;
import io.customerpulse.rules.risk.RiskPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code risk.yaml}. */
final class RiskPolicyReader {

    private static final int MOST_POINTS = 1_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWO_YEARS = Duration.ofDays(731);

    private final PolicySection document;
    private final PolicySection factors;

    RiskPolicyReader(PolicySection document) {
        this.document = document;
        this.factors = document.section("factors");
    }

    RiskPolicy read() {
        refuseUnknownFactors();
        PolicySection contractEnding = factor(RiskFactor.CONTRACT_ENDING);
        PolicySection manyTickets = factor(RiskFactor.MANY_TICKETS);
        PolicySection lowCsat = factor(RiskFactor.LOW_CSAT);
        PolicySection departed = factor(RiskFactor.STAKEHOLDER_DEPARTED);
        PolicySection budgetCut = factor(RiskFactor.BUDGET_CUT);
        PolicySection downtime = factor(RiskFactor.DOWNTIME);
        return new RiskPolicy(
                bands(document.section("bands")),
                new RiskPolicy.ContractEnding(
                        points(contractEnding), contractEnding.duration("within", DAY, TWO_YEARS)),
                new RiskPolicy.RenewalPastDue(points(factor(RiskFactor.RENEWAL_PAST_DUE))),
                new RiskPolicy.LowAdoption(steps(factor(RiskFactor.LOW_ADOPTION))),
                new RiskPolicy.ManyTickets(
                        points(manyTickets), manyTickets.whole("moreThan", 0, 1_000_000)),
                new RiskPolicy.LowCsat(points(lowCsat), lowCsat.whole("below", 1, 5)),
                new RiskPolicy.StakeholderDeparted(
                        roles(departed.section("points")),
                        departed.duration("lasts", HOUR, TWO_YEARS)),
                new RiskPolicy.BudgetCut(
                        points(budgetCut), budgetCut.duration("lasts", HOUR, TWO_YEARS)),
                new RiskPolicy.Downtime(
                        points(downtime), downtime.duration("moreThan", Duration.ZERO, TWO_YEARS)));
    }

    private void refuseUnknownFactors() {
        for (String key : factors.keys()) {
            if (RiskFactor.named(key).isEmpty()) {
                factors.problem(
                        key,
                        "is not a risk factor; known are "
                                + Arrays.stream(RiskFactor.values())
                                        .map(RiskFactor::id)
                                        .collect(Collectors.joining(", ")));
                factors.read(key);
            }
        }
    }

    private static RiskPolicy.Bands bands(PolicySection bands) {
        int yellow = bands.whole("yellowAbove", 0, MOST_POINTS);
        int orange = bands.whole("orangeAbove", 0, MOST_POINTS);
        int red = bands.whole("redAbove", 0, MOST_POINTS);
        if (bands.sound("yellowAbove", "orangeAbove") && orange <= yellow) {
            bands.problem("orangeAbove", overlap("yellowAbove", yellow, orange));
        }
        if (bands.sound("orangeAbove", "redAbove") && red <= orange) {
            bands.problem("redAbove", overlap("orangeAbove", orange, red));
        }
        return new RiskPolicy.Bands(
                yellow, orange, red, bands.duration("improvementHolds", Duration.ZERO, TWO_YEARS));
    }

    private static String overlap(String below, int bound, int value) {
        return "must be more than %s (%d) or the bands overlap, but is %d"
                .formatted(below, bound, value);
    }

    private static List<RiskPolicy.LowAdoption.Step> steps(PolicySection factor) {
        List<RiskPolicy.LowAdoption.Step> steps = new ArrayList<>();
        int before = 0;
        for (PolicySection row : factor.rows("steps")) {
            int below = row.whole("below", 1, 100);
            if (row.sound("below") && below <= before) {
                row.problem("below", "must be more than in the row before, but is " + below);
            }
            before = row.sound("below") ? below : before;
            steps.add(new RiskPolicy.LowAdoption.Step(below, points(row)));
        }
        return steps;
    }

    private static Map<StakeholderRole, Integer> roles(PolicySection points) {
        Map<StakeholderRole, Integer> roles = new EnumMap<>(StakeholderRole.class);
        for (String key : points.keys()) {
            Arrays.stream(StakeholderRole.values())
                    .filter(role -> role.name().equals(key))
                    .findFirst()
                    .ifPresentOrElse(
                            role -> roles.put(role, points.whole(key, 1, MOST_POINTS)),
                            () -> {
                                points.problem(
                                        key,
                                        "is not a role; known are "
                                                + Arrays.toString(StakeholderRole.values()));
                                points.read(key);
                            });
        }
        return roles;
    }

    private PolicySection factor(RiskFactor factor) {
        return factors.section(factor.id());
    }

    private static int points(PolicySection section) {
        return section.whole("points", 1, MOST_POINTS);
    }
}
