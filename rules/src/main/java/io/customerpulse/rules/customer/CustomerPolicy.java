package io.customerpulse.rules.customer;

import io.customerpulse.events.result.Tier;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a customer's metrics are measured: {@code config/policies/customer.yaml}, explained in {@code
 * docs/policies.md}.
 *
 * @param duplicateMemory how long an event is recognised as seen before
 * @param tiers which contract values make which tier
 * @param usage how usage is collected
 * @param adoption how the share of active users is measured
 * @param csat how satisfaction is measured
 * @param nps how the net promoter score is measured
 * @param surveys how far back invitations and answers count
 * @param tickets how far back opened tickets count
 * @param downtime how downtime is measured
 * @param reviews how often business reviews are due
 * @param actions how far back events attended, feedback, referrals and testimonials count
 * @param growth how far back growth is compared
 */
public record CustomerPolicy(
        Duration duplicateMemory,
        Tiers tiers,
        Usage usage,
        Adoption adoption,
        Ratings csat,
        Ratings nps,
        Recent surveys,
        Recent tickets,
        Downtime downtime,
        Reviews reviews,
        Recent actions,
        Growth growth)
        implements Serializable {

    /** Annual contract values from which a tier begins; below the first is {@link Tier#STARTER}. */
    public record Tiers(BigDecimal midMarketFrom, BigDecimal enterpriseFrom)
            implements Serializable {

        /** The tier of a contract value; an unknown one is taken for the lowest. */
        public Tier of(Optional<BigDecimal> contractValue) {
            BigDecimal value = contractValue.orElse(BigDecimal.ZERO);
            if (value.compareTo(enterpriseFrom) >= 0) {
                return Tier.ENTERPRISE;
            }
            return value.compareTo(midMarketFrom) >= 0 ? Tier.MID_MARKET : Tier.STARTER;
        }
    }

    /**
     * @param telemetry false where a deployment sends no usage: everything about usage is off
     * @param settles how long after midnight a day is still being reported
     * @param daysKept how many days of usage are kept; reports of older days are ignored
     * @param activityDays complete days that activity is looked at over
     * @param featureCatalogue how many features there are; 0 when that is not known
     * @param contentVolume the content items that are normal for that time; 0 when not known
     */
    public record Usage(
            boolean telemetry,
            Duration settles,
            int daysKept,
            int activityDays,
            int featureCatalogue,
            int contentVolume)
            implements Serializable {

        /** Whether the features that are used are of interest. */
        public boolean countsFeatures() {
            return featureCatalogue > 0;
        }
    }

    /**
     * @param days complete days the mean is taken over
     * @param knownAfterDays complete days since go-live before it is known
     */
    public record Adoption(int days, int knownAfterDays) implements Serializable {}

    /**
     * @param window how far back answers count
     * @param answersNeeded from how many answers on the result is known
     */
    public record Ratings(Duration window, int answersNeeded) implements Serializable {}

    /**
     * @param window how far back something counts
     */
    public record Recent(Duration window) implements Serializable {}

    /**
     * @param window how far back downtime counts
     * @param maintenanceNotice how long before its start maintenance must be announced to excuse
     */
    public record Downtime(Duration window, Duration maintenanceNotice) implements Serializable {}

    /**
     * @param window how far back attended reviews count
     * @param cadence how often a review is due, by tier
     */
    public record Reviews(Duration window, Map<Tier, Duration> cadence) implements Serializable {
        public Reviews {
            cadence = Map.copyOf(cadence);
        }
    }

    /**
     * @param seats how far back the number of seats is compared
     * @param contractValue how far back the annual contract value is compared
     */
    public record Growth(Duration seats, Duration contractValue) implements Serializable {}
}
