package io.customerpulse.benchmarks.calendar;

import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.CalendarDefinition;
import io.customerpulse.rules.sla.calendar.DailyWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Targets of 400 business hours, Monday to Friday from 09:00 to 18:00 in New York with a holiday:
 * how long it takes to find when one is used up, and how much of one is. Beside it the same by
 * walking from day to day, as is often done.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CalendarAdd {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 7, 3);
    private static final Duration TARGET = Duration.ofHours(400);
    private static final int STARTS = 1024;

    private final Instant[] starts = new Instant[STARTS];
    private final Instant[] ends = new Instant[STARTS];
    private BusinessCalendar calendar;
    private int next;

    /** Draws starts all over a year. */
    @Setup
    public void draw() {
        Map<DayOfWeek, List<DailyWindow>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (isWorkday(day)) {
                weekly.put(
                        day,
                        List.of(
                                DailyWindow.between(
                                        OPENS.toSecondOfDay(), CLOSES.toSecondOfDay())));
            }
        }
        calendar =
                new BusinessCalendar(
                        CalendarDefinition.weekly(ZONE, weekly).withHolidays(Set.of(HOLIDAY)));
        Random random = new Random(1);
        Instant year = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < STARTS; i++) {
            starts[i] = year.plusSeconds(random.nextInt(365 * 24 * 3600));
            ends[i] = calendar.add(starts[i], TARGET);
            if (!ends[i].equals(walk(starts[i]))) {
                throw new IllegalStateException("walking ends elsewhere from " + starts[i]);
            }
        }
    }

    /** When the target is used up. */
    @Benchmark
    public Instant add() {
        return calendar.add(starts[turn()], TARGET);
    }

    /** How much of it is used. */
    @Benchmark
    public Duration between() {
        int turn = turn();
        return calendar.between(starts[turn], ends[turn]);
    }

    /** When it is used up, from day to day. */
    @Benchmark
    public Instant walk() {
        return walk(starts[turn()]);
    }

    private int turn() {
        next = (next + 1) % STARTS;
        return next;
    }

    private static Instant walk(Instant start) {
        Duration left = TARGET;
        LocalDate date = LocalDate.ofInstant(start, ZONE);
        while (true) {
            if (isWorkday(date.getDayOfWeek()) && !date.equals(HOLIDAY)) {
                Instant opening = date.atTime(OPENS).atZone(ZONE).toInstant();
                Instant closing = date.atTime(CLOSES).atZone(ZONE).toInstant();
                Instant from = start.isAfter(opening) ? start : opening;
                if (from.isBefore(closing)) {
                    Duration open = Duration.between(from, closing);
                    if (open.compareTo(left) >= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(open);
                }
            }
            date = date.plusDays(1);
        }
    }

    private static boolean isWorkday(DayOfWeek day) {
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
    }

    /** Measures; the results go to standard output. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(CalendarAdd.class.getName()).build()).run();
    }
}
