package io.customerpulse.rules.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** From when a customer's complete days count ({@code docs/rules.md}, go-live and usage). */
public final class CountedDays {

    private CountedDays() {}

    /**
     * The first day that counts, as an epoch day: from the first midnight at or after go-live, or
     * from the first day of usage where no go-live is known; never before the customer was first
     * seen.
     */
    public static OptionalLong first(CustomerRecord customer) {
        Optional<Instant> goLive = customer.implementation().goLive();
        if (goLive.isPresent()) {
            return OptionalLong.of(sinceSeen(customer, UsageCalendar.firstDayFrom(goLive.get())));
        }
        OptionalLong firstUsage = customer.usage().firstUsageDay();
        return firstUsage.isPresent()
                ? OptionalLong.of(sinceSeen(customer, firstUsage.getAsLong()))
                : OptionalLong.empty();
    }

    /** This day, or the first whole day after the customer was first seen if that is later. */
    public static long sinceSeen(CustomerRecord customer, long epochDay) {
        Instant seen = customer.life().firstSeen().orElseThrow();
        return Math.max(epochDay, UsageCalendar.firstDayFrom(seen));
    }
}
