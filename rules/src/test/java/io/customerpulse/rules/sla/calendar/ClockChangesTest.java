package io.customerpulse.rules.sla.calendar;

import static io.customerpulse.rules.sla.calendar.Calendars.business;
import static io.customerpulse.rules.sla.calendar.Calendars.calendar;
import static io.customerpulse.rules.sla.calendar.Calendars.daily;
import static io.customerpulse.rules.sla.calendar.Calendars.local;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What windows mean where clocks are changed; the rules of the zones are those of java.time. */
class ClockChangesTest {

    private static final String ALL_DAY = "[['00:00','24:00']]";

    @Test
    void theDayOnWhichClocksGoForwardHas23Hours() {
        BusinessCalendar always = daily("America/New_York", ALL_DAY);

        assertThat(
                        always.between(
                                local("2026-03-08T00:00", "America/New_York"),
                                local("2026-03-09T00:00", "America/New_York")))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void theDayOnWhichClocksGoBackHas25Hours() {
        BusinessCalendar always = daily("America/New_York", ALL_DAY);

        assertThat(
                        always.between(
                                local("2026-11-01T00:00", "America/New_York"),
                                local("2026-11-02T00:00", "America/New_York")))
                .isEqualTo(Duration.ofHours(25));
    }

    @ParameterizedTest(name = "the night of {0}: {1} h")
    @CsvSource({
        "2026-03-06, 8",
        // 02:00 becomes 03:00.
        "2026-03-07, 7",
        "2026-03-08, 8",
        // 02:00 becomes 01:00.
        "2026-10-31, 9",
        "2026-11-01, 8",
    })
    void aNightHasTheHoursThatPassInIt(LocalDate date, long hours) {
        BusinessCalendar nights = daily("America/New_York", "[['22:00','06:00']]");

        assertThat(lengthOfNight(nights, local(date + "T22:00", "America/New_York")))
                .isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void windowsKeepTheirWallClockTimeAfterAChange() {
        BusinessCalendar business = business("Europe/Berlin", "");

        // Friday 17:00 and two hours more, over the Sunday on which clocks go forward.
        assertThat(business.add(local("2026-03-27T17:00", "Europe/Berlin"), Duration.ofHours(2)))
                .isEqualTo(local("2026-03-30T10:00", "Europe/Berlin"));
        assertThat(business.add(local("2026-10-23T17:00", "Europe/Berlin"), Duration.ofHours(2)))
                .isEqualTo(local("2026-10-26T10:00", "Europe/Berlin"));
    }

    @Test
    void anEdgeInAGapMovesForwardByTheGap() {
        // 02:00 becomes 03:00: 02:15 is 03:15, 02:45 is 03:45.
        BusinessCalendar inGap = daily("America/New_York", "[['02:15','02:45']]");

        assertThat(inGap.periods(local("2026-03-08T00:00", "America/New_York"), 1))
                .containsExactly(
                        new OpenPeriod(
                                Instant.parse("2026-03-08T07:15:00Z"),
                                Instant.parse("2026-03-08T07:45:00Z")));
    }

    @Test
    void aWindowThatOnlyBeginsInAGapLosesMinutes() {
        BusinessCalendar begins = daily("America/New_York", "[['02:30','05:00']]");

        assertThat(begins.periods(local("2026-03-08T00:00", "America/New_York"), 1))
                .containsExactly(
                        new OpenPeriod(
                                Instant.parse("2026-03-08T07:30:00Z"),
                                Instant.parse("2026-03-08T09:00:00Z")));
    }

    @Test
    void aWindowWhoseBeginningMovesBehindItsEndIsNotOpen() {
        BusinessCalendar vanishes = daily("America/New_York", "[['02:30','03:15']]");

        assertThat(vanishes.nextOpening(local("2026-03-08T00:00", "America/New_York")))
                .contains(local("2026-03-09T02:30", "America/New_York"));
    }

    @Test
    void adjacentWindowsThatMeetInAGapStayOne() {
        BusinessCalendar adjacent =
                daily("America/New_York", "[['01:00','02:30'],['02:30','05:00']]");

        assertThat(adjacent.periods(local("2026-03-08T00:00", "America/New_York"), 1))
                .containsExactly(
                        new OpenPeriod(
                                Instant.parse("2026-03-08T06:00:00Z"),
                                Instant.parse("2026-03-08T09:00:00Z")));
    }

    @Test
    void anAmbiguousOpeningIsTheEarlierOne() {
        // 02:00 becomes 01:00: 01:30 comes at 05:30Z and again at 06:30Z.
        BusinessCalendar opens = daily("America/New_York", "[['01:30','03:00']]");

        assertThat(opens.periods(local("2026-11-01T00:00", "America/New_York"), 1))
                .containsExactly(
                        new OpenPeriod(
                                Instant.parse("2026-11-01T05:30:00Z"),
                                Instant.parse("2026-11-01T08:00:00Z")));
    }

    @Test
    void anAmbiguousClosingIsTheEarlierOne() {
        BusinessCalendar closes = daily("America/New_York", "[['00:30','01:30']]");

        assertThat(closes.periods(local("2026-11-01T00:00", "America/New_York"), 2))
                .startsWith(
                        new OpenPeriod(
                                Instant.parse("2026-11-01T04:30:00Z"),
                                Instant.parse("2026-11-01T05:30:00Z")),
                        new OpenPeriod(
                                local("2026-11-02T00:30", "America/New_York"),
                                local("2026-11-02T01:30", "America/New_York")));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        // Midnight of these dates does not exist: clocks go from 00:00 to 01:00.
        "America/Santiago, 2026-09-06",
        "Africa/Cairo,     2026-04-24",
        "Asia/Beirut,      2026-03-29",
    })
    void aDateWithoutMidnightBeginsAfterTheGap(String zone, String date) {
        assertThat(ZoneId.of(zone).getRules().getValidOffsets(at(date))).isEmpty();
        Instant eve = local(date + "T01:00", zone).minus(Duration.ofHours(24));
        Instant first = local(date + "T01:00", zone);

        assertThat(daily(zone, ALL_DAY).between(eve, first.plus(Duration.ofHours(23))))
                .as("all time is open")
                .isEqualTo(Duration.ofHours(47));
        assertThat(daily(zone, "[['00:00','02:00']]").periods(first.minusMillis(1), 1))
                .as("from midnight to 02:00 is one hour")
                .containsExactly(new OpenPeriod(first, first.plus(Duration.ofHours(1))));
        assertThat(daily(zone, "[['22:00','24:00']]").periods(eve, 1))
                .as("24:00 of the eve is the gap")
                .extracting(OpenPeriod::end)
                .containsExactly(first);
        assertThat(daily(zone, "[['22:00','00:30']]").periods(eve.plusSeconds(3600), 1))
                .as("00:30 moves to 01:30")
                .extracting(OpenPeriod::end)
                .containsExactly(first.plus(Duration.ofMinutes(30)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "America/Santiago, 2026-09-06",
        "Africa/Cairo,     2026-04-24",
    })
    void aHolidayWithoutMidnightHas23Hours(String zone, String date) {
        BusinessCalendar closed =
                new BusinessCalendar(
                        CalendarDefinition.alwaysOpen(ZoneId.of(zone))
                                .withHolidays(Set.of(LocalDate.parse(date))));
        Instant first = local(date + "T01:00", zone);

        assertThat(closed.isOpen(first.minusMillis(1))).isTrue();
        assertThat(closed.nextOpening(first)).contains(first.plus(Duration.ofHours(23)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        // 24:00 becomes 23:00 of the same date, so that its last hour comes twice.
        "America/Santiago, 2026-04-04",
        "Africa/Cairo,     2026-10-29",
    })
    void theHourBeforeMidnightThatComesTwiceBelongsToItsDate(String zone, String date) {
        BusinessCalendar late = daily(zone, "[['22:00','24:00']]");
        Instant ten = local(date + "T22:00", zone);

        assertThat(late.periods(ten, 1))
                .containsExactly(new OpenPeriod(ten, ten.plus(Duration.ofHours(3))));
        BusinessCalendar closed =
                new BusinessCalendar(
                        CalendarDefinition.alwaysOpen(ZoneId.of(zone))
                                .withHolidays(Set.of(LocalDate.parse(date))));
        assertThat(closed.nextOpening(ten)).contains(ten.plus(Duration.ofHours(3)));
    }

    @Test
    void lordHoweChangesItsClocksByHalfAnHour() {
        String zone = "Australia/Lord_Howe";
        BusinessCalendar nights = daily(zone, "[['22:00','06:00']]");

        // 2026-10-04: 02:00 becomes 02:30; 2026-04-05: 02:00 becomes 01:30.
        assertThat(lengthOfNight(nights, local("2026-10-03T22:00", zone)))
                .isEqualTo(Duration.ofMinutes(7 * 60 + 30));
        assertThat(lengthOfNight(nights, local("2026-04-04T22:00", zone)))
                .isEqualTo(Duration.ofMinutes(8 * 60 + 30));
        assertThat(daily(zone, "[['02:15','03:00']]").periods(local("2026-10-04T00:00", zone), 1))
                .containsExactly(
                        new OpenPeriod(
                                local("2026-10-04T02:45", zone), local("2026-10-04T03:00", zone)));
    }

    private static Duration lengthOfNight(BusinessCalendar nights, Instant start) {
        return nights.between(start, start.plus(Duration.ofHours(12)));
    }

    @Test
    void apiaHadNoFridayWhenItCrossedTheDateLine() {
        BusinessCalendar business = business("Pacific/Apia", "");

        // Thursday the 29th was followed by Saturday the 31st.
        assertThat(business.add(local("2011-12-29T17:00", "Pacific/Apia"), Duration.ofHours(2)))
                .isEqualTo(local("2012-01-02T10:00", "Pacific/Apia"));
        assertThat(business.isOpen(local("2011-12-31T12:00", "Pacific/Apia"))).isFalse();
    }

    @Test
    void apiaLostNoOpenTimeBetweenThursdayAndSaturday() {
        BusinessCalendar always = daily("Pacific/Apia", ALL_DAY);

        assertThat(
                        always.between(
                                local("2011-12-29T00:00", "Pacific/Apia"),
                                local("2012-01-01T00:00", "Pacific/Apia")))
                .isEqualTo(Duration.ofHours(48));
    }

    @Test
    void aWindowIntoTheSkippedDateEndsOnTheNext() {
        BusinessCalendar nights = daily("Pacific/Apia", "[['22:00','06:00']]");
        Instant start = local("2011-12-29T22:00", "Pacific/Apia");

        assertThat(nights.periods(start, 1))
                .containsExactly(new OpenPeriod(start, start.plus(Duration.ofHours(8))));
    }

    @Test
    void nothingSetForTheSkippedDateHasAnyEffect() {
        String plain = "{'tz':'Pacific/Apia','weekly':{'thu':%s,'fri':%s,'sat':%s}";
        String weekly = plain.replace("%s", ALL_DAY);
        Instant from = local("2011-12-29T00:00", "Pacific/Apia");
        Instant to = local("2012-01-01T00:00", "Pacific/Apia");

        assertThat(calendar(weekly + ",'holidays':['2011-12-30']}").between(from, to))
                .isEqualTo(Duration.ofHours(48));
        assertThat(
                        calendar(weekly + ",'breaks':{'2011-12-30':[['10:00','11:00']]}}")
                                .between(from, to))
                .isEqualTo(Duration.ofHours(48));
        assertThat(
                        calendar(
                                        "{'tz':'Pacific/Apia','shifts':"
                                                + "{'2011-12-30':[['10:00','11:00']]}}")
                                .between(from, to))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aHolidayClosesItsDateAlsoWhenItIsInterruptedByTheDayBefore() {
        // In Newfoundland, clocks went back from 00:01 to 23:01 until 2011.
        BusinessCalendar closed =
                new BusinessCalendar(
                        CalendarDefinition.alwaysOpen(ZoneId.of("America/St_Johns"))
                                .withHolidays(Set.of(LocalDate.of(2010, 11, 7))));

        Instant midnight = local("2010-11-07T00:00", "America/St_Johns");
        assertThat(closed.isOpen(midnight)).isFalse();
        assertThat(closed.isOpen(midnight.plusSeconds(60))).isTrue();
        assertThat(closed.isOpen(midnight.plusSeconds(3599))).isTrue();
        assertThat(closed.isOpen(midnight.plusSeconds(3600))).isFalse();
        assertThat(closed.nextOpening(midnight.plusSeconds(3600)))
                .contains(local("2010-11-08T00:00", "America/St_Johns"));
    }

    private static LocalDateTime at(String date) {
        return LocalDate.parse(date).atStartOfDay();
    }
}
