package io.customerpulse.rules.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Intervals of a small piece of time, held against the instants they contain. */
class TimeIntervalProperties {

    private static final int LAST = 30;

    @Example
    void anIntervalIsNeverEmpty() {
        assertThatThrownBy(() -> new TimeInterval(instant(3), instant(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aUnionContainsWhatAnyContains(@ForAll("intervals") List<TimeInterval> intervals) {
        List<TimeInterval> union = TimeInterval.union(intervals);
        assertThat(instants())
                .allSatisfy(
                        at -> assertThat(contains(union, at)).isEqualTo(contains(intervals, at)));
    }

    @Property
    void aUnionIsInOrderWithGapsBetween(@ForAll("intervals") List<TimeInterval> intervals) {
        assertInOrderWithGaps(TimeInterval.union(intervals));
    }

    @Property
    void aUnionOfAUnionIsTheSame(@ForAll("intervals") List<TimeInterval> intervals) {
        List<TimeInterval> union = TimeInterval.union(intervals);
        assertThat(TimeInterval.union(union)).isEqualTo(union);
    }

    @Property
    void whatIsLeftIsWhatTheOthersDoNotContain(
            @ForAll("interval") TimeInterval from, @ForAll("intervals") List<TimeInterval> others) {
        List<TimeInterval> left = TimeInterval.subtract(from, TimeInterval.union(others));
        assertThat(instants())
                .allSatisfy(
                        at ->
                                assertThat(contains(left, at))
                                        .isEqualTo(
                                                contains(List.of(from), at)
                                                        && !contains(others, at)));
        assertInOrderWithGaps(left);
    }

    @Property
    void nothingIsLeftOfAnIntervalWithoutItself(@ForAll("interval") TimeInterval interval) {
        assertThat(TimeInterval.subtract(interval, List.of(interval))).isEmpty();
        assertThat(TimeInterval.subtract(interval, List.of())).containsExactly(interval);
    }

    private static void assertInOrderWithGaps(List<TimeInterval> intervals) {
        for (int i = 1; i < intervals.size(); i++) {
            assertThat(intervals.get(i).from()).isAfter(intervals.get(i - 1).until());
        }
    }

    private static boolean contains(List<TimeInterval> intervals, Instant at) {
        return intervals.stream().anyMatch(i -> !at.isBefore(i.from()) && at.isBefore(i.until()));
    }

    private static List<Instant> instants() {
        return LongStream.rangeClosed(0, LAST + 1)
                .mapToObj(TimeIntervalProperties::instant)
                .toList();
    }

    private static Instant instant(long number) {
        return Instant.ofEpochSecond(number);
    }

    @Provide
    Arbitrary<TimeInterval> interval() {
        // Some intervals have no end yet.
        Arbitrary<Instant> ends =
                Arbitraries.frequencyOf(
                        Tuple.of(
                                9,
                                Arbitraries.longs()
                                        .between(1, LAST)
                                        .map(TimeIntervalProperties::instant)),
                        Tuple.of(1, Arbitraries.just(Instant.MAX)));
        return Combinators.combine(Arbitraries.longs().between(0, LAST - 1), ends)
                .as(
                        (from, until) ->
                                instant(from).isBefore(until)
                                        ? new TimeInterval(instant(from), until)
                                        : new TimeInterval(instant(from), instant(from + 1)));
    }

    @Provide
    Arbitrary<List<TimeInterval>> intervals() {
        return interval().list().ofMaxSize(8);
    }
}
