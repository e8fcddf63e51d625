package io.customerpulse.command.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** What a shift leaves as it was, whatever the history and wherever it goes. */
class TimeShiftProperties {

    @Property
    void theFirstEventLandsExactlyOnTheInstant(
            @ForAll("instant") Instant first,
            @ForAll @NotEmpty @Size(max = 20) List<@From("instant") Instant> times) {
        List<InputEvent> moved = moved(first, times);

        assertThat(moved.stream().map(InputEvent::time).min(Comparator.naturalOrder()))
                .contains(first);
    }

    @Property
    void whatLiesBetweenTwoEventsStaysWhatItWas(
            @ForAll("instant") Instant first,
            @ForAll @NotEmpty @Size(max = 20) List<@From("instant") Instant> times) {
        List<InputEvent> moved = moved(first, times);

        assertThat(IntStream.range(1, times.size()))
                .allSatisfy(
                        i ->
                                assertThat(
                                                Duration.between(
                                                        moved.get(i - 1).time(),
                                                        moved.get(i).time()))
                                        .isEqualTo(
                                                Duration.between(times.get(i - 1), times.get(i))));
    }

    @Property
    void aDayThatWasOverWhenItWasReportedStillIs(
            @ForAll("instant") Instant first, @ForAll("instant") Instant time) {
        InputEvent moved = moved(first, List.of(time)).get(0);

        LocalDate day = ((UsageFact.Recorded) moved.fact()).day();
        assertThat(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .isBeforeOrEqualTo(moved.time());
    }

    /** In whole milliseconds, from 1900 to 2099. */
    @Provide
    Arbitrary<Instant> instant() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("1900-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2099-12-31T23:59:59.999Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    private static List<InputEvent> moved(Instant first, List<Instant> times) {
        List<InputEvent> events =
                IntStream.range(0, times.size())
                        .mapToObj(i -> usageOfTheDayBefore(times.get(i), i))
                        .toList();
        return TimeShift.toStartAt(first, events).moved(events);
    }

    private static InputEvent usageOfTheDayBefore(Instant time, int number) {
        return new InputEvent(
                "/test",
                Integer.toString(number),
                time,
                Optional.of("acme"),
                new UsageFact.Recorded(
                        LocalDate.ofInstant(time, ZoneOffset.UTC).minusDays(1),
                        1,
                        OptionalInt.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
    }
}
