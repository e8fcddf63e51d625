package io.customerpulse.benchmarks;

import java.util.Collection;
import java.util.List;

/** Quantiles of a few numbers: the nearest one that is there, for the median the mean of two. */
public final class Quantiles {

    private Quantiles() {}

    /** The middle of them. */
    public static double median(Collection<? extends Number> numbers) {
        List<Double> sorted = sorted(numbers);
        int upper = sorted.size() / 2;
        int lower = (sorted.size() - 1) / 2;
        return (sorted.get(lower) + sorted.get(upper)) / 2;
    }

    /** The smallest number that so large a share of them does not exceed. */
    public static double of(Collection<? extends Number> numbers, double quantile) {
        List<Double> sorted = sorted(numbers);
        return sorted.get((int) Math.round(quantile * (sorted.size() - 1)));
    }

    private static List<Double> sorted(Collection<? extends Number> numbers) {
        return numbers.stream().map(Number::doubleValue).sorted().toList();
    }
}
