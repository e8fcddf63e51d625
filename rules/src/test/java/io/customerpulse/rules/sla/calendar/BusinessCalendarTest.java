package io.customerpulse.rules.sla.calendar;

import static io.customerpulse.rules.sla.calendar.Calendars.business;
import static io.customerpulse.rules.sla.calendar.Calendars.calendar;
import static io.customerpulse.rules.sla.calendar.Calendars.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each question to a calendar means; 2026-01-05 is a Monday. */
class BusinessCalendarTest {

    private static final String LUNCH =
            """
            {'tz':'UTC','weekly':{'mon':[['09:00','12:00'],['13:00','17:00']],
             'tue':[['09:00','12:00'],['13:00','17:00']],'fri':[['22:00','06:00']]}}
            """;

    private final BusinessCalendar lunch = calendar(LUNCH);

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        // inside a window, and up to its end exactly
        "2026-01-05T09:00:00Z, PT1H,    2026-01-05T10:00:00Z",
        "2026-01-05T09:00:00Z, PT3H,    2026-01-05T12:00:00Z",
        // a millisecond more is in the next window
        "2026-01-05T09:00:00Z, PT3H0.001S, 2026-01-05T13:00:00.001Z",
        "2026-01-05T11:59:59Z, PT2S,    2026-01-05T13:00:01Z",
        // over a night, over the days without windows, over midnight
        "2026-01-05T16:00:00Z, PT2H,    2026-01-06T10:00:00Z",
        "2026-01-06T16:00:00Z, PT3H,    2026-01-10T00:00:00Z",
        "2026-01-06T16:00:00Z, PT9H,    2026-01-10T06:00:00Z",
        "2026-01-06T16:00:00Z, PT10H,   2026-01-12T10:00:00Z",
        // from closed time
        "2026-01-05T12:30:00Z, PT1H,    2026-01-05T14:00:00Z",
        "2026-01-04T00:00:00Z, PT0.001S, 2026-01-05T09:00:00.001Z",
        // zero
        "2026-01-05T10:00:00Z, PT0S,    2026-01-05T10:00:00Z",
        "2026-01-05T09:00:00Z, PT0S,    2026-01-05T09:00:00Z",
        "2026-01-05T12:00:00Z, PT0S,    2026-01-05T13:00:00Z",
        "2026-01-07T00:00:00Z, PT0S,    2026-01-09T22:00:00Z",
    })
    void addsForwardToTheEarliestInstantAtWhichThatMuchHasPassed(
            Instant start, Duration openTime, Instant expected) {
        assertThat(lunch.add(start, openTime)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} back by {1}: {2}")
    @CsvSource({
        "2026-01-05T11:00:00Z, PT1H,  2026-01-05T10:00:00Z",
        "2026-01-05T12:00:00Z, PT3H,  2026-01-05T09:00:00Z",
        // what remains of the morning is used up exactly: the latest such instant is the opening
        "2026-01-05T17:00:00Z, PT4H,  2026-01-05T13:00:00Z",
        "2026-01-05T17:00:00Z, PT4H0.001S,  2026-01-05T11:59:59.999Z",
        "2026-01-05T12:30:00Z, PT1H,  2026-01-05T11:00:00Z",
        "2026-01-12T10:00:00Z, PT10H, 2026-01-06T16:00:00Z",
        // zero
        "2026-01-05T10:00:00Z, PT0S,  2026-01-05T10:00:00Z",
        "2026-01-05T09:00:00Z, PT0S,  2026-01-05T09:00:00Z",
        "2026-01-05T12:00:00Z, PT0S,  2026-01-05T12:00:00Z",
        "2026-01-05T12:00:00.001Z, PT0S,  2026-01-05T12:00:00Z",
        "2026-01-09T00:00:00Z, PT0S,  2026-01-06T17:00:00Z",
    })
    void subtractsToTheLatestInstantFromWhichThatMuchRemains(
            Instant start, Duration openTime, Instant expected) {
        assertThat(lunch.subtract(start, openTime)).isEqualTo(expected);
        if (!openTime.isZero()) {
            assertThat(lunch.add(start, openTime.negated())).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2026-01-05T09:00:00Z, 2026-01-05T17:00:00Z, PT7H",
        "2026-01-05T11:00:00Z, 2026-01-05T13:30:00Z, PT1H30M",
        "2026-01-05T12:00:00Z, 2026-01-05T13:00:00Z, PT0S",
        "2026-01-05T11:59:59.999Z, 2026-01-05T13:00:00.001Z, PT0.002S",
        "2026-01-09T23:00:00Z, 2026-01-10T01:30:00Z, PT2H30M",
        "2026-01-05T00:00:00Z, 2026-01-12T00:00:00Z, PT22H",
        // nothing lies between an instant and itself or one before it
        "2026-01-05T10:00:00Z, 2026-01-05T10:00:00Z, PT0S",
        "2026-01-05T11:00:00Z, 2026-01-05T10:00:00Z, PT0S",
    })
    void countsTheOpenTimeBetweenTwoInstants(Instant start, Instant end, Duration expected) {
        assertThat(lunch.between(start, end)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-01-05T08:59:59.999Z, false",
        "2026-01-05T09:00:00Z, true",
        "2026-01-05T11:59:59.999Z, true",
        "2026-01-05T12:00:00Z, false",
        "2026-01-10T00:00:00Z, true",
        "2026-01-10T05:59:59.999Z, true",
        "2026-01-10T06:00:00Z, false",
    })
    void isOpenFromItsOpeningUpToButWithoutItsClosing(Instant at, boolean open) {
        assertThat(lunch.isOpen(at)).isEqualTo(open);
    }

    @Test
    void listsPeriodsFromAnInstantThatCutsTheFirst() {
        assertThat(lunch.periods(Instant.parse("2026-01-06T14:00:00Z"), 3))
                .containsExactly(
                        period("2026-01-06T14:00:00Z", "2026-01-06T17:00:00Z"),
                        period("2026-01-09T22:00:00Z", "2026-01-10T06:00:00Z"),
                        period("2026-01-12T09:00:00Z", "2026-01-12T12:00:00Z"));
    }

    @Test
    void beginsPeriodsWithTheNextWhenAskedAtAClosing() {
        assertThat(lunch.periods(Instant.parse("2026-01-06T17:00:00Z"), 1))
                .containsExactly(period("2026-01-09T22:00:00Z", "2026-01-10T06:00:00Z"));
    }

    @Test
    void listsNoPeriodWhenNoneIsAskedFor() {
        assertThat(lunch.periods(Instant.parse("2026-01-06T14:00:00Z"), 0)).isEmpty();
    }

    @Test
    void mergesAdjacentWindowsOfADayAndOfTwoDays() {
        BusinessCalendar adjacent =
                calendar(
                        """
                        {'tz':'UTC','weekly':{'mon':[['20:00','22:00'],['22:00','24:00']],
                         'tue':[['00:00','02:00']]}}
                        """);

        assertThat(adjacent.periods(Instant.parse("2026-01-05T00:00:00Z"), 1))
                .containsExactly(period("2026-01-05T20:00:00Z", "2026-01-06T02:00:00Z"));
    }

    @Test
    void countsOverlappingWindowsOnce() {
        BusinessCalendar overlapping =
                calendar(
                        """
                        {'tz':'UTC','weekly':{'mon':[['09:00','13:00'],['10:00','11:00'],
                         ['12:00','15:00']]}}
                        """);

        assertThat(overlapping.periods(Instant.parse("2026-01-05T00:00:00Z"), 1))
                .containsExactly(period("2026-01-05T09:00:00Z", "2026-01-05T15:00:00Z"));
    }

    @Test
    void opensForAWholeDayWhenAWindowEndsWhereItBegins() {
        BusinessCalendar wholeDay = calendar("{'tz':'UTC','weekly':{'mon':[['08:00','08:00']]}}");

        assertThat(wholeDay.periods(Instant.parse("2026-01-05T00:00:00Z"), 1))
                .containsExactly(period("2026-01-05T08:00:00Z", "2026-01-06T08:00:00Z"));
    }

    @Test
    void closesNeverWhenEveryDayIsOpenAllDay() {
        BusinessCalendar always = daily("America/New_York", "[['00:00','24:00']]");

        assertThat(always.periods(Instant.parse("2026-01-05T07:08:09Z"), 2))
                .containsExactly(
                        new OpenPeriod(Instant.parse("2026-01-05T07:08:09Z"), Instant.MAX));
        assertThat(always.periods(Instant.parse("2026-01-05T07:08:09Z"), 2).get(0).closes())
                .isFalse();
    }

    @Test
    void aHolidayClosesItsWholeLocalDate() {
        BusinessCalendar closed = business("America/New_York", ",'holidays':['2026-01-05']");

        assertThat(closed.add(Instant.parse("2026-01-02T22:00:00Z"), Duration.ofHours(2)))
                .isEqualTo("2026-01-06T15:00:00Z");
    }

    @Test
    void aYearlyHolidayClosesItsDateInEveryYear() {
        BusinessCalendar closed = business("UTC", ",'holidays':['--01-01']");

        for (int year = 2020; year < 2030; year++) {
            Instant noon = Instant.parse(year + "-01-01T12:00:00Z");
            assertThat(closed.isOpen(noon)).as("%s", noon).isFalse();
        }
        assertThat(closed.isOpen(Instant.parse("2026-01-02T12:00:00Z"))).isTrue();
    }

    @Test
    void aYearlyHolidayOnTheLeapDayClosesNoOtherDate() {
        BusinessCalendar closed = daily("UTC", "[['00:00','24:00']]");
        BusinessCalendar leap =
                calendar(
                        """
                        {'tz':'UTC','weekly':{'mon':[['00:00','24:00']],'tue':[['00:00','24:00']],
                         'wed':[['00:00','24:00']],'thu':[['00:00','24:00']],
                         'fri':[['00:00','24:00']],'sat':[['00:00','24:00']],
                         'sun':[['00:00','24:00']]},'holidays':['--02-29']}
                        """);

        Instant from = Instant.parse("2027-02-27T00:00:00Z");
        Instant to = Instant.parse("2029-03-02T00:00:00Z");
        assertThat(leap.between(from, to)).isEqualTo(closed.between(from, to).minusDays(1));
        assertThat(leap.isOpen(Instant.parse("2028-02-29T00:00:00Z"))).isFalse();
    }

    @Test
    void aWindowIntoAHolidayEndsAtMidnight() {
        BusinessCalendar closed =
                calendar(
                        """
                        {'tz':'UTC','weekly':{'thu':[['22:00','06:00']]},'holidays':['2026-01-09']}
                        """);

        assertThat(closed.periods(Instant.parse("2026-01-05T00:00:00Z"), 1))
                .containsExactly(period("2026-01-08T22:00:00Z", "2026-01-09T00:00:00Z"));
    }

    @Test
    void aWindowOutOfAHolidayBeginsAtMidnight() {
        BusinessCalendar closed =
                calendar(
                        """
                        {'tz':'UTC','weekly':{'thu':[['22:00','06:00']]},'holidays':['2026-01-08']}
                        """);

        assertThat(closed.periods(Instant.parse("2026-01-05T00:00:00Z"), 1))
                .containsExactly(period("2026-01-09T00:00:00Z", "2026-01-09T06:00:00Z"));
    }

    @Test
    void aShiftReplacesTheWindowsOfItsDate() {
        BusinessCalendar shifted =
                business("UTC", ",'shifts':{'2026-01-05':[['07:00','08:00']],'2026-01-06':[]}");

        assertThat(shifted.periods(Instant.parse("2026-01-05T00:00:00Z"), 2))
                .containsExactly(
                        period("2026-01-05T07:00:00Z", "2026-01-05T08:00:00Z"),
                        period("2026-01-07T09:00:00Z", "2026-01-07T18:00:00Z"));
    }

    @Test
    void aShiftDoesNotEndTheWindowThatRunsIntoItsDate() {
        BusinessCalendar shifted =
                calendar(
                        """
                        {'tz':'UTC','weekly':{'fri':[['22:00','06:00']]},
                         'shifts':{'2026-01-10':[['12:00','13:00']]}}
                        """);

        assertThat(shifted.periods(Instant.parse("2026-01-05T00:00:00Z"), 2))
                .containsExactly(
                        period("2026-01-09T22:00:00Z", "2026-01-10T06:00:00Z"),
                        period("2026-01-10T12:00:00Z", "2026-01-10T13:00:00Z"));
    }

    @Test
    void aHolidayClosesAlsoAShift() {
        BusinessCalendar closed =
                business(
                        "UTC",
                        ",'holidays':['2026-01-05'],'shifts':{'2026-01-05':[['07:00','08:00']]}");

        assertThat(closed.isOpen(Instant.parse("2026-01-05T07:30:00Z"))).isFalse();
    }

    @Test
    void aBreakIsCutOut() {
        BusinessCalendar broken =
                business("UTC", ",'breaks':{'2026-01-05':[['10:00','10:30'],['17:30','18:30']]}");

        assertThat(broken.periods(Instant.parse("2026-01-05T00:00:00Z"), 3))
                .containsExactly(
                        period("2026-01-05T09:00:00Z", "2026-01-05T10:00:00Z"),
                        period("2026-01-05T10:30:00Z", "2026-01-05T17:30:00Z"),
                        period("2026-01-06T09:00:00Z", "2026-01-06T18:00:00Z"));
    }

    @Test
    void aBreakOverMidnightIsCutOutOfBothDates() {
        BusinessCalendar broken =
                calendar(
                        """
                        {'tz':'UTC','weekly':{'fri':[['22:00','06:00']]},
                         'breaks':{'2026-01-09':[['23:30','00:30']]}}
                        """);

        assertThat(broken.periods(Instant.parse("2026-01-05T00:00:00Z"), 2))
                .containsExactly(
                        period("2026-01-09T22:00:00Z", "2026-01-09T23:30:00Z"),
                        period("2026-01-10T00:30:00Z", "2026-01-10T06:00:00Z"));
    }

    @Test
    void worksWithASingleShiftAsItsOnlyOpenTime() {
        BusinessCalendar once =
                calendar("{'tz':'UTC','shifts':{'2026-06-01':[['10:00','11:00']]}}");
        Instant before = Instant.parse("1999-01-01T00:00:00Z");
        Instant after = Instant.parse("2100-01-01T00:00:00Z");

        assertThat(once.add(before, Duration.ofMinutes(10))).isEqualTo("2026-06-01T10:10:00Z");
        assertThat(once.add(after, Duration.ofMinutes(-10))).isEqualTo("2026-06-01T10:50:00Z");
        assertThat(once.between(before, after)).isEqualTo(Duration.ofHours(1));
        assertThat(once.nextOpening(before)).contains(Instant.parse("2026-06-01T10:00:00Z"));
        assertThat(once.nextOpening(after)).isEmpty();
        assertThat(once.periods(before, 3))
                .containsExactly(period("2026-06-01T10:00:00Z", "2026-06-01T11:00:00Z"));
        assertThatThrownBy(() -> once.add(before, Duration.ofMinutes(61)))
                .isInstanceOf(OutOfReachException.class)
                .hasMessage(
                        "there is less open time than PT1H1M after 1999-01-01T00:00:00Z,"
                                + " up to the year 9999");
        assertThatThrownBy(() -> once.subtract(after, Duration.ofMinutes(61)))
                .hasMessage(
                        "there is less open time than PT1H1M before 2100-01-01T00:00:00Z,"
                                + " back to the year 0");
    }

    @Test
    void aCalendarWithoutWindowsIsNeverOpen() {
        BusinessCalendar never = calendar("{'tz':'UTC'}");
        Instant at = Instant.parse("2026-01-05T00:00:00Z");

        assertThat(never.isOpen(at)).isFalse();
        assertThat(never.between(BusinessCalendar.EARLIEST, BusinessCalendar.LATEST))
                .isEqualTo(Duration.ZERO);
        assertThat(never.periods(at, 1)).isEmpty();
        assertThat(never.nextOpening(at)).isEmpty();
        assertThatThrownBy(() -> never.add(at, Duration.ZERO))
                .isInstanceOf(OutOfReachException.class)
                .hasMessage("it is never open after 2026-01-05T00:00:00Z");
        assertThatThrownBy(() -> never.subtract(at, Duration.ZERO))
                .hasMessage("it was never open before 2026-01-05T00:00:00Z");
    }

    @Test
    void cutsOffWhatIsFinerThanAMillisecond() {
        assertThat(
                        lunch.add(
                                Instant.parse("2026-01-05T09:00:00.000999Z"),
                                Duration.ofNanos(1_999_999)))
                .isEqualTo("2026-01-05T09:00:00.001Z");
    }

    @Test
    void answersFromTheYear0UpToTheYear9999() {
        // A Saturday, into which the window of the night before runs, and a Friday night.
        assertThat(lunch.isOpen(BusinessCalendar.EARLIEST)).isTrue();
        assertThat(lunch.isOpen(BusinessCalendar.LATEST)).isTrue();
        assertThat(lunch.periods(BusinessCalendar.LATEST, 2)).hasSize(1);
        assertThatThrownBy(() -> lunch.isOpen(BusinessCalendar.LATEST.plusMillis(1)))
                .isInstanceOf(OutOfReachException.class)
                .hasMessage("+10000-01-01T00:00:00Z is not within the years 0 to 9999");
        assertThatThrownBy(() -> lunch.isOpen(BusinessCalendar.EARLIEST.minusMillis(1)))
                .isInstanceOf(OutOfReachException.class);
        assertThatThrownBy(() -> lunch.add(Instant.MAX, Duration.ZERO))
                .isInstanceOf(OutOfReachException.class);
    }

    @Test
    void refusesMoreOpenTimeThanThereIs() {
        Instant at = Instant.parse("2026-01-05T00:00:00Z");

        assertThatThrownBy(() -> lunch.add(at, Duration.ofDays(365 * 2000)))
                .isInstanceOf(OutOfReachException.class);
        assertThatThrownBy(() -> lunch.add(at, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(OutOfReachException.class);
        assertThatThrownBy(() -> lunch.add(at, Duration.ofSeconds(Long.MIN_VALUE)))
                .isInstanceOf(OutOfReachException.class);
    }

    @Test
    void countsOverCenturiesAsOverWeeks() {
        // 400 years of the calendar are 20871 weeks exactly.
        assertThat(
                        lunch.between(
                                Instant.parse("1900-01-01T00:00:00Z"),
                                Instant.parse("2300-01-01T00:00:00Z")))
                .isEqualTo(Duration.ofHours(22).multipliedBy(20_871));
    }

    @Test
    void isTheSameAfterItWasWrittenAndReadAsAnObject() throws Exception {
        BusinessCalendar read = (BusinessCalendar) read(written(lunch));

        assertThat(read).isEqualTo(lunch).hasSameHashCodeAs(lunch);
        assertThat(read.isOpen(Instant.parse("2026-01-05T09:00:00Z"))).isTrue();
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    private static OpenPeriod period(String start, String end) {
        return new OpenPeriod(Instant.parse(start), Instant.parse(end));
    }
}
