package io.customerpulse.rules.sla.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;

/**
 * A stretch of wall-clock time that begins on some date ({@code docs/calendars.md}, The shape).
 *
 * @param startSecond the second of the date at which it begins, 0 to 86399
 * @param endSecond the second at which it ends, exclusive, counted from the same midnight: 86400 is
 *     the end of the date ({@code 24:00}), more is on the next date
 */
public record DailyWindow(int startSecond, int endSecond)
        implements Serializable, Comparable<DailyWindow> {

    static final int SECONDS_A_DAY = 24 * 60 * 60;

    /** From midnight to midnight. */
    public static final DailyWindow WHOLE_DAY = new DailyWindow(0, SECONDS_A_DAY);

    private static final Comparator<DailyWindow> ORDER =
            Comparator.comparingInt(DailyWindow::startSecond)
                    .thenComparingInt(DailyWindow::endSecond);

    /**
     * A checked window.
     *
     * @throws IllegalArgumentException if it does not begin on its date, or is empty or longer than
     *     24 hours
     */
    public DailyWindow {
        if (startSecond < 0
                || startSecond >= SECONDS_A_DAY
                || endSecond <= startSecond
                || endSecond - startSecond > SECONDS_A_DAY) {
            throw new IllegalArgumentException(
                    "no window of a day: seconds " + startSecond + " to " + endSecond);
        }
    }

    /**
     * The window between two times of day. An end that is not after the start is on the next date.
     *
     * @param startSecond the second of the day, 0 to 86399
     * @param endSecond the second of the day, 0 to 86400
     */
    public static DailyWindow between(int startSecond, int endSecond) {
        return new DailyWindow(
                startSecond, endSecond > startSecond ? endSecond : endSecond + SECONDS_A_DAY);
    }

    /** When it begins, if it is a window of this date. */
    LocalDateTime startOn(LocalDate date) {
        return at(date, startSecond);
    }

    /** When it ends, if it is a window of this date. */
    LocalDateTime endOn(LocalDate date) {
        return at(date, endSecond);
    }

    private static LocalDateTime at(LocalDate date, int second) {
        return LocalDateTime.of(
                date.plusDays(second / SECONDS_A_DAY),
                LocalTime.ofSecondOfDay(second % SECONDS_A_DAY));
    }

    @Override
    public int compareTo(DailyWindow other) {
        return ORDER.compare(this, other);
    }
}
