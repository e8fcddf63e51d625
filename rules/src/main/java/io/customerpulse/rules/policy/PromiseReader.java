package io.customerpulse.rules.policy;

import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.rules.sla.Allowance;
import io.customerpulse.rules.sla.Promise;
import io.customerpulse.rules.sla.PromiseTable;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.CalendarDefinition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what is promised: amounts of time such as {@code PT4H business} or {@code 5 business days},
 * of calendars that the same document defines.
 */
final class PromiseReader {

    private static final Pattern AMOUNT = Pattern.compile("(PT?\\S+)\\s+(\\S+)");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})\\s+(\\S+)\\s+days?");

    private static final Map<SlaTarget, String> KEYS =
            new EnumMap<>(
                    Map.of(
                            SlaTarget.FIRST_RESPONSE, "firstResponse",
                            SlaTarget.NEXT_RESPONSE, "nextResponse",
                            SlaTarget.RESOLUTION, "resolution",
                            SlaTarget.WORKAROUND, "workaround"));

    private static final int LONGEST_YEARS = 5;

    /** From each of these years on, a target must fit into the longest time it may take. */
    private static final List<Integer> TRIED_YEARS = List.of(1970, 1995, 2020, 2025, 2030, 2060);

    private final Map<String, BusinessCalendar> calendars = new TreeMap<>();
    private final Map<String, Duration> days = new LinkedHashMap<>();

    /**
     * @param days how much open time a day of a calendar is, by the calendar's name
     */
    PromiseReader(Map<String, CalendarDefinition> calendars, PolicySection days) {
        calendars.forEach(
                (name, calendar) -> this.calendars.put(name, new BusinessCalendar(calendar)));
        days.refuseOthers("calendar of this policy", List.copyOf(calendars.keySet()));
        for (String name : days.keys()) {
            if (calendars.containsKey(name)) {
                this.days.put(name, days.duration(name, Duration.ofMinutes(1), Duration.ofDays(1)));
            }
        }
    }

    /** What a contract promises. */
    PromiseTable contract(PolicySection section) {
        return table(
                section,
                List.of(
                        SlaTarget.FIRST_RESPONSE,
                        SlaTarget.WORKAROUND,
                        SlaTarget.RESOLUTION,
                        SlaTarget.NEXT_RESPONSE));
    }

    /** What the team promises itself. */
    PromiseTable internal(PolicySection section) {
        return table(section, List.of(SlaTarget.FIRST_RESPONSE, SlaTarget.RESOLUTION));
    }

    private PromiseTable table(PolicySection section, List<SlaTarget> targets) {
        Map<SlaTarget, Map<Severity, Promise>> table = new EnumMap<>(SlaTarget.class);
        for (SlaTarget target : targets) {
            Map<Severity, Promise> bySeverity = bySeverity(section, KEYS.get(target));
            if (!bySeverity.isEmpty()) {
                table.put(target, bySeverity);
            }
        }
        return new PromiseTable(table);
    }

    private Map<Severity, Promise> bySeverity(PolicySection section, String key) {
        Map<Severity, Promise> bySeverity = new EnumMap<>(Severity.class);
        if (!section.isMapping(key)) {
            promise(section, key).ifPresent(promise -> forAll(bySeverity, promise));
            return bySeverity;
        }
        PolicySection severities = section.section(key);
        if (severities.has("openedIn")) {
            byOpening(severities).ifPresent(promise -> forAll(bySeverity, promise));
            return bySeverity;
        }
        severities.refuseOthers(
                "severity", Arrays.stream(Severity.values()).map(Severity::name).toList());
        for (Severity severity : Severity.values()) {
            if (severities.has(severity.name())) {
                promise(severities, severity.name())
                        .ifPresent(promise -> bySeverity.put(severity, promise));
            }
        }
        return bySeverity;
    }

    private static void forAll(Map<Severity, Promise> bySeverity, Promise promise) {
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, promise);
        }
    }

    private Optional<Promise> promise(PolicySection section, String key) {
        if (section.isMapping(key)) {
            return byOpening(section.section(key));
        }
        List<Allowance> allowances = allowances(section, key);
        return allowances.isEmpty() ? Optional.empty() : Optional.of(new Promise.Fixed(allowances));
    }

    private Optional<Promise> byOpening(PolicySection section) {
        String calendar = section.text("openedIn");
        if (section.sound("openedIn") && !calendars.containsKey(calendar)) {
            section.problem("openedIn", unknownCalendar(calendar));
        }
        List<Allowance> inside = allowances(section, "inside");
        List<Allowance> outside = allowances(section, "outside");
        return inside.isEmpty() || outside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Promise.ByOpening(calendar, inside, outside));
    }

    private List<Allowance> allowances(PolicySection section, String key) {
        List<Allowance> allowances = new ArrayList<>();
        for (String text : section.textOrTexts(key)) {
            allowance(text, section, key).ifPresent(allowances::add);
        }
        return allowances;
    }

    private Optional<Allowance> allowance(String text, PolicySection section, String key) {
        Matcher days = DAYS.matcher(text);
        Matcher amount = AMOUNT.matcher(text);
        Optional<Duration> openTime = Optional.empty();
        String calendar = "";
        if (days.matches()) {
            calendar = days.group(2);
            int count = Integer.parseInt(days.group(1));
            openTime =
                    Optional.ofNullable(this.days.get(calendar))
                            .map(day -> day.multipliedBy(count));
            if (openTime.isEmpty() && calendars.containsKey(calendar)) {
                section.problem(
                        key,
                        "counts days of %s, but days.%s is missing".formatted(calendar, calendar));
                return Optional.empty();
            }
        } else if (amount.matches()) {
            calendar = amount.group(2);
            openTime = parsed(amount.group(1));
        }
        if (!calendar.isEmpty() && !calendars.containsKey(calendar)) {
            section.problem(key, unknownCalendar(calendar));
            return Optional.empty();
        }
        if (openTime.isEmpty() || openTime.get().compareTo(Duration.ofMillis(1)) < 0) {
            section.problem(
                    key,
                    "must be an amount of time such as PT4H business or 5 business days, but is \"%s\""
                            .formatted(text));
            return Optional.empty();
        }
        if (takesTooLong(openTime.get(), calendars.get(calendar))) {
            section.problem(
                    key, "can take more than %d years: \"%s\"".formatted(LONGEST_YEARS, text));
            return Optional.empty();
        }
        return Optional.of(new Allowance(openTime.get(), calendar));
    }

    private static boolean takesTooLong(Duration openTime, BusinessCalendar calendar) {
        return TRIED_YEARS.stream()
                .anyMatch(
                        year ->
                                calendar.between(
                                                        LocalDate.of(year, 1, 1)
                                                                .atStartOfDay(ZoneOffset.UTC)
                                                                .toInstant(),
                                                        LocalDate.of(year + LONGEST_YEARS, 1, 1)
                                                                .atStartOfDay(ZoneOffset.UTC)
                                                                .toInstant())
                                                .compareTo(openTime)
                                        < 0);
    }

    private String unknownCalendar(String name) {
        return "names no calendar of this policy: \"%s\"; there are %s"
                .formatted(name, calendars.keySet());
    }

    /** Whole milliseconds only. */
    private static Optional<Duration> parsed(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.toNanosPart() % 1_000_000 == 0
                    ? Optional.of(duration)
                    : Optional.empty();
        } catch (DateTimeException notDuration) {
            return Optional.empty();
        }
    }
}
