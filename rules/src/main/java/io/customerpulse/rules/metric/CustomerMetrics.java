package io.customerpulse.rules.metric;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.DatedValue;
import io.customerpulse.rules.customer.DowntimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Measures a customer ({@code docs/rules.md}, customer metrics). All values are exact. */
public final class CustomerMetrics {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final CustomerPolicy policy;
    private final UsageMetrics usage;
    private final SurveyMetrics surveys;
    private final SuccessMetrics success;

    public CustomerMetrics(CustomerPolicy policy) {
        this.policy = policy;
        usage = new UsageMetrics(policy);
        surveys = new SurveyMetrics(policy);
        success = new SuccessMetrics(policy);
    }

    /** The metrics that are known at an instant; those that are not are left out. */
    public Map<Metric, Fraction> measure(CustomerRecord customer, Instant at) {
        Map<Metric, Fraction> known = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            measure(metric, customer, at).ifPresent(value -> known.put(metric, value));
        }
        return known;
    }

    private Optional<Fraction> measure(Metric metric, CustomerRecord customer, Instant at) {
        return switch (metric) {
            case DAU_PERCENT -> usage.dauPercent(customer, at);
            case ACTIVE_DAYS -> usage.activeDays(customer, at);
            case FEATURE_ADOPTION -> usage.featureAdoption(customer, at);
            case CONTENT_VOLUME -> usage.contentVolume(customer, at);
            case ACTIVATED_SEATS -> usage.activatedSeats(customer, at);
            case INTEGRATIONS -> usage.integrations(customer, at);
            case USAGE_GROWTH -> usage.usageGrowth(customer, at);
            case TRAINING_PERCENT -> training(customer);
            case TRAINING -> training(customer).map(percent -> percent.dividedBy(Fraction.of(100)));
            case NPS -> surveys.nps(customer, at);
            case NPS_RESPONSES -> surveys.npsResponses(customer, at);
            case NPS_RATING_MEAN -> surveys.npsRatingMean(customer, at);
            case CSAT_MEAN -> surveys.csatMean(customer, at);
            case CSAT_RESPONSES -> surveys.csatResponses(customer, at);
            case SURVEYS -> surveys.answered(customer, at);
            case TICKETS -> Optional.of(tickets(customer, at));
            case DOWNTIME_HOURS -> Optional.of(downtimeHours(customer, at));
            case DAYS_TO_RENEWAL -> daysToRenewal(customer, at);
            case ACTIONS -> success.actions(customer, at);
            case REVIEWS -> success.reviews(customer, at);
            case MILESTONES -> success.milestones(customer);
            case GOALS -> success.goals(customer);
            case ROI -> customer.achievements().returnOnInvestment().map(Fraction::of);
            case SEATS_GROWTH -> success.seatsGrowth(customer, at);
            case CONTRACT_VALUE_GROWTH -> success.contractValueGrowth(customer, at);
        };
    }

    private static Optional<Fraction> training(CustomerRecord customer) {
        return customer.training().map(DatedValue::value).map(Fraction::of);
    }

    private Fraction tickets(CustomerRecord customer, Instant at) {
        return Fraction.of(
                customer.support().ticketsOpened().countWithin(at, policy.tickets().window()));
    }

    private Fraction downtimeHours(CustomerRecord customer, Instant at) {
        if (customer.outages().isEmpty()) {
            return Fraction.ZERO;
        }
        DowntimeWindow window = DowntimeWindow.endingAt(at, customer, policy.downtime().window());
        return Fraction.of(window.total().toMillis(), HOUR);
    }

    private static Optional<Fraction> daysToRenewal(CustomerRecord customer, Instant at) {
        return customer.contract()
                .end()
                .map(end -> Fraction.of(Duration.between(at, end.value()).toMillis(), DAY));
    }
}
