package io.customerpulse.command.shift;

import io.customerpulse.events.InputEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Moves events in time by one constant, so that a history of long ago can be told as one of now.
 * What lies between two events stays what it was; with the events move the instants and days that
 * they speak of. Sources, ids and everything else stay: it is the same history.
 *
 * <p>The constant is a whole number of milliseconds, like every event time. A day has no place
 * between two days, so days move by the whole days in the constant, rounded down: a day that was
 * over when it was reported still is.
 */
public final class TimeShift {

    /** What an event's time can be ({@code docs/events.md}). */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final long millis;

    private TimeShift(long millis) {
        this.millis = millis;
    }

    /** A shift by this much; what is finer than a millisecond is cut off. */
    public static TimeShift by(Duration duration) {
        return new TimeShift(duration.toMillis());
    }

    /**
     * The shift that takes the earliest of these events to {@code first}, cut to the millisecond.
     * Without events there is nothing to move, and the shift is by nothing.
     *
     * @throws DateTimeException when {@code first} is outside the years 0000 to 9999
     */
    public static TimeShift toStartAt(Instant first, List<InputEvent> events) {
        long target = inRange(first).toEpochMilli();
        return events.stream()
                .map(InputEvent::time)
                .min(Comparator.naturalOrder())
                .map(earliest -> new TimeShift(target - earliest.toEpochMilli()))
                .orElseGet(() -> new TimeShift(0));
    }

    /** By how much; below zero into the past. */
    public Duration duration() {
        return Duration.ofMillis(millis);
    }

    /**
     * The same events, in the same order, at their new times.
     *
     * @throws DateTimeException when one, or an instant in one, would leave the years 0000 to 9999
     */
    public List<InputEvent> moved(List<InputEvent> events) {
        return events.stream().map(this::moved).toList();
    }

    /**
     * The same event at its new time.
     *
     * @throws DateTimeException when it, or an instant in it, would leave the years 0000 to 9999
     */
    public InputEvent moved(InputEvent event) {
        return new InputEvent(
                event.source(),
                event.id(),
                moved(event.time()),
                event.subject(),
                MovedFact.of(event.fact(), this));
    }

    /** The instant, to the millisecond, at its new place. */
    Instant moved(Instant instant) {
        return inRange(Instant.ofEpochMilli(instant.toEpochMilli()).plusMillis(millis));
    }

    /** The day at its new place. */
    LocalDate moved(LocalDate day) {
        long days = Math.floorDiv(millis, Duration.ofDays(1).toMillis());
        LocalDate moved = day.plusDays(days);
        if (moved.getYear() < 0 || moved.getYear() > 9999) {
            throw outOfRange(moved.toString());
        }
        return moved;
    }

    private static Instant inRange(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw outOfRange(instant.toString());
        }
        return instant;
    }

    private static DateTimeException outOfRange(String time) {
        return new DateTimeException(time + " is outside the years 0000 to 9999");
    }
}
