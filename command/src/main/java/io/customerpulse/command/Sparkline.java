package io.customerpulse.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of bars as text, one for each value. */
final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /**
     * Draws values between 0 and the highest possible; a value that is not known is a blank.
     *
     * @param highest the value of a full bar, more than 0
     */
    static String of(List<Optional<Double>> values, double highest) {
        return values.stream()
                .map(value -> value.map(v -> bar(v, highest)).orElse(" "))
                .collect(Collectors.joining());
    }

    private static String bar(double value, double highest) {
        double share = Math.max(0, Math.min(1, value / highest));
        int step = (int) Math.round(share * (BARS.length() - 1));
        return BARS.substring(step, step + 1);
    }
}
