package io.customerpulse.rules.metric;

import io.customerpulse.rules.customer.Achievements;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.ValueHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the customer does with us and gets out of it, and how it grows. */
final class SuccessMetrics {

    private final CustomerPolicy policy;

    SuccessMetrics(CustomerPolicy policy) {
        this.policy = policy;
    }

    Optional<Fraction> actions(CustomerRecord customer, Instant at) {
        return customer.engagement().everActed()
                ? Optional.of(
                        Fraction.of(
                                customer.engagement()
                                        .actions()
                                        .countWithin(at, policy.actions().window())))
                : Optional.empty();
    }

    /** Reviews attended over those due: whole cadences since the customer is live and seen. */
    Optional<Fraction> reviews(CustomerRecord customer, Instant at) {
        Optional<Instant> goLive =
                customer.implementation().goLive().filter(live -> !live.isAfter(at));
        if (goLive.isEmpty()) {
            return Optional.empty();
        }
        Instant seen = customer.life().firstSeen().orElseThrow();
        Instant since = goLive.get().isAfter(seen) ? goLive.get() : seen;
        Duration window = policy.reviews().window();
        Duration passed = Duration.between(since, at);
        Duration counted = passed.compareTo(window) < 0 ? passed : window;
        Duration cadence =
                policy.reviews()
                        .cadence()
                        .get(policy.tiers().of(customer.contractValue().current()));
        long due = counted.dividedBy(cadence);
        if (due == 0) {
            return Optional.empty();
        }
        int attended = customer.engagement().reviewsAttended().countWithin(at, window);
        return Optional.of(Fraction.of(Math.min(attended, due), due));
    }

    Optional<Fraction> milestones(CustomerRecord customer) {
        Achievements achievements = customer.achievements();
        return achievements.milestonesDue() == 0
                ? Optional.empty()
                : Optional.of(
                        Fraction.of(achievements.milestonesOnTime(), achievements.milestonesDue()));
    }

    Optional<Fraction> goals(CustomerRecord customer) {
        Achievements achievements = customer.achievements();
        return achievements.goalsSet() == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(achievements.goalsMet(), achievements.goalsSet()));
    }

    Optional<Fraction> seatsGrowth(CustomerRecord customer, Instant at) {
        return growth(customer.seats(), at.minus(policy.growth().seats()));
    }

    Optional<Fraction> contractValueGrowth(CustomerRecord customer, Instant at) {
        return growth(customer.contractValue(), at.minus(policy.growth().contractValue()));
    }

    private static Optional<Fraction> growth(ValueHistory history, Instant then) {
        Optional<BigDecimal> before = history.at(then).filter(value -> value.signum() != 0);
        return before.isPresent() && history.current().isPresent()
                ? Optional.of(
                        Fraction.of(history.current().get())
                                .dividedBy(Fraction.of(before.get()))
                                .minus(Fraction.ONE))
                : Optional.empty();
    }
}
