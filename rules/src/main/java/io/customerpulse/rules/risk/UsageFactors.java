package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CountedDays;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.DatedValue;
import io.customerpulse.rules.customer.RecentFacts;
import io.customerpulse.rules.customer.UsageCalendar;
import io.customerpulse.rules.metric.Fraction;
import io.customerpulse.rules.metric.Metric;
import io.customerpulse.rules.metric.UsageMetrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The factors that follow from usage, which rests on complete days and changes only with them, and
 * from training.
 */
final class UsageFactors {

    private UsageFactors() {}

    static FactorRule lowAdoption(RiskPolicy.LowAdoption policy, CustomerPolicy customerPolicy) {
        UsageMetrics metrics = new UsageMetrics(customerPolicy);
        UsageCalendar calendar = metrics.calendar();
        int days = customerPolicy.adoption().days();
        return (customer, at) -> {
            int seats = UsageMetrics.seats(customer);
            OptionalLong firstKnown =
                    metrics.dayWhenCounted(customer, customerPolicy.adoption().knownAfterDays());
            if (seats == 0 || firstKnown.isEmpty()) {
                return Judgement.unknown(Metric.DAU_PERCENT, Optional.empty());
            }
            long lastComplete = calendar.lastCompleteDay(at);
            if (lastComplete < firstKnown.getAsLong()) {
                return Judgement.unknown(
                        Metric.DAU_PERCENT,
                        Optional.of(calendar.completion(firstKnown.getAsLong())));
            }
            int points = points(policy, metrics.dauPercent(customer, seats, lastComplete));
            if (points > 0) {
                return Judgement.present(
                        points,
                        days(lastComplete - days + 1, lastComplete),
                        Optional.of(calendar.completion(lastComplete + 1)));
            }
            long lastKnown =
                    Math.max(lastComplete, customer.usage().lastDay().orElse(lastComplete));
            return Judgement.absent(
                    LongStream.rangeClosed(lastComplete + 1, lastKnown + days)
                            .filter(d -> points(policy, metrics.dauPercent(customer, seats, d)) > 0)
                            .mapToObj(calendar::completion)
                            .findFirst());
        };
    }

    private static int points(RiskPolicy.LowAdoption policy, Fraction dauPercent) {
        return policy.steps().stream()
                .filter(step -> dauPercent.compareTo(Fraction.of(step.below())) < 0)
                .findFirst()
                .map(RiskPolicy.LowAdoption.Step::points)
                .orElse(0);
    }

    static FactorRule noUsage(RiskPolicy.NoUsage policy, CustomerPolicy customerPolicy) {
        UsageCalendar calendar = new UsageCalendar(customerPolicy.usage().settles());
        return (customer, at) -> {
            long lastComplete = calendar.lastCompleteDay(at);
            OptionalLong silentFrom = silentFrom(customer, lastComplete);
            if (!customerPolicy.usage().telemetry() || silentFrom.isEmpty()) {
                return Judgement.absent();
            }
            long from = silentFrom.getAsLong();
            long turn = from + policy.days() - 1;
            if (lastComplete < turn) {
                return Judgement.absent(Optional.of(calendar.completion(turn)));
            }
            return Judgement.present(
                    policy.points(),
                    days(from, lastComplete),
                    Optional.of(calendar.completion(lastComplete + 1)));
        };
    }

    /** The first day without usage: after go-live and the last usage, whichever is later. */
    private static OptionalLong silentFrom(CustomerRecord customer, long lastComplete) {
        OptionalLong lastUsage = customer.usage().lastUsageDay(lastComplete);
        Optional<Instant> goLive = customer.implementation().goLive();
        if (lastUsage.isEmpty() && goLive.isEmpty()) {
            return OptionalLong.empty();
        }
        long afterUsage = lastUsage.isPresent() ? lastUsage.getAsLong() + 1 : Long.MIN_VALUE;
        long live = goLive.map(UsageCalendar::firstDayFrom).orElse(Long.MIN_VALUE);
        return OptionalLong.of(CountedDays.sinceSeen(customer, Math.max(afterUsage, live)));
    }

    static FactorRule trainingIncomplete(RiskPolicy.Below policy) {
        return (customer, at) -> {
            Optional<DatedValue<BigDecimal>> training = customer.training();
            if (training.isEmpty()) {
                return Judgement.unknown(Metric.TRAINING_PERCENT, Optional.empty());
            }
            if (!customer.implementation().liveBy(at)) {
                return Judgement.absent(customer.implementation().goLive());
            }
            return training.get().value().compareTo(BigDecimal.valueOf(policy.below())) < 0
                    ? Judgement.present(policy.points(), training.get().by(), Optional.empty())
                    : Judgement.absent();
        };
    }

    /** The newest of these days, as many as evidence names. */
    private static List<String> days(long first, long last) {
        return LongStream.rangeClosed(Math.max(first, last - RecentFacts.EVIDENCE + 1), last)
                .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
                .toList();
    }
}
