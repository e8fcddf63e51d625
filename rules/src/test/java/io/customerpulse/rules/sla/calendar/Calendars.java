package io.customerpulse.rules.sla.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Calendars as they are written. */
final class Calendars {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Calendars() {}

    /** One of the JSON in the documentation; single quotes stand for double ones. */
    static BusinessCalendar calendar(String json) {
        try {
            return new BusinessCalendar(
                    CalendarReader.read(JSON.readTree(json.replace('\'', '"'))));
        } catch (InvalidCalendarException | JsonProcessingException invalid) {
            throw new IllegalArgumentException(invalid);
        }
    }

    /** Monday to Friday from 09:00 to 18:00, as of the shipped policy, with more keys. */
    static BusinessCalendar business(String zone, String more) {
        return calendar(
                """
                {'tz':'%s','weekly':{'mon':[['09:00','18:00']],'tue':[['09:00','18:00']],
                 'wed':[['09:00','18:00']],'thu':[['09:00','18:00']],'fri':[['09:00','18:00']]}%s}
                """
                        .formatted(zone, more));
    }

    /** The same windows every day. */
    static BusinessCalendar daily(String zone, String windows) {
        CalendarDefinition one =
                calendar("{'tz':'%s','weekly':{'mon':%s}}".formatted(zone, windows)).definition();
        Map<DayOfWeek, List<DailyWindow>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, one.weekly().get(DayOfWeek.MONDAY));
        }
        return new BusinessCalendar(CalendarDefinition.weekly(one.zone(), weekly));
    }

    /** A local time in a zone, as java.time understands it. */
    static Instant local(String dateTime, String zone) {
        return ZonedDateTime.of(LocalDateTime.parse(dateTime), ZoneId.of(zone)).toInstant();
    }
}
