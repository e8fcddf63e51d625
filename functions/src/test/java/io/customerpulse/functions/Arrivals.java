package io.customerpulse.functions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Records in an order in which they might arrive: none further behind the latest one than the bound
 * on lateness.
 *
 * @param inOrderOfArrival the records
 * @param timeOf what a record is stamped with
 * @param bound the bound on lateness
 */
public record Arrivals<T>(
        List<Arrival<T>> inOrderOfArrival, Function<T, Instant> timeOf, Duration bound) {

    /**
     * One record.
     *
     * @param delay how long after its time it arrives, in parts of a thousand of the bound
     * @param watermark whether the watermark moves right after it
     */
    public record Arrival<T>(T what, int delay, boolean watermark) {}

    /** Puts the records in the order of their times plus their delays. */
    public Arrivals {
        inOrderOfArrival = new ArrayList<>(inOrderOfArrival);
        inOrderOfArrival.sort(
                Comparator.comparing(
                        arrival ->
                                timeOf.apply(arrival.what())
                                        .plus(
                                                bound.multipliedBy(arrival.delay())
                                                        .dividedBy(1_000))));
    }

    /** Lets a function have the records, and the watermarks that follow from them. */
    public <O> void reach(RunningFunction<T, O> function) throws Exception {
        Instant latest = Instant.MIN;
        for (Arrival<T> arrival : inOrderOfArrival) {
            function.receives(List.of(arrival.what()));
            Instant time = timeOf.apply(arrival.what());
            latest = time.isAfter(latest) ? time : latest;
            if (arrival.watermark()) {
                function.reaches(latest.minus(bound).minusMillis(1));
            }
        }
    }
}
