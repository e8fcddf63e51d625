package io.customerpulse.command.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.ControlFact;
import io.customerpulse.events.fact.GoalFact;
import io.customerpulse.events.fact.UsageFact;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a history moves in time. */
class TimeShiftTest {

    @Test
    void takesTheEarliestEventToTheInstantWhereverItStands() {
        List<InputEvent> events =
                List.of(at("2010-12-02T08:26:00Z"), at("2010-12-01T08:26:00.007Z"));

        assertThat(startingAt("2026-01-05T09:00:00Z", events))
                .extracting(event -> event.time().toString())
                .containsExactly("2026-01-06T08:59:59.993Z", "2026-01-05T09:00:00Z");
    }

    @Test
    void movesIntoThePastToo() {
        assertThat(startingAt("1969-12-31T23:59:59.999Z", List.of(at("2010-12-01T00:00:00Z"))))
                .extracting(event -> event.time().toString())
                .containsExactly("1969-12-31T23:59:59.999Z");
    }

    @Test
    void movesNothingToWhereItIs() {
        List<InputEvent> events = List.of(at("2010-12-01T08:26:00.123Z"), usage("2010-11-30"));

        assertThat(TimeShift.by(Duration.ZERO).moved(events)).isEqualTo(events);
    }

    @Test
    void movesNothingWithoutEvents() {
        TimeShift shift = TimeShift.toStartAt(Instant.parse("2026-01-05T09:00:00Z"), List.of());

        assertThat(shift.duration()).isZero();
        assertThat(shift.moved(List.of())).isEmpty();
    }

    @Test
    void cutsTheInstantToTheMillisecond() {
        assertThat(startingAt("2026-01-05T09:00:00.123999Z", List.of(at("2010-12-01T00:00:00Z"))))
                .extracting(event -> event.time().toString())
                .containsExactly("2026-01-05T09:00:00.123Z");
    }

    @Test
    void keepsAllOfAnEventButItsTime() {
        InputEvent event =
                new InputEvent(
                        "/somewhere",
                        "one",
                        Instant.parse("2010-12-01T00:00:00Z"),
                        Optional.of("acme"),
                        new GoalFact.GoalSet(Optional.of("goal")));

        assertThat(TimeShift.by(Duration.ofMillis(1)).moved(event))
                .isEqualTo(
                        new InputEvent(
                                "/somewhere",
                                "one",
                                Instant.parse("2010-12-01T00:00:00.001Z"),
                                Optional.of("acme"),
                                new GoalFact.GoalSet(Optional.of("goal"))));
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, 2010-12-02",
        "PT23H59M59.999S, 2010-12-01",
        "PT0.001S, 2010-12-01",
        "PT0S, 2010-12-01",
        "PT-0.001S, 2010-11-30",
        "PT-24H, 2010-11-30",
        "PT-24H-0.001S, 2010-11-29",
    })
    void movesDaysByWholeDaysRoundedDown(Duration duration, LocalDate moved) {
        InputEvent event = TimeShift.by(duration).moved(usage("2010-12-01"));

        assertThat(event.fact())
                .isInstanceOfSatisfying(
                        UsageFact.Recorded.class,
                        usage -> assertThat(usage.day()).isEqualTo(moved));
    }

    @Test
    void goesToTheLastMillisecondOfTheYear9999() {
        assertThat(startingAt("9999-12-31T23:59:59.999Z", List.of(at("2010-12-01T00:00:00Z"))))
                .extracting(event -> event.time().toString())
                .containsExactly("9999-12-31T23:59:59.999Z");
    }

    @Test
    void goesToTheBeginningOfTheYear0() {
        assertThat(startingAt("0000-01-01T00:00:00Z", List.of(at("2010-12-01T00:00:00Z"))))
                .extracting(event -> event.time().toString())
                .containsExactly("0000-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-12-31T23:59:59.999Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
            })
    void refusesToStartOutsideTheYearsThatAnEventCanHave(Instant first) {
        List<InputEvent> events = List.of(at("2010-12-01T00:00:00Z"));

        assertThatThrownBy(() -> TimeShift.toStartAt(first, events))
                .isInstanceOf(DateTimeException.class)
                .hasMessage(first + " is outside the years 0000 to 9999");
    }

    @Test
    void refusesToMoveALaterEventBeyondTheYear9999() {
        List<InputEvent> events =
                List.of(at("2010-12-01T00:00:00Z"), at("2010-12-01T00:00:00.001Z"));
        TimeShift shift = TimeShift.toStartAt(Instant.parse("9999-12-31T23:59:59.999Z"), events);

        assertThatThrownBy(() -> shift.moved(events))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("+10000-01-01T00:00:00Z is outside the years 0000 to 9999");
    }

    @Test
    void refusesToMoveADayBeforeTheYear0() {
        List<InputEvent> events = List.of(usage("2010-11-30"));
        TimeShift shift = TimeShift.toStartAt(Instant.parse("0000-01-01T06:00:00Z"), events);

        assertThatThrownBy(() -> shift.moved(events))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("-0001-12-31 is outside the years 0000 to 9999");
    }

    private static List<InputEvent> startingAt(String first, List<InputEvent> events) {
        return TimeShift.toStartAt(Instant.parse(first), events).moved(events);
    }

    private static InputEvent at(String time) {
        return new InputEvent(
                "/test",
                time,
                Instant.parse(time),
                Optional.empty(),
                new ControlFact.ClockTicked());
    }

    /** A day's usage, reported at six in the morning after it. */
    private static InputEvent usage(String day) {
        LocalDate date = LocalDate.parse(day);
        return new InputEvent(
                "/test",
                day,
                Instant.parse(date.plusDays(1) + "T06:00:00Z"),
                Optional.of("acme"),
                new UsageFact.Recorded(
                        date,
                        3,
                        OptionalInt.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
    }
}
