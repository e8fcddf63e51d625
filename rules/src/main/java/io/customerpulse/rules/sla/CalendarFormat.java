package io.customerpulse.rules.sla;

import io.customerpulse.rules.sla.calendar.CalendarDefinition;
import io.customerpulse.rules.sla.calendar.DailyWindow;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A calendar as bytes. */
final class CalendarFormat {

    private CalendarFormat() {}

    static void write(CompactOutput out, CalendarDefinition calendar) throws IOException {
        out.writeText(calendar.zone().getId());
        SlaPolicyFormat.writeMap(
                out,
                calendar.weekly(),
                (o, day) -> o.writeByte(day.getValue()),
                CalendarFormat::writeWindows);
        out.writeAll(calendar.holidays(), CalendarFormat::writeDate);
        out.writeAll(
                calendar.yearlyHolidays(),
                (o, day) -> {
                    o.writeByte(day.getMonthValue());
                    o.writeByte(day.getDayOfMonth());
                });
        SlaPolicyFormat.writeMap(
                out, calendar.shifts(), CalendarFormat::writeDate, CalendarFormat::writeWindows);
        SlaPolicyFormat.writeMap(
                out, calendar.breaks(), CalendarFormat::writeDate, CalendarFormat::writeWindows);
    }

    static CalendarDefinition read(CompactInput in) throws IOException {
        return new CalendarDefinition(
                ZoneId.of(in.readText()),
                SlaPolicyFormat.readMap(
                        in, i -> DayOfWeek.of(i.readByte()), CalendarFormat::readWindows),
                new TreeSet<>(in.readAll(CalendarFormat::readDate)),
                new TreeSet<>(in.readAll(i -> MonthDay.of(i.readByte(), i.readByte()))),
                new TreeMap<>(
                        SlaPolicyFormat.readMap(
                                in, CalendarFormat::readDate, CalendarFormat::readWindows)),
                new TreeMap<>(
                        SlaPolicyFormat.readMap(
                                in, CalendarFormat::readDate, CalendarFormat::readWindows)));
    }

    private static void writeDate(CompactOutput out, LocalDate date) throws IOException {
        out.writeNumber(date.toEpochDay());
    }

    private static LocalDate readDate(CompactInput in) throws IOException {
        return LocalDate.ofEpochDay(in.readNumber());
    }

    private static void writeWindows(CompactOutput out, List<DailyWindow> windows)
            throws IOException {
        out.writeAll(
                windows,
                (o, window) -> {
                    o.writeCount(window.startSecond());
                    o.writeCount(window.endSecond());
                });
    }

    private static List<DailyWindow> readWindows(CompactInput in) throws IOException {
        return in.readAll(i -> new DailyWindow(i.readSize(), i.readSize()));
    }
}
