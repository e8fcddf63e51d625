package io.customerpulse.events.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;

/**
 * Reads RFC 3339 timestamps with any offset, truncated to the millisecond; a date alone means
 * midnight UTC. Written by hand because every event passes here.
 */
final class Timestamps {

    /** Says that the text has not the form of a timestamp. */
    static final long MALFORMED = Long.MIN_VALUE;

    /** Says that the text has the form of a timestamp, but there is no such instant. */
    static final long IMPOSSIBLE = Long.MIN_VALUE + 1;

    private static final long MILLIS_A_MINUTE = 60_000;
    private static final long MILLIS_A_DAY = 24 * 60 * MILLIS_A_MINUTE;
    private static final long EARLIEST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final int DATE_LENGTH = 10;
    private static final int DATE_TIME_LENGTH = 19;

    private Timestamps() {}

    /** Milliseconds since the epoch, {@link #MALFORMED} or {@link #IMPOSSIBLE}. */
    static long epochMillis(String text) {
        long day = epochDay(text);
        if (day == MALFORMED || day == IMPOSSIBLE) {
            return day;
        }
        if (text.length() == DATE_LENGTH) {
            return day * MILLIS_A_DAY;
        }
        if (text.length() <= DATE_TIME_LENGTH || !separators(text)) {
            return MALFORMED;
        }
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        if (hour < 0 || minute < 0 || second < 0) {
            return MALFORMED;
        }
        int position = DATE_TIME_LENGTH;
        int millis = 0;
        if (text.charAt(position) == '.') {
            int end = endOfDigits(text, ++position);
            if (end == position) {
                return MALFORMED;
            }
            millis = milliseconds(text, position, end);
            position = end;
        }
        long offset = offsetMinutes(text, position);
        if (offset == MALFORMED || offset == IMPOSSIBLE) {
            return offset;
        }
        long instant =
                day * MILLIS_A_DAY + (hour * 60L + minute - offset) * MILLIS_A_MINUTE + millis;
        // A leap second can only be the last one of a day in UTC; like java.time, it is counted
        // as the second before.
        boolean leapSecond =
                second == 60
                        && Math.floorMod(instant, MILLIS_A_DAY) / MILLIS_A_MINUTE == 24 * 60 - 1;
        if (hour > 23 || minute > 59 || (second > 59 && !leapSecond)) {
            return IMPOSSIBLE;
        }
        instant += (leapSecond ? 59 : second) * 1000L;
        return instant < EARLIEST || instant > LATEST ? IMPOSSIBLE : instant;
    }

    /**
     * The day of a text that begins with {@code yyyy-mm-dd}, in days since the epoch; {@link
     * #MALFORMED} or {@link #IMPOSSIBLE}.
     */
    static long epochDay(String text) {
        if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return MALFORMED;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        if (year < 0 || month < 0 || day < 0) {
            return MALFORMED;
        }
        if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return IMPOSSIBLE;
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean separators(String text) {
        char between = text.charAt(DATE_LENGTH);
        return (between == 'T' || between == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int milliseconds(String text, int from, int to) {
        int millis = 0;
        for (int i = from; i < from + 3; i++) {
            millis = millis * 10 + (i < to ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }

    private static long offsetMinutes(String text, int position) {
        int left = text.length() - position;
        if (left == 1 && (text.charAt(position) == 'Z' || text.charAt(position) == 'z')) {
            return 0;
        }
        if (left != 6 || text.charAt(position + 3) != ':') {
            return MALFORMED;
        }
        char sign = text.charAt(position);
        int hours = digits(text, position + 1, 2);
        int minutes = digits(text, position + 4, 2);
        if ((sign != '+' && sign != '-') || hours < 0 || minutes < 0) {
            return MALFORMED;
        }
        if (hours > 23 || minutes > 59) {
            return IMPOSSIBLE;
        }
        return (hours * 60L + minutes) * (sign == '-' ? -1 : 1);
    }

    private static int endOfDigits(String text, int position) {
        int end = position;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The number those digits spell, or -1 if one of them is none. */
    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
