package io.customerpulse.rules.sla;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How much time a target gives.
 *
 * @param openTime counted time, longer than zero
 * @param calendar the name of the calendar that says which time counts
 */
public record Allowance(Duration openTime, String calendar) implements Serializable {

    public Allowance {
        Objects.requireNonNull(openTime, "openTime");
        Objects.requireNonNull(calendar, "calendar");
    }
}
