package io.customerpulse.rules.sla.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a calendar from JSON or YAML ({@code docs/calendars.md}, The shape). Everything that is
 * wrong is noted, with the field where it stands.
 */
public final class CalendarReader {

    private static final List<String> KEYS =
            List.of("tz", "weekly", "holidays", "shifts", "breaks");
    private static final Map<String, DayOfWeek> DAYS = days();

    private static final Pattern TIME = Pattern.compile("(\\d{2}):([0-5]\\d)(?::([0-5]\\d))?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int SHOWN = 60;

    private final List<CalendarProblem> problems = new ArrayList<>();

    private CalendarReader() {}

    /**
     * Reads a calendar.
     *
     * @throws InvalidCalendarException with everything that is wrong; fields are named from the
     *     calendar on, such as {@code weekly.mon[0]}
     */
    public static CalendarDefinition read(JsonNode calendar) throws InvalidCalendarException {
        CalendarReader reader = new CalendarReader();
        CalendarDefinition definition = reader.definition(calendar);
        if (!reader.problems.isEmpty()) {
            throw new InvalidCalendarException(reader.problems);
        }
        return definition;
    }

    private CalendarDefinition definition(JsonNode calendar) {
        if (!calendar.isObject()) {
            problem("", "must be a mapping with tz and weekly, but is " + shown(calendar));
            return CalendarDefinition.alwaysOpen(ZoneOffset.UTC);
        }
        Set<LocalDate> holidays = new TreeSet<>();
        Set<MonthDay> yearlyHolidays = new TreeSet<>();
        ZoneId zone = zone(calendar);
        Map<DayOfWeek, List<DailyWindow>> weekly = weekly(calendar);
        holidays(calendar, holidays, yearlyHolidays);
        CalendarDefinition definition =
                new CalendarDefinition(
                        zone,
                        weekly,
                        new TreeSet<>(holidays),
                        new TreeSet<>(yearlyHolidays),
                        dates(calendar, "shifts"),
                        dates(calendar, "breaks"));
        calendar.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!KEYS.contains(key)) {
                                problem(
                                        key,
                                        "is not a key of a calendar; known are "
                                                + String.join(", ", KEYS));
                            }
                        });
        return definition;
    }

    private ZoneId zone(JsonNode calendar) {
        JsonNode value = calendar.path("tz");
        if (value.isMissingNode() || value.isNull()) {
            problem("tz", "is missing; it names a time zone such as Europe/Berlin");
            return ZoneOffset.UTC;
        }
        try {
            if (value.isTextual()) {
                return ZoneId.of(value.textValue());
            }
        } catch (DateTimeException unknown) {
            // Told below, like everything that is no zone.
        }
        problem("tz", "is no time zone such as Europe/Berlin: " + shown(value));
        return ZoneOffset.UTC;
    }

    private Map<DayOfWeek, List<DailyWindow>> weekly(JsonNode calendar) {
        Map<DayOfWeek, List<DailyWindow>> weekly = new EnumMap<>(DayOfWeek.class);
        for (Map.Entry<String, JsonNode> entry : mapping(calendar, "weekly").properties()) {
            String field = "weekly." + entry.getKey();
            DayOfWeek day = DAYS.get(entry.getKey());
            if (day == null) {
                problem(field, "is no day of the week; they are mon, tue, wed, thu, fri, sat, sun");
            } else {
                weekly.put(day, windows(entry.getValue(), field));
            }
        }
        return weekly;
    }

    private void holidays(JsonNode calendar, Set<LocalDate> dates, Set<MonthDay> yearly) {
        JsonNode holidays = calendar.path("holidays");
        if (!absent(holidays) && !holidays.isArray()) {
            problem("holidays", "must be a list of dates, but is " + shown(holidays));
            return;
        }
        for (int i = 0; i < holidays.size(); i++) {
            String text = holidays.get(i).asText();
            Optional<LocalDate> date = date(text);
            Optional<MonthDay> day = date.isPresent() ? Optional.empty() : monthDay(text);
            date.ifPresent(dates::add);
            day.ifPresent(yearly::add);
            if (date.isEmpty() && day.isEmpty()) {
                problem(
                        "holidays[" + i + "]",
                        "must be a date such as 2026-12-25, or --12-25 for every year, but is "
                                + shown(holidays.get(i)));
            }
        }
    }

    private TreeMap<LocalDate, List<DailyWindow>> dates(JsonNode calendar, String key) {
        TreeMap<LocalDate, List<DailyWindow>> dates = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : mapping(calendar, key).properties()) {
            String field = key + "." + entry.getKey();
            Optional<LocalDate> date = date(entry.getKey());
            if (date.isPresent()) {
                dates.put(date.get(), windows(entry.getValue(), field));
            } else {
                problem(field, "is no date such as 2026-12-24");
            }
        }
        return dates;
    }

    private JsonNode mapping(JsonNode calendar, String key) {
        JsonNode value = calendar.path(key);
        if (!absent(value) && !value.isObject()) {
            problem(key, "must be a mapping to lists of windows, but is " + shown(value));
        }
        return value;
    }

    private List<DailyWindow> windows(JsonNode list, String field) {
        List<DailyWindow> windows = new ArrayList<>();
        if (!list.isArray()) {
            problem(
                    field,
                    "must be a list of windows such as [[\"09:00\",\"17:00\"]], but is "
                            + shown(list));
        }
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            window(list.get(i), field + "[" + i + "]").ifPresent(windows::add);
        }
        return windows;
    }

    private Optional<DailyWindow> window(JsonNode window, String field) {
        if (!window.isArray() || window.size() != 2) {
            problem(
                    field,
                    "must be a start and an end such as [\"09:00\",\"17:00\"], but is "
                            + shown(window));
            return Optional.empty();
        }
        Optional<Integer> start = second(window.get(0), field + "[0]");
        Optional<Integer> end = second(window.get(1), field + "[1]");
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (start.get() == DailyWindow.SECONDS_A_DAY) {
            problem(field + "[0]", "24:00 can end a window, but not begin one");
            return Optional.empty();
        }
        return Optional.of(DailyWindow.between(start.get(), end.get()));
    }

    private Optional<Integer> second(JsonNode value, String field) {
        Matcher time = TIME.matcher(value.isTextual() ? value.textValue() : "");
        if (time.matches()) {
            int seconds = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
            int second =
                    (Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2))) * 60
                            + seconds;
            if (second <= DailyWindow.SECONDS_A_DAY) {
                return Optional.of(second);
            }
        }
        problem(field, "must be a time from 00:00 to 24:00 in quotes, but is " + shown(value));
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static Optional<MonthDay> monthDay(String text) {
        try {
            return Optional.of(MonthDay.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
        }
        return Map.copyOf(days);
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
    }

    private void problem(String field, String reason) {
        problems.add(new CalendarProblem(field, reason));
    }
}
