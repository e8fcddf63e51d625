package io.customerpulse.command;

import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.OpenPeriod;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Prints answers of a calendar for people: instants in UTC, and as its wall clock shows them. */
final class CalendarPrinter {

    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

    private final BusinessCalendar calendar;
    private final ZoneId zone;
    private final PrintWriter out;

    CalendarPrinter(BusinessCalendar calendar, PrintWriter out) {
        this.calendar = calendar;
        this.zone = calendar.definition().zone();
        this.out = out;
    }

    void instant(Instant at) {
        out.println(shown(at));
        out.flush();
    }

    void openness(Instant at) {
        List<OpenPeriod> next = calendar.periods(at, 1);
        if (calendar.isOpen(at)) {
            OpenPeriod now = next.get(0);
            out.println(now.closes() ? "open until " + shown(now.end()) : "open for ever");
        } else {
            out.println(
                    next.isEmpty()
                            ? "closed for ever"
                            : "closed until " + shown(next.get(0).start()));
        }
        out.flush();
    }

    void periods(List<OpenPeriod> periods) {
        if (periods.isEmpty()) {
            out.println("never open from then on");
        }
        for (OpenPeriod period : periods) {
            if (period.closes()) {
                out.printf(
                        "%s to %s, %s%n",
                        shown(period.start()),
                        shown(period.end()),
                        Duration.between(period.start(), period.end()));
            } else {
                out.printf("%s for ever%n", shown(period.start()));
            }
        }
        out.flush();
    }

    private String shown(Instant at) {
        return "%s (%s in %s)".formatted(at, WALL_CLOCK.format(at.atZone(zone)), zone);
    }
}
