package io.customerpulse.rules.flag;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.RecentFacts;
import io.customerpulse.rules.customer.UsageCalendar;
import io.customerpulse.rules.metric.Fraction;
import io.customerpulse.rules.metric.UsageMetrics;
import io.customerpulse.rules.risk.RiskFactor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** The conditions that follow from usage, over complete days only. */
final class UsageFlags {

    private UsageFlags() {}

    /**
     * The mean share of active users is below a bound. The bound is at most the highest of the
     * factor {@code low-adoption}: so it can hold, and turn, only while that factor is present.
     */
    static FlagRule notUsed(int below, CustomerPolicy policy) {
        UsageMetrics metrics = new UsageMetrics(policy);
        UsageCalendar calendar = metrics.calendar();
        int days = policy.adoption().days();
        Fraction bound = Fraction.of(below);
        return (customer, at, risk) -> {
            if (!risk.present().containsKey(RiskFactor.LOW_ADOPTION)) {
                return FlagRule.Judgement.absent();
            }
            long last = calendar.lastCompleteDay(at);
            Fraction dauPercent = metrics.dauPercent(customer, UsageMetrics.seats(customer), last);
            Optional<Instant> next = Optional.of(calendar.completion(last + 1));
            return dauPercent.compareTo(bound) < 0
                    ? FlagRule.Judgement.holds(days(last - days + 1, last), next)
                    : FlagRule.Judgement.absent(next);
        };
    }

    /** The active users of the last days are more than those of as many days before. */
    static FlagRule adoptionGrowing(int days, CustomerPolicy policy) {
        UsageMetrics metrics = new UsageMetrics(policy);
        UsageCalendar calendar = metrics.calendar();
        return (customer, at, risk) -> {
            OptionalLong known = metrics.dayWhenCounted(customer, 2 * days);
            if (known.isEmpty()) {
                return FlagRule.Judgement.absent();
            }
            long last = calendar.lastCompleteDay(at);
            if (last < known.getAsLong()) {
                return FlagRule.Judgement.absent(
                        Optional.of(calendar.completion(known.getAsLong())));
            }
            long now = customer.usage().activeUsers(last - days + 1, last);
            long before = customer.usage().activeUsers(last - 2L * days + 1, last - days);
            return now > before
                    ? FlagRule.Judgement.holds(
                            days(last - 2L * days + 1, last),
                            Optional.of(calendar.completion(last + 1)))
                    : FlagRule.Judgement.absent(nextMove(customer, calendar, last, days));
        };
    }

    /** The windows move while there is any day in them, or one to come. */
    private static Optional<Instant> nextMove(
            CustomerRecord customer, UsageCalendar calendar, long last, int days) {
        return customer.usage().hasDaysAfter(last - 2L * days)
                ? Optional.of(calendar.completion(last + 1))
                : Optional.empty();
    }

    /** The newest of these days, as many as evidence names. */
    private static List<String> days(long first, long last) {
        return LongStream.rangeClosed(Math.max(first, last - RecentFacts.EVIDENCE + 1), last)
                .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
                .toList();
    }
}
