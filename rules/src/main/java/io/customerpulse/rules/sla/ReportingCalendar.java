package io.customerpulse.rules.sla;

import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Objects;

/**
 * The months and quarters by which misses are credited and reported ({@code docs/sla-credits.md}).
 *
 * @param zone whose midnights begin and end them
 */
public record ReportingCalendar(ZoneId zone) implements Serializable {

    public ReportingCalendar {
        Objects.requireNonNull(zone, "zone");
    }

    /** The month an instant is in. */
    public YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atZone(zone));
    }

    /** When a month is over: the first instant of the next. */
    public Instant endOf(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    /** When a period that ends with a month is reported: as the second day after it begins. */
    public Instant reportOf(YearMonth month) {
        return month.plusMonths(1).atDay(2).atStartOfDay(zone).toInstant();
    }

    /** The name of the quarter a month is in, such as {@code 2026-Q1}. */
    public static String quarterOf(YearMonth month) {
        return month.getYear() + "-Q" + month.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** The last month of the quarter a month is in. */
    public static YearMonth lastOfQuarter(YearMonth month) {
        return YearMonth.of(month.getYear(), month.get(IsoFields.QUARTER_OF_YEAR) * 3);
    }
}
