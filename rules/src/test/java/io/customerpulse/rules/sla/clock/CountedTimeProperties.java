package io.customerpulse.rules.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.CalendarDefinition;
import io.customerpulse.rules.sla.calendar.DailyWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of counted time, where clocks are changed and where they are not. */
class CountedTimeProperties {

    private static final int DAY = 24 * 60;
    private static final int END = 6 * DAY;

    /** A stop between two minutes, perhaps open. */
    record Pause(int from, int length) {}

    /** A calendar, the midnight (UTC) minutes are counted from, and stops. */
    record Clock(CalendarDefinition calendar, Instant base, int start, List<Pause> pauses) {

        Instant at(int minute) {
            return base.plus(minute, ChronoUnit.MINUTES);
        }

        Instant started() {
            return at(start);
        }

        List<Stop> stops() {
            List<Stop> stops = new ArrayList<>();
            for (Pause pause : pauses) {
                stops.add(
                        Stop.of(
                                StopCause.WAITING,
                                at(pause.from()),
                                at(pause.from() + pause.length())));
            }
            return stops;
        }

        CountedTime time() {
            return new CountedTime(new BusinessCalendar(calendar), started(), stops());
        }
    }

    @Property(tries = 60)
    void countsTheOpenMinutesThatNoStopCovers(@ForAll("clocks") Clock clock) {
        BusinessCalendar calendar = new BusinessCalendar(clock.calendar());
        CountedTime time = clock.time();
        List<Stop> stops = clock.stops();
        int counted = 0;
        for (int minute = clock.start(); minute < END; minute++) {
            Instant at = clock.at(minute);
            boolean counts =
                    calendar.isOpen(at) && stops.stream().noneMatch(stop -> stop.covers(at));
            assertThat(time.at(at)).isEqualTo(Duration.ofMinutes(counted));
            assertThat(time.countsAt(at)).isEqualTo(counts);
            counted += counts ? 1 : 0;
        }
    }

    @Property(tries = 200)
    void aTargetIsDueAtTheEarliestInstantAtWhichItIsCounted(
            @ForAll("clocks") Clock clock, @ForAll @IntRange(min = 1, max = 3 * DAY) int target) {
        CountedTime time = clock.time();
        Duration wanted = Duration.ofMinutes(target);
        Instant due = time.whenCounted(wanted).orElseThrow();
        assertThat(time.at(due)).isEqualTo(wanted);
        assertThat(time.at(due.minusMillis(1))).isLessThan(wanted);
    }

    @Property(tries = 200)
    void countingGoesOnAtTheNextInstantAtWhichTimeCounts(
            @ForAll("clocks") Clock clock, @ForAll @IntRange(min = 0, max = END) int minute) {
        CountedTime time = clock.time();
        Instant at = clock.at(clock.start() + minute);
        Instant next = time.nextCounting(at).orElseThrow();
        assertThat(next).isAfterOrEqualTo(at);
        assertThat(time.countsAt(next)).isTrue();
        assertThat(time.at(next)).isEqualTo(time.at(at));
    }

    @Property(tries = 200)
    void theOrderAndOverlapOfStopsDoNotMatter(
            @ForAll("clocks") Clock clock, @ForAll long seed, @ForAll("minutes") int minute) {
        List<Stop> shuffled = new ArrayList<>(clock.stops());
        shuffled.addAll(clock.stops());
        Collections.shuffle(shuffled, new Random(seed));
        CountedTime other =
                new CountedTime(new BusinessCalendar(clock.calendar()), clock.started(), shuffled);
        assertThat(other.at(clock.at(minute))).isEqualTo(clock.time().at(clock.at(minute)));
    }

    @Property(tries = 200)
    void aStopOutsideOpenHoursMovesNothing(
            @ForAll("clocks") Clock clock, @ForAll("minutes") int minute) {
        BusinessCalendar calendar = new BusinessCalendar(clock.calendar());
        Instant at = clock.at(minute);
        Instant opening = calendar.nextOpening(at).orElseThrow();
        if (opening.equals(at)) {
            return;
        }
        List<Stop> stops = new ArrayList<>(clock.stops());
        stops.add(Stop.of(StopCause.WAITING, at, opening));
        CountedTime other = new CountedTime(calendar, clock.started(), stops);
        assertThat(other.whenCounted(Duration.ofHours(5)))
                .isEqualTo(clock.time().whenCounted(Duration.ofHours(5)));
    }

    @Property(tries = 200)
    void whatIsCountedAndWhatIsStoppedIsTheOpenTime(
            @ForAll("clocks") Clock clock, @ForAll("minutes") int minute) {
        Instant at = clock.at(clock.start() + minute);
        assertThat(clock.time().at(at).plus(clock.time().stoppedAt(at)))
                .isEqualTo(new BusinessCalendar(clock.calendar()).between(clock.started(), at));
    }

    @Property(tries = 50)
    void nothingIsEverDueBehindAStopWithoutEnd(
            @ForAll("clocks") Clock clock, @ForAll("minutes") int minute) {
        List<Stop> stops = new ArrayList<>(clock.stops());
        Instant from = clock.at(clock.start() + minute);
        stops.add(Stop.of(StopCause.FORCE_MAJEURE, from, Instant.MAX));
        CountedTime time =
                new CountedTime(new BusinessCalendar(clock.calendar()), clock.started(), stops);
        Duration counted = time.at(from);
        assertThat(time.whenCounted(counted.plusMillis(1))).isEqualTo(Optional.empty());
        assertThat(time.nextCounting(from)).isEmpty();
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, END);
    }

    @Provide
    Arbitrary<Clock> clocks() {
        Arbitrary<Pause> pauses =
                Combinators.combine(
                                Arbitraries.integers().between(0, END),
                                Arbitraries.integers().between(1, 2 * DAY))
                        .as(Pause::new);
        return Combinators.combine(
                        places(),
                        Arbitraries.integers().between(0, 2 * DAY),
                        pauses.list().ofMaxSize(5))
                .as(
                        (place, start, stops) ->
                                new Clock(place.calendar(), place.base(), start, stops));
    }

    private record Place(CalendarDefinition calendar, Instant base) {}

    /** Where and when clocks are changed: at midnight, by half an hour, by a whole day. */
    private static Arbitrary<Place> places() {
        Arbitrary<Place> changes =
                Arbitraries.of(
                                "America/New_York 2026-03-06",
                                "America/New_York 2026-10-30",
                                "America/Santiago 2026-09-04",
                                "America/Santiago 2026-04-03",
                                "Africa/Cairo 2026-04-22",
                                "Australia/Lord_Howe 2026-10-02",
                                "Australia/Lord_Howe 2026-04-03",
                                "Pacific/Apia 2011-12-28",
                                "UTC 2026-01-01")
                        .map(text -> text.split(" "))
                        .map(
                                parts ->
                                        new Place(
                                                CalendarDefinition.alwaysOpen(ZoneId.of(parts[0])),
                                                Instant.parse(parts[1] + "T00:00:00Z")));
        return Combinators.combine(changes, windows(), Arbitraries.of(true, false))
                .as(
                        (place, windows, holiday) -> {
                            CalendarDefinition calendar =
                                    CalendarDefinition.weekly(
                                            place.calendar().zone(), everyDay(windows));
                            LocalDate first =
                                    place.base().atZone(place.calendar().zone()).toLocalDate();
                            return new Place(
                                    holiday
                                            ? calendar.withHolidays(Set.of(first.plusDays(2)))
                                            : calendar,
                                    place.base());
                        });
    }

    /** One to three windows a day, also over midnight, up to 24:00, or touching each other. */
    private static Arbitrary<List<DailyWindow>> windows() {
        return Arbitraries.of("0 24", "0 1", "9 18", "8 12", "12 16", "22 6", "23 24", "18 2")
                .map(text -> text.split(" "))
                .map(hours -> DailyWindow.between(second(hours[0]), second(hours[1])))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static int second(String hour) {
        return Integer.parseInt(hour) * 3600;
    }

    private static Map<DayOfWeek, List<DailyWindow>> everyDay(List<DailyWindow> windows) {
        Map<DayOfWeek, List<DailyWindow>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, windows);
        }
        return week;
    }
}
