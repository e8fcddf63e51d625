package io.customerpulse.rules.policy;

import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.risk.RiskFactor;
import io.customerpulse.rules.risk.RiskPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code risk.yaml}. */
final class RiskPolicyReader {

    private static final int MOST_POINTS = 1_000;
    private static final BigDecimal LARGEST_PERCENT = BigDecimal.valueOf(1_000_000);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TWO_YEARS = Duration.ofDays(731);

    private final FlagPolicy.Repeated repeatedPoorCsat;
    private final FlagPolicy.Fell npsDrop;
    private final PolicySection document;
    private final PolicySection factors;

    /**
     * @param repeatedPoorCsat what begins that factor, told with its flag
     * @param npsDrop what begins that one
     */
    RiskPolicyReader(
            PolicySection document, FlagPolicy.Repeated repeatedPoorCsat, FlagPolicy.Fell npsDrop) {
        this.repeatedPoorCsat = repeatedPoorCsat;
        this.npsDrop = npsDrop;
        this.document = document;
        this.factors = document.section("factors");
    }

    RiskPolicy read() {
        factors.refuseOthers(
                "risk factor", Arrays.stream(RiskFactor.values()).map(RiskFactor::id).toList());
        PolicySection priceIncrease = factor(RiskFactor.PRICE_INCREASE);
        PolicySection noUsage = factor(RiskFactor.NO_USAGE);
        PolicySection manyTickets = factor(RiskFactor.MANY_TICKETS);
        PolicySection departed = factor(RiskFactor.STAKEHOLDER_DEPARTED);
        PolicySection delayed = factor(RiskFactor.IMPLEMENTATION_DELAYED);
        PolicySection downtime = factor(RiskFactor.DOWNTIME);
        PolicySection multiYear = factor(RiskFactor.MULTI_YEAR);
        return new RiskPolicy(
                bands(document.section("bands")),
                lasting(RiskFactor.CONTRACT_ENDING),
                present(RiskFactor.RENEWAL_PAST_DUE),
                present(RiskFactor.CONTRACT_DISPUTED),
                new RiskPolicy.PriceIncrease(
                        points(priceIncrease),
                        priceIncrease.decimal("moreThan", BigDecimal.ZERO, LARGEST_PERCENT),
                        lasts(priceIncrease)),
                new RiskPolicy.LowAdoption(steps(factor(RiskFactor.LOW_ADOPTION))),
                below(RiskFactor.TRAINING_INCOMPLETE, 100),
                new RiskPolicy.NoUsage(points(noUsage), noUsage.whole("days", 1, 365)),
                new RiskPolicy.MoreThan(
                        points(manyTickets), manyTickets.whole("moreThan", 0, 1_000_000)),
                lowNps(factor(RiskFactor.LOW_NPS)),
                below(RiskFactor.LOW_CSAT, 5),
                overdue(RiskFactor.NO_REVIEW),
                lasting(RiskFactor.NEGATIVE_SOCIAL),
                new RiskPolicy.StakeholderDeparted(
                        roles(departed.section("points")), lasts(departed)),
                lasting(RiskFactor.BUDGET_CUT),
                present(RiskFactor.MARKET_DOWNTURN),
                lasting(RiskFactor.COMPETITOR_ACQUISITION),
                lasting(RiskFactor.MERGER),
                new RiskPolicy.ImplementationDelayed(
                        points(delayed),
                        delayed.duration("after", Duration.ZERO, TWO_YEARS),
                        delayed.whole("pushes", 1, 20)),
                new RiskPolicy.Downtime(
                        points(downtime), downtime.duration("moreThan", Duration.ZERO, TWO_YEARS)),
                overdue(RiskFactor.DATA_QUALITY),
                overdue(RiskFactor.INTEGRATION_FAILURE),
                repeated(factor(RiskFactor.REPEATED_POOR_CSAT)),
                npsDrop(factor(RiskFactor.NPS_DROP)),
                lasting(RiskFactor.BILLING_QUESTIONS),
                overdue(RiskFactor.NO_EXPANSION),
                lasting(RiskFactor.COMPETITOR_MENTIONED),
                new RiskPolicy.MultiYear(pointsFor(multiYear), multiYear.whole("months", 1, 1_200)),
                lastingFor(RiskFactor.EXPANSION_ONGOING),
                lastingFor(RiskFactor.SPONSOR_ENGAGED),
                lastingFor(RiskFactor.EXPANSION_WON),
                lastingFor(RiskFactor.PROACTIVE_FEEDBACK));
    }

    private RiskPolicy.Present present(RiskFactor factor) {
        return new RiskPolicy.Present(points(factor(factor)));
    }

    private RiskPolicy.Lasting lasting(RiskFactor factor) {
        PolicySection section = factor(factor);
        return new RiskPolicy.Lasting(points(section), lasts(section));
    }

    /** A factor that speaks for the customer. */
    private RiskPolicy.Lasting lastingFor(RiskFactor factor) {
        PolicySection section = factor(factor);
        return new RiskPolicy.Lasting(pointsFor(section), lasts(section));
    }

    private RiskPolicy.Overdue overdue(RiskFactor factor) {
        PolicySection section = factor(factor);
        return new RiskPolicy.Overdue(
                points(section), section.duration("after", Duration.ZERO, TWO_YEARS));
    }

    private RiskPolicy.Below below(RiskFactor factor, int highest) {
        PolicySection section = factor(factor);
        return new RiskPolicy.Below(points(section), section.whole("below", 1, highest));
    }

    private static RiskPolicy.LowNps lowNps(PolicySection factor) {
        PolicySection detractors = factor.section("detractors");
        PolicySection passives = factor.section("passives");
        int below = detractors.whole("below", -100, 100);
        int upTo = passives.whole("upTo", -100, 100);
        if (detractors.sound("below") && passives.sound("upTo") && upTo < below) {
            passives.problem(
                    "upTo",
                    "must be at least detractors.below (%d), but is %d".formatted(below, upTo));
        }
        int ratingBelow = detractors.whole("ratingBelow", 0, 10);
        int ratingUpTo = passives.whole("ratingBelow", 0, 10);
        if (detractors.sound("ratingBelow")
                && passives.sound("ratingBelow")
                && ratingUpTo < ratingBelow) {
            passives.problem(
                    "ratingBelow",
                    "must be at least detractors.ratingBelow (%d), but is %d"
                            .formatted(ratingBelow, ratingUpTo));
        }
        return new RiskPolicy.LowNps(
                points(detractors), below, points(passives), upTo, ratingBelow, ratingUpTo);
    }

    private RiskPolicy.Repeated repeated(PolicySection factor) {
        return new RiskPolicy.Repeated(
                points(factor),
                repeatedPoorCsat.times(),
                repeatedPoorCsat.below(),
                repeatedPoorCsat.within());
    }

    private RiskPolicy.NpsDrop npsDrop(PolicySection factor) {
        return new RiskPolicy.NpsDrop(
                points(factor),
                npsDrop.moreThan(),
                npsDrop.window(),
                npsDrop.answersNeeded(),
                npsDrop.lasts());
    }

    private static Duration lasts(PolicySection section) {
        return section.duration("lasts", HOUR, TWO_YEARS);
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

    /** Points that speak for the customer are negative. */
    private static int pointsFor(PolicySection section) {
        return section.whole("points", -MOST_POINTS, -1);
    }

    private static int points(PolicySection section) {
        return section.whole("points", 1, MOST_POINTS);
    }
}
