package io.customerpulse.rules.policy;

import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.CalendarDefinition;
import io.customerpulse.rules.sla.calendar.CalendarReader;
import io.customerpulse.rules.sla.calendar.InvalidCalendarException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** Reads the calendars of a policy by their names; each must have open time. */
final class PolicyCalendars {

    private final PolicySection section;

    PolicyCalendars(PolicySection section) {
        this.section = section;
    }

    Map<String, CalendarDefinition> read() {
        Map<String, CalendarDefinition> calendars = new TreeMap<>();
        for (String name : section.keys()) {
            // In place of a faulty one, so that its targets are not problems, too.
            calendars.put(name, CalendarDefinition.alwaysOpen(ZoneOffset.UTC));
            try {
                CalendarDefinition calendar = CalendarReader.read(section.tree(name));
                if (new BusinessCalendar(calendar)
                        .nextOpening(BusinessCalendar.EARLIEST)
                        .isEmpty()) {
                    section.problem(name, "is never open");
                } else {
                    calendars.put(name, calendar);
                }
            } catch (InvalidCalendarException invalid) {
                invalid.problems()
                        .forEach(
                                problem ->
                                        section.problem(
                                                problem.field().isEmpty()
                                                        ? name
                                                        : name + "." + problem.field(),
                                                problem.reason()));
            }
        }
        return calendars;
    }
}
