package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.RecentFacts;
import io.customerpulse.rules.customer.UsageCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** The factors that follow from usage: they rest on complete days and change only with them. */
final class UsageFactors {

    private UsageFactors() {}

    static FactorRule lowAdoption(RiskPolicy.LowAdoption policy, CustomerPolicy customerPolicy) {
        UsageCalendar calendar = new UsageCalendar(customerPolicy.usageSettles());
        CustomerPolicy.Adoption adoption = customerPolicy.adoption();
        return (customer, at) -> {
            int seats = customer.account().licensedUsers().orElse(0);
            OptionalLong base = firstCountedDay(customer);
            if (!customerPolicy.usageTelemetry() || seats == 0 || base.isEmpty()) {
                return Judgement.unknown("dauPercent", Optional.empty());
            }
            long lastComplete = calendar.lastCompleteDay(at);
            long firstKnown = base.getAsLong() + adoption.knownAfterDays() - 1;
            if (lastComplete < firstKnown) {
                return Judgement.unknown(
                        "dauPercent", Optional.of(calendar.completion(firstKnown)));
            }
            int points = points(policy, customer, seats, lastComplete, adoption.days());
            if (points > 0) {
                return Judgement.present(
                        points,
                        daysUpTo(lastComplete, adoption.days()),
                        Optional.of(calendar.completion(lastComplete + 1)));
            }
            // As if nobody came any more: at the latest when no known day is in the window.
            long lastKnown = Math.max(lastComplete, customer.usage().lastDay().orElse(0));
            return Judgement.absent(
                    LongStream.rangeClosed(lastComplete + 1, lastKnown + adoption.days())
                            .filter(d -> points(policy, customer, seats, d, adoption.days()) > 0)
                            .mapToObj(calendar::completion)
                            .findFirst());
        };
    }

    /**
     * The first complete day that counts: from the first midnight at or after go-live, or from the
     * first day of usage where no go-live is known; never before the customer was first seen.
     */
    private static OptionalLong firstCountedDay(CustomerRecord customer) {
        long seen = customer.life().firstSeen().map(UsageCalendar::firstDayFrom).orElseThrow();
        Optional<Instant> goLive = customer.account().goLive();
        if (goLive.isPresent()) {
            return OptionalLong.of(Math.max(UsageCalendar.firstDayFrom(goLive.get()), seen));
        }
        OptionalLong firstUsage = customer.usage().firstUsageDay();
        return firstUsage.isPresent()
                ? OptionalLong.of(Math.max(firstUsage.getAsLong(), seen))
                : OptionalLong.empty();
    }

    private static int points(
            RiskPolicy.LowAdoption policy,
            CustomerRecord customer,
            int seats,
            long lastDay,
            int days) {
        long active =
                LongStream.rangeClosed(lastDay - days + 1, lastDay)
                        .map(day -> Math.min(customer.usage().activeUsers(day), seats))
                        .sum();
        // The mean share is below the bound when 100 × active < bound × seats × days: exact.
        return policy.steps().stream()
                .filter(step -> 100L * active < (long) step.below() * seats * days)
                .findFirst()
                .map(RiskPolicy.LowAdoption.Step::points)
                .orElse(0);
    }

    private static List<String> daysUpTo(long lastDay, int days) {
        return LongStream.rangeClosed(lastDay - Math.min(days, RecentFacts.EVIDENCE) + 1, lastDay)
                .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
                .toList();
    }
}
