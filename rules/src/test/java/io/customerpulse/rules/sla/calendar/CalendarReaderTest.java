package io.customerpulse.rules.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a calendar is written, and what is said of one that is wrong. */
class CalendarReaderTest {

    private static final int HOUR = 3600;

    private static final String EXAMPLE =
            """
            {"tz":"Europe/Berlin","weekly":{"mon":[["08:00","13:00"],["14:00","18:00"]],"fri":[["22:00","06:00"]]},
             "holidays":["2026-12-25","--05-01"],"shifts":{"2026-12-24":[["09:00","12:00"]]},"breaks":{"2026-03-02":[["10:00","10:30"]]}}
            """;

    @Test
    void readsEachPart() throws Exception {
        CalendarDefinition calendar = CalendarReader.read(new JsonMapper().readTree(EXAMPLE));

        assertThat(calendar.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(calendar.weekly())
                .isEqualTo(
                        Map.of(
                                DayOfWeek.MONDAY,
                                List.of(
                                        new DailyWindow(8 * HOUR, 13 * HOUR),
                                        new DailyWindow(14 * HOUR, 18 * HOUR)),
                                DayOfWeek.FRIDAY,
                                List.of(new DailyWindow(22 * HOUR, 30 * HOUR))));
        assertThat(calendar.holidays()).containsExactly(LocalDate.of(2026, 12, 25));
        assertThat(calendar.yearlyHolidays()).containsExactly(MonthDay.of(5, 1));
        assertThat(calendar.shifts())
                .isEqualTo(
                        Map.of(
                                LocalDate.of(2026, 12, 24),
                                List.of(new DailyWindow(9 * HOUR, 12 * HOUR))));
        assertThat(calendar.breaks())
                .isEqualTo(
                        Map.of(
                                LocalDate.of(2026, 3, 2),
                                List.of(new DailyWindow(10 * HOUR, 10 * HOUR + 1800))));
    }

    @Test
    void readsTheSameFromYamlWithoutQuotes() throws Exception {
        String yaml =
                """
                tz: Europe/Berlin
                weekly:
                  mon: [[08:00, 13:00], [14:00, 18:00]]
                  fri: [[22:00, 06:00]]
                holidays: [2026-12-25, --05-01]
                shifts:
                  2026-12-24: [[09:00, 12:00]]
                breaks:
                  2026-03-02: [[10:00, 10:30]]
                """;

        assertThat(CalendarReader.read(new YAMLMapper().readTree(yaml)))
                .isEqualTo(CalendarReader.read(new JsonMapper().readTree(EXAMPLE)));
    }

    @Test
    void needsNothingButAZone() throws Exception {
        CalendarDefinition calendar = read("{'tz':'UTC'}");

        assertThat(calendar.weekly()).isEmpty();
        assertThat(calendar.holidays()).isEmpty();
        assertThat(calendar.shifts()).isEmpty();
        assertThat(calendar.breaks()).isEmpty();
    }

    @Test
    void saysTheSameWhateverTheOrderOfTheWindows() throws Exception {
        assertThat(
                        read(
                                "{'tz':'UTC','weekly':{'mon':[['14:00','18:00'],['08:00','13:00']],"
                                        + "'tue':[]}}"))
                .isEqualTo(
                        read(
                                "{'tz':'UTC','weekly':{'mon':[['08:00','13:00'],['14:00','18:00']]}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, 24:00, 0, 86400",
        "00:00, 00:00, 0, 86400",
        "23:00, 00:00, 82800, 86400",
        "09:30, 17:45:30, 34200, 63930",
        "17:00, 17:00, 61200, 147600",
        "17:00, 16:59, 61200, 147540",
        "23:59:59, 24:00, 86399, 86400",
    })
    void readsWindows(String start, String end, int startSecond, int endSecond) throws Exception {
        assertThat(
                        read("{'tz':'UTC','weekly':{'sun':[['%s','%s']]}}".formatted(start, end))
                                .weekly())
                .isEqualTo(
                        Map.of(DayOfWeek.SUNDAY, List.of(new DailyWindow(startSecond, endSecond))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                          | tz               | is missing; it names a time zone such as Europe/Berlin
                    {'tz':'Mars/Olympus'}                       | tz               | is no time zone such as Europe/Berlin: "Mars/Olympus"
                    {'tz':3}                                    | tz               | is no time zone such as Europe/Berlin: 3
                    {'tz':'UTC','week':{}}                      | week             | is not a key of a calendar; known are tz, weekly, holidays, shifts, breaks
                    {'tz':'UTC','weekly':[]}                    | weekly           | must be a mapping to lists of windows, but is []
                    {'tz':'UTC','weekly':{'monday':[]}}         | weekly.monday    | is no day of the week; they are mon, tue, wed, thu, fri, sat, sun
                    {'tz':'UTC','weekly':{'mon':'09:00'}}       | weekly.mon       | must be a list of windows such as [["09:00","17:00"]], but is "09:00"
                    {'tz':'UTC','weekly':{'mon':['09:00']}} | weekly.mon[0] | must be a start and an end such as ["09:00","17:00"], but is "09:00"
                    {'tz':'UTC','weekly':{'mon':[['09:00']]}}   | weekly.mon[0]    | must be a start and an end such as ["09:00","17:00"], but is ["09:00"]
                    {'tz':'UTC','weekly':{'mon':[['9:00','17:00']]}} | weekly.mon[0][0] | must be a time from 00:00 to 24:00 in quotes, but is "9:00"
                    {'tz':'UTC','weekly':{'mon':[['09:00','24:01']]}} | weekly.mon[0][1] | must be a time from 00:00 to 24:00 in quotes, but is "24:01"
                    {'tz':'UTC','weekly':{'mon':[['09:60','10:00']]}} | weekly.mon[0][0] | must be a time from 00:00 to 24:00 in quotes, but is "09:60"
                    {'tz':'UTC','weekly':{'mon':[[540,'10:00']]}}   | weekly.mon[0][0] | must be a time from 00:00 to 24:00 in quotes, but is 540
                    {'tz':'UTC','weekly':{'mon':[['24:00','06:00']]}} | weekly.mon[0][0] | 24:00 can end a window, but not begin one
                    {'tz':'UTC','holidays':'2026-12-25'}        | holidays         | must be a list of dates, but is "2026-12-25"
                    {'tz':'UTC','holidays':['2026-02-30']}      | holidays[0]      | must be a date such as 2026-12-25, or --12-25 for every year, but is "2026-02-30"
                    {'tz':'UTC','holidays':['2026-12-25','--13-01']} | holidays[1] | must be a date such as 2026-12-25, or --12-25 for every year, but is "--13-01"
                    {'tz':'UTC','shifts':{'--12-24':[]}}        | shifts.--12-24   | is no date such as 2026-12-24
                    {'tz':'UTC','breaks':{'2026-12-24':[['10:00','x']]}} | breaks.2026-12-24[0][1] | must be a time from 00:00 to 24:00 in quotes, but is "x"
                    """)
    void saysWhatIsWrongAndWhere(String json, String field, String reason) {
        assertThat(problems(json)).containsExactly(new CalendarProblem(field, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'UTC'", "3", "null"})
    void refusesWhatIsNoMapping(String json) {
        assertThat(problems(json))
                .extracting(CalendarProblem::reason)
                .containsExactly(
                        "must be a mapping with tz and weekly, but is " + json.replace('\'', '"'));
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThat(problems("{'tz':'X','weekly':{'mon':[['a','b']]},'holidays':['c']}"))
                .extracting(CalendarProblem::field)
                .containsExactly("tz", "weekly.mon[0][0]", "weekly.mon[0][1]", "holidays[0]");
    }

    @Test
    void refusesAWindowThatIsNone() {
        assertThatThrownBy(() -> new DailyWindow(-1, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DailyWindow(86_400, 86_401))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DailyWindow(10, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DailyWindow(10, 86_411))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<CalendarProblem> problems(String json) {
        return catchThrowableOfType(InvalidCalendarException.class, () -> read(json)).problems();
    }

    private static CalendarDefinition read(String json)
            throws InvalidCalendarException, JsonProcessingException {
        return CalendarReader.read(new JsonMapper().readTree(json.replace('\'', '"')));
    }
}
