package io.customerpulse.rules.risk;

import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.result.RiskBand;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The points of each factor and the bands on their sum: {@code config/policies/risk.yaml},
 * explained in {@code docs/policies.md}.
 */
public record RiskPolicy(
        Bands bands,
        ContractEnding contractEnding,
        RenewalPastDue renewalPastDue,
        LowAdoption lowAdoption,
        ManyTickets manyTickets,
        LowCsat lowCsat,
        StakeholderDeparted stakeholderDeparted,
        BudgetCut budgetCut,
        Downtime downtime)
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

    /**
     * @param within how long before its end the contract counts as ending
     */
    public record ContractEnding(int points, Duration within) implements Serializable {}

    /** The contract's end has passed without a renewal. */
    public record RenewalPastDue(int points) implements Serializable {}

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
     * @param moreThan how many tickets in the window are still fine
     */
    public record ManyTickets(int points, int moreThan) implements Serializable {}

    /**
     * @param below the mean rating from which on satisfaction is fine
     */
    public record LowCsat(int points, int below) implements Serializable {}

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
     * @param lasts how long a cut counts
     */
    public record BudgetCut(int points, Duration lasts) implements Serializable {}

    /**
     * @param moreThan how much downtime in the window is still fine
     */
    public record Downtime(int points, Duration moreThan) implements Serializable {}
}
