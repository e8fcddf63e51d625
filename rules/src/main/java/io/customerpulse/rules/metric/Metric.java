package io.customerpulse.rules.metric;

import java.util.Arrays;
import java.util.Optional;

/** What is measured of a customer ({@code docs/rules.md}, customer metrics). */
public enum Metric {
    DAU_PERCENT("dauPercent", true),
    ACTIVE_DAYS("activeDays28", true),
    FEATURE_ADOPTION("featureAdoption", true),
    TRAINING_PERCENT("trainingPercent", true),
    NPS("nps", true),
    NPS_RESPONSES("npsResponses", true),
    CSAT_MEAN("csatMean", true),
    CSAT_RESPONSES("csatResponses", true),
    TICKETS("ticketsLast30d", true),
    DOWNTIME_HOURS("downtimeHours30d", true),
    DAYS_TO_RENEWAL("daysToRenewal", true),
    CONTENT_VOLUME("contentVolume", false),
    ACTIVATED_SEATS("activatedSeats", false),
    INTEGRATIONS("integrations", false),
    TRAINING("training", false),
    SURVEYS("surveys", false),
    ACTIONS("actions", false),
    REVIEWS("reviews", false),
    MILESTONES("milestones", false),
    GOALS("goals", false),
    ROI("roi", false),
    USAGE_GROWTH("usageGrowth", false),
    SEATS_GROWTH("seatsGrowth", false),
    CONTRACT_VALUE_GROWTH("contractValueGrowth", false),
    NPS_RATING_MEAN("npsRatingMean", false);

    private final String metricName;
    private final boolean published;

    Metric(String metricName, boolean published) {
        this.metricName = metricName;
        this.published = published;
    }

    /** The metric's public name. */
    public String metricName() {
        return metricName;
    }

    /** Whether it is a field of {@code customer.measured}; the others only enter health. */
    public boolean published() {
        return published;
    }

    /** The metric of that name, if there is one. */
    public static Optional<Metric> named(String metricName) {
        return Arrays.stream(values()).filter(m -> m.metricName.equals(metricName)).findFirst();
    }
}
