package io.customerpulse.rules.risk;

import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.result.RiskBand;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The points of each factor and the bands on their sum: {@code config/policies/risk.yaml},
 * explained in {@code docs/policies.md}. The components stand in the order of {@link RiskFactor}.
 */
public record RiskPolicy(
        Bands bands,
        Lasting contractEnding,
        Present renewalPastDue,
        Present contractDisputed,
        PriceIncrease priceIncrease,
        LowAdoption lowAdoption,
        Below trainingIncomplete,
        NoUsage noUsage,
        MoreThan manyTickets,
        LowNps lowNps,
        Below lowCsat,
        Overdue noReview,
        Lasting negativeSocial,
        StakeholderDeparted stakeholderDeparted,
        Lasting budgetCut,
        Present marketDownturn,
        Lasting competitorAcquisition,
        Lasting merger,
        ImplementationDelayed implementationDelayed,
        Downtime downtime,
        Overdue dataQuality,
        Overdue integrationFailure,
        Repeated repeatedPoorCsat,
        NpsDrop npsDrop,
        Lasting billingQuestions,
        Overdue noExpansion,
        Lasting competitorMentioned,
        MultiYear multiYear,
        Lasting expansionOngoing,
        Lasting sponsorEngaged,
        Lasting expansionWon,
        Lasting proactiveFeedback)
        implements Serializable {

    /**
     * The bands on the raw sum of points.
     *
     * @param yellowAbove a sum above this is at least YELLOW
     * @param orangeAbove a sum above this is at least ORANGE
     * @param redAbove a sum above this is RED
     * @param improvementHolds how long a better band must hold before it is announced
     */
    public record Bands(int yellowAbove, int orangeAbove, int redAbove, Duration improvementHolds)
            implements Serializable {

        /** The band of this sum. */
        public RiskBand of(int points) {
            if (points > redAbove) {
                return RiskBand.RED;
            }
            if (points > orangeAbove) {
                return RiskBand.ORANGE;
            }
            return points > yellowAbove ? RiskBand.YELLOW : RiskBand.GREEN;
        }
    }

    /** Counts while it is so. */
    public record Present(int points) implements Serializable {}

    /**
     * Counts for some time.
     *
     * @param lasts from the cause on; for a contract's end, before it
     */
    public record Lasting(int points, Duration lasts) implements Serializable {}

    /**
     * Counts once something has not happened for some time.
     *
     * @param after from when on
     */
    public record Overdue(int points, Duration after) implements Serializable {}

    /**
     * Counts while a value is below a bound.
     *
     * @param below exclusive
     */
    public record Below(int points, int below) implements Serializable {}

    /**
     * Counts while a number is above a bound.
     *
     * @param moreThan exclusive
     */
    public record MoreThan(int points, int moreThan) implements Serializable {}

    /**
     * @param moreThan percent, exclusive
     * @param lasts how long an increase counts at most
     */
    public record PriceIncrease(int points, BigDecimal moreThan, Duration lasts)
            implements Serializable {}

    /**
     * @param steps rising; the first whose bound the share of active users is below gives the
     *     points
     */
    public record LowAdoption(List<Step> steps) implements Serializable {
        public LowAdoption {
            steps = List.copyOf(steps);
        }

        /**
         * @param below percent of licensed seats, exclusive
         */
        public record Step(int below, int points) implements Serializable {}
    }

    /**
     * @param days complete days without usage
     */
    public record NoUsage(int points, int days) implements Serializable {}

    /**
     * @param detractors points of a score below {@code below}
     * @param passives points of a score from {@code below} up to {@code upTo}, inclusive
     * @param ratingBelow with too few answers for a score: a mean rating below this counts as
     *     detractors
     * @param ratingUpTo and one below this, exclusive, as passives
     */
    public record LowNps(
            int detractors, int below, int passives, int upTo, int ratingBelow, int ratingUpTo)
            implements Serializable {}

    /**
     * @param points by role; a role without points is not a key role
     * @param lasts how long a departure counts at most
     */
    public record StakeholderDeparted(Map<StakeholderRole, Integer> points, Duration lasts)
            implements Serializable {
        public StakeholderDeparted {
            points = Map.copyOf(points);
        }
    }

    /**
     * @param after how long after the first target the customer may still go live
     * @param pushes how many moves of the target to a later date are too many
     */
    public record ImplementationDelayed(int points, Duration after, int pushes)
            implements Serializable {}

    /**
     * @param moreThan how much downtime in the window is still fine
     */
    public record Downtime(int points, Duration moreThan) implements Serializable {}

    /**
     * @param times how many poor answers
     * @param below a rating below this is poor
     * @param within in which time
     */
    public record Repeated(int points, int times, int below, Duration within)
            implements Serializable {}

    /**
     * @param moreThan how many points the score may fall, inclusive
     * @param window the time each of the two scores is taken over
     * @param answersNeeded answers each score needs
     * @param lasts how long it counts after it became true
     */
    public record NpsDrop(
            int points, int moreThan, Duration window, int answersNeeded, Duration lasts)
            implements Serializable {}

    /**
     * @param months calendar months the running term lasts at least
     */
    public record MultiYear(int points, int months) implements Serializable {}
}
