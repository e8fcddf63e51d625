package io.customerpulse.command.calendar;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;
import java.time.Duration;

/** Durations as numbers of seconds: whole ones without a fraction. */
final class JsonSeconds {

    private static final int MILLISECOND_DIGITS = 3;

    private JsonSeconds() {}

    static NumericNode of(Duration duration) {
        return duration.toMillisPart() == 0
                ? LongNode.valueOf(duration.toSeconds())
                : DecimalNode.valueOf(
                        BigDecimal.valueOf(duration.toMillis(), MILLISECOND_DIGITS)
                                .stripTrailingZeros());
    }
}
