package io.customerpulse.rules.metric;

import io.customerpulse.rules.customer.CountedDays;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.UsageCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is measured of usage, over complete days only. */
public final class UsageMetrics {

    private final CustomerPolicy policy;
    private final UsageCalendar calendar;

    public UsageMetrics(CustomerPolicy policy) {
        this.policy = policy;
        this.calendar = new UsageCalendar(policy.usage().settles());
    }

    /** Which days are complete when. */
    public UsageCalendar calendar() {
        return calendar;
    }

    /**
     * The last of this many complete days that count; empty when there is no usage to count from.
     */
    public OptionalLong dayWhenCounted(CustomerRecord customer, int days) {
        OptionalLong first = CountedDays.first(customer);
        return policy.usage().telemetry() && first.isPresent()
                ? OptionalLong.of(first.getAsLong() + days - 1)
                : OptionalLong.empty();
    }

    /**
     * The mean share of active users, in percent of the seats, over the complete days up to one.
     *
     * @param lastDay the last of the days
     */
    public Fraction dauPercent(CustomerRecord customer, int seats, long lastDay) {
        int days = policy.adoption().days();
        long active = customer.usage().activeUsers(lastDay - days + 1, lastDay, seats);
        return Fraction.of(100 * active, (long) seats * days);
    }

    /** The seats in force; 0 when they are not known. */
    public static int seats(CustomerRecord customer) {
        return customer.seats().current().map(BigDecimal::intValueExact).orElse(0);
    }

    Optional<Fraction> dauPercent(CustomerRecord customer, Instant at) {
        int seats = seats(customer);
        return seats > 0 && hasCounted(customer, at, policy.adoption().knownAfterDays())
                ? Optional.of(dauPercent(customer, seats, calendar.lastCompleteDay(at)))
                : Optional.empty();
    }

    Optional<Fraction> activeDays(CustomerRecord customer, Instant at) {
        return overActivityDays(
                customer, at, (first, last) -> customer.usage().usageDays(first, last), 1);
    }

    Optional<Fraction> featureAdoption(CustomerRecord customer, Instant at) {
        return overActivityDays(
                customer,
                at,
                (first, last) -> customer.usage().features(first, last),
                policy.usage().featureCatalogue());
    }

    Optional<Fraction> contentVolume(CustomerRecord customer, Instant at) {
        return overActivityDays(
                customer,
                at,
                (first, last) -> customer.usage().contentItems(first, last),
                policy.usage().contentVolume());
    }

    Optional<Fraction> activatedSeats(CustomerRecord customer, Instant at) {
        return overActivityDays(
                customer,
                at,
                (first, last) -> customer.usage().mostActiveUsers(first, last),
                seats(customer));
    }

    Optional<Fraction> integrations(CustomerRecord customer, Instant at) {
        if (!policy.usage().telemetry()) {
            return Optional.empty();
        }
        long last = calendar.lastCompleteDay(at);
        OptionalInt most =
                customer.usage().integrations(last - policy.usage().activityDays() + 1, last);
        return most.isPresent() ? Optional.of(Fraction.of(most.getAsInt())) : Optional.empty();
    }

    Optional<Fraction> usageGrowth(CustomerRecord customer, Instant at) {
        int days = policy.usage().activityDays();
        if (!hasCounted(customer, at, 2 * days)) {
            return Optional.empty();
        }
        long last = calendar.lastCompleteDay(at);
        long now = customer.usage().activeUsers(last - days + 1, last);
        long before = customer.usage().activeUsers(last - 2 * days + 1, last - days);
        return before == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(now, before).minus(Fraction.ONE));
    }

    private interface Counted {
        long over(long firstDay, long lastDay);
    }

    private Optional<Fraction> overActivityDays(
            CustomerRecord customer, Instant at, Counted counted, int whole) {
        int days = policy.usage().activityDays();
        if (whole == 0 || !hasCounted(customer, at, days)) {
            return Optional.empty();
        }
        long last = calendar.lastCompleteDay(at);
        return Optional.of(Fraction.of(counted.over(last - days + 1, last), whole));
    }

    private boolean hasCounted(CustomerRecord customer, Instant at, int days) {
        OptionalLong counted = dayWhenCounted(customer, days);
        return counted.isPresent() && calendar.lastCompleteDay(at) >= counted.getAsLong();
    }
}
