package io.customerpulse.rules.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The laws of calendars, on random ones, around the instants at which clocks are changed. */
class BusinessCalendarProperties {

    private static final int WEEK_MINUTES = 7 * 24 * 60;

    /** A calendar, the same as its plain meaning, and an instant near a change of its clocks. */
    record Known(BusinessCalendar calendar, WalkedCalendar walked, Instant at) {
        @Override
        public String toString() {
            return at + " " + calendar;
        }
    }

    @Property(tries = 300)
    void anInstantIsOpenWhenItsMinuteIs(
            @ForAll("known") Known known,
            @ForAll @IntRange(min = -WEEK_MINUTES, max = WEEK_MINUTES) int minutes) {
        Instant at = after(known.at, minutes);

        assertThat(known.calendar.isOpen(at)).isEqualTo(known.walked.isOpen(at));
        assertThat(known.calendar.isOpen(at.plusMillis(59_999))).isEqualTo(known.walked.isOpen(at));
    }

    @Property(tries = 100)
    void openTimeIsThatOfTheOpenMinutes(
            @ForAll("known") Known known,
            @ForAll @IntRange(min = -2 * 1440, max = 2 * 1440) int start,
            @ForAll @IntRange(max = 4 * 1440) int length) {
        Instant from = after(known.at, start);
        Instant to = after(from, length);

        assertThat(known.calendar.between(from, to)).isEqualTo(known.walked.between(from, to));
    }

    @Property(tries = 50)
    void addingIsWalking(
            @ForAll("known") Known known,
            @ForAll @IntRange(min = -2 * 1440, max = 2 * 1440) int start,
            @ForAll @IntRange(max = 600) int minutes) {
        Instant from = after(known.at, start);
        Duration openTime = Duration.ofMinutes(minutes);

        assertThat(known.calendar.add(from, openTime)).isEqualTo(known.walked.add(from, openTime));
        assertThat(known.calendar.subtract(from, openTime))
                .isEqualTo(known.walked.subtract(from, openTime));
    }

    @Property(tries = 200)
    void asMuchTimePassesAsIsAdded(
            @ForAll("known") Known known,
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long start,
            @ForAll @LongRange(max = 1_000_000_000) long openMillis) {
        Instant from = known.at.plusMillis(start);
        Duration openTime = Duration.ofMillis(openMillis);

        Instant due = known.calendar.add(from, openTime);
        Instant back = known.calendar.subtract(from, openTime);

        assertThat(known.calendar.between(from, due)).isEqualTo(openTime);
        assertThat(known.calendar.between(back, from)).isEqualTo(openTime);
    }

    @Property(tries = 200)
    void theDueInstantIsTheEarliestAndTheBackwardOneTheLatest(
            @ForAll("known") Known known,
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long start,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long openMillis) {
        Instant from = known.at.plusMillis(start);
        Duration openTime = Duration.ofMillis(openMillis);

        Instant earlier = known.calendar.add(from, openTime).minusMillis(1);
        Instant later = known.calendar.subtract(from, openTime).plusMillis(1);

        assertThat(known.calendar.between(from, earlier)).isEqualTo(openTime.minusMillis(1));
        assertThat(known.calendar.between(later, from)).isEqualTo(openTime.minusMillis(1));
    }

    @Property(tries = 200)
    void backIsThereAgainWithinOpenTime(
            @ForAll("known") Known known,
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long start,
            @ForAll @LongRange(max = 1_000_000_000) long openMillis) {
        Duration openTime = Duration.ofMillis(openMillis);
        Instant from = known.calendar.add(known.at.plusMillis(start), Duration.ZERO);

        assertThat(known.calendar.subtract(known.calendar.add(from, openTime), openTime))
                .isEqualTo(from);
    }

    @Property(tries = 200)
    void addingTwiceIsAddingTheSum(
            @ForAll("known") Known known,
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long start,
            @ForAll @LongRange(max = 1_000_000_000) long first,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long second) {
        Instant from = known.at.plusMillis(start);

        assertThat(
                        known.calendar.add(
                                known.calendar.add(from, Duration.ofMillis(first)),
                                Duration.ofMillis(second)))
                .isEqualTo(known.calendar.add(from, Duration.ofMillis(first + second)));
    }

    @Property(tries = 200)
    void moreTimeIsNeverEarlier(
            @ForAll("known") Known known,
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long start,
            @ForAll @LongRange(max = 1_000_000_000) long later,
            @ForAll @LongRange(max = 1_000_000_000) long openMillis,
            @ForAll @LongRange(max = 1_000_000_000) long more) {
        Instant from = known.at.plusMillis(start);
        Instant due = known.calendar.add(from, Duration.ofMillis(openMillis));

        assertThat(known.calendar.add(from, Duration.ofMillis(openMillis + more)))
                .isAfterOrEqualTo(due);
        assertThat(known.calendar.add(from.plusMillis(later), Duration.ofMillis(openMillis)))
                .isAfterOrEqualTo(due);
    }

    @Property(tries = 200)
    void openTimeOfPartsIsThatOfTheWhole(
            @ForAll("known") Known known,
            @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long start,
            @ForAll @LongRange(max = 500_000_000_000L) long first,
            @ForAll @LongRange(max = 500_000_000_000L) long second) {
        Instant from = known.at.plusMillis(start);
        Instant middle = from.plusMillis(first);
        Instant to = middle.plusMillis(second);

        assertThat(known.calendar.between(from, middle).plus(known.calendar.between(middle, to)))
                .isEqualTo(known.calendar.between(from, to));
    }

    @Property(tries = 200)
    void periodsAreTheOpenTimeAndDoNotTouch(
            @ForAll("known") Known known,
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long start) {
        Instant from = known.at.plusMillis(start);

        List<OpenPeriod> periods = known.calendar.periods(from, 20);

        Instant last = from;
        Duration open = Duration.ZERO;
        for (OpenPeriod period : periods) {
            if (!last.equals(from)) {
                assertThat(period.start()).isAfter(last);
            }
            if (period.closes()) {
                open = open.plus(Duration.between(period.start(), period.end()));
                last = period.end();
                assertThat(known.calendar.isOpen(last)).isFalse();
                assertThat(known.calendar.isOpen(last.minusMillis(1))).isTrue();
            }
        }
        assertThat(known.calendar.between(from, last)).isEqualTo(open);
    }

    @Property(tries = 200)
    void anotherCalendarOfTheDefinitionSaysTheSameWhateverItWasAskedBefore(
            @ForAll("known") Known known,
            @ForAll @LongRange(min = -3_000_000_000_000L, max = 3_000_000_000_000L) long elsewhere,
            @ForAll @LongRange(max = 3_000_000_000_000L) long length) {
        BusinessCalendar fresh = new BusinessCalendar(known.calendar.definition());
        Instant there = known.at.plusMillis(elsewhere);

        known.calendar.between(there, there.plusMillis(length));

        assertThat(known.calendar.add(known.at, Duration.ofHours(400)))
                .isEqualTo(fresh.add(known.at, Duration.ofHours(400)));
    }

    @Provide
    Arbitrary<Known> known() {
        return zones().flatMap(
                        zone ->
                                Arbitraries.longs()
                                        .between(
                                                0,
                                                Instant.parse("2037-01-01T00:00:00Z")
                                                        .getEpochSecond())
                                        .flatMap(second -> known(zone, nearChange(zone, second))));
    }

    private static Arbitrary<Known> known(ZoneId zone, Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(-3, 5).map(date::plusDays);
        Arbitrary<Map<DayOfWeek, List<DailyWindow>>> weekly =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), windows(3)).ofMinSize(1);
        return Combinators.combine(
                        weekly,
                        dates.set().ofMaxSize(2),
                        dates.map(MonthDay::from).set().ofMaxSize(1),
                        Arbitraries.maps(dates, windows(2)).ofMaxSize(2),
                        Arbitraries.maps(dates, windows(2)).ofMaxSize(2))
                .as(
                        (week, holidays, yearly, shifts, breaks) ->
                                definition(zone, week, holidays, yearly, shifts, breaks))
                .filter(BusinessCalendarProperties::opensWeekly)
                .map(
                        definition ->
                                new Known(
                                        new BusinessCalendar(definition),
                                        new WalkedCalendar(definition),
                                        at));
    }

    /** Otherwise walking would not end. */
    private static boolean opensWeekly(CalendarDefinition definition) {
        return !definition.weekly().isEmpty();
    }

    private static CalendarDefinition definition(
            ZoneId zone,
            Map<DayOfWeek, List<DailyWindow>> weekly,
            Set<LocalDate> holidays,
            Set<MonthDay> yearly,
            Map<LocalDate, List<DailyWindow>> shifts,
            Map<LocalDate, List<DailyWindow>> breaks) {
        return new CalendarDefinition(
                zone,
                weekly,
                new TreeSet<>(holidays),
                new TreeSet<>(yearly),
                new TreeMap<>(shifts),
                new TreeMap<>(breaks));
    }

    /** Most edges are around midnight and 02:00, where clocks are changed. */
    private static Arbitrary<List<DailyWindow>> windows(int most) {
        Arbitrary<Integer> quarters =
                Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.integers().between(0, 95)),
                        Tuple.of(1, Arbitraries.integers().between(0, 12)),
                        Tuple.of(1, Arbitraries.integers().between(88, 95)));
        return Combinators.combine(quarters, quarters)
                .as((start, end) -> DailyWindow.between(start * 900, end * 900))
                .list()
                .ofMaxSize(most);
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "America/New_York",
                        "Europe/Berlin",
                        "America/Santiago",
                        "Africa/Cairo",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "America/St_Johns",
                        "America/Havana",
                        "Africa/Casablanca",
                        "Asia/Tehran",
                        "Asia/Kathmandu",
                        "UTC")
                .map(ZoneId::of);
    }

    /** The next change of the clocks, if the zone has one. */
    private static Instant nearChange(ZoneId zone, long second) {
        Instant at = Instant.ofEpochSecond(second - second % 60);
        ZoneOffsetTransition change = zone.getRules().nextTransition(at);
        return change == null ? at : change.getInstant();
    }

    private static Instant after(Instant at, int minutes) {
        return at.plus(Duration.ofMinutes(minutes));
    }
}
