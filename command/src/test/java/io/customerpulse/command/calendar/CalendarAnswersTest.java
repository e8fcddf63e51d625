package io.customerpulse.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of JSON for a line of JSON; single quotes stand for double ones. */
class CalendarAnswersTest {

    private static final String BERLIN =
            """
            {'tz':'Europe/Berlin','weekly':{'mon':[['08:00','13:00'],['14:00','18:00']],\
            'fri':[['22:00','06:00']]},'holidays':['2026-12-25','--05-01'],\
            'shifts':{'2026-12-24':[['09:00','12:00']]},'breaks':{'2026-03-02':[['10:00','10:30']]}}""";

    private final CalendarAnswers answers = new CalendarAnswers();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'op':'add','calendar':CALENDAR,'start':'2026-01-05T12:00:00Z','seconds':7200     | {'instant':'2026-01-05T15:00:00Z'}
                    'op':'add','calendar':CALENDAR,'start':'2026-01-05T13:00:00+01:00','seconds':3600 | {'instant':'2026-01-05T14:00:00Z'}
                    'op':'add','calendar':CALENDAR,'start':'2026-01-05T12:00:00Z','seconds':0         | {'instant':'2026-01-05T13:00:00Z'}
                    'op':'add','calendar':CALENDAR,'start':'2026-01-05T12:30:00Z','seconds':-0        | {'instant':'2026-01-05T12:00:00Z'}
                    'op':'add','calendar':CALENDAR,'start':'2026-01-05T12:30:00Z','seconds':-0.0      | {'instant':'2026-01-05T12:00:00Z'}
                    'op':'add','calendar':CALENDAR,'start':'2026-01-05T13:00:00Z','seconds':-3600     | {'instant':'2026-01-05T11:00:00Z'}
                    'op':'add','calendar':CALENDAR,'start':'2026-01-05T08:00:00Z','seconds':0.25      | {'instant':'2026-01-05T08:00:00.250Z'}
                    'op':'add','calendar':CALENDAR,'start':'2026-01-05T08:00:00Z','seconds':3.6e3     | {'instant':'2026-01-05T09:00:00Z'}
                    'op':'between','calendar':CALENDAR,'start':'2026-03-02T00:00:00Z','end':'2026-03-03T00:00:00Z' | {'seconds':30600}
                    'op':'between','calendar':CALENDAR,'start':'2026-03-02T08:00:00Z','end':'2026-03-02T08:00:00.5Z' | {'seconds':0.5}
                    'op':'between','calendar':CALENDAR,'start':'2026-03-03T00:00:00Z','end':'2026-03-02T00:00:00Z' | {'seconds':0}
                    'op':'is-open','calendar':CALENDAR,'at':'2026-12-24T08:00:00Z'                    | {'open':true}
                    'op':'is-open','calendar':CALENDAR,'at':'2026-12-24T11:00:00Z'                    | {'open':false}
                    'op':'periods','calendar':CALENDAR,'from':'2026-12-24T09:00:00Z','count':2        | {'periods':[['2026-12-24T09:00:00Z','2026-12-24T11:00:00Z'],['2026-12-25T23:00:00Z','2026-12-26T05:00:00Z']]}
                    'op':'periods','calendar':CALENDAR,'from':'2026-12-24T09:00:00Z','count':0        | {'periods':[]}
                    'op':'periods','calendar':{'tz':'UTC'},'from':'2026-12-24T09:00:00Z','count':3    | {'periods':[]}
                    """)
    void answersEachOperation(String request, String answer) {
        assertThat(answer(request)).isEqualTo(answer);
    }

    @Test
    void countsAllTimeWithoutACalendar() {
        assertThat(answer("'op':'add','start':'2026-01-03T12:00:00Z','seconds':86400"))
                .isEqualTo("{'instant':'2026-01-04T12:00:00Z'}");
        assertThat(answer("'op':'is-open','calendar':null,'at':'2026-01-03T12:00:00Z'"))
                .isEqualTo("{'open':true}");
    }

    @Test
    void writesNullForAnEndThatDoesNotCome() {
        assertThat(answer("'op':'periods','from':'2026-01-03T12:00:00Z','count':2"))
                .isEqualTo("{'periods':[['2026-01-03T12:00:00Z',null]]}");
    }

    @Test
    void passesOverFieldsItDoesNotKnow() {
        assertThat(answer("'op':'is-open','at':'2026-01-03T12:00:00Z','because':{'seconds':1}"))
                .isEqualTo("{'open':true}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'at':'2026-01-05T12:00:00Z'                                       | op: is missing
                    'op':3                                                            | op: must be a text, but is 3
                    'op':'subtract'                                                   | op: must be one of add, between, is-open, periods, timeline, but is subtract
                    'op':'add','seconds':1                                            | start: is missing
                    'op':'add','start':null,'seconds':1                               | start: is missing
                    'op':'add','start':'2026-01-05','seconds':1                       | start: must be an instant such as 2026-01-31T12:00:00Z, but is "2026-01-05"
                    'op':'add','start':'2026-01-05T12:00:00','seconds':1              | start: must be an instant such as 2026-01-31T12:00:00Z, but is "2026-01-05T12:00:00"
                    'op':'add','start':1767614400,'seconds':1                         | start: must be an instant such as 2026-01-31T12:00:00Z, but is 1767614400
                    'op':'add','start':'+12026-01-05T12:00:00Z','seconds':1           | start: must be within the years 0 to 9999, but is +12026-01-05T12:00:00Z
                    'op':'add','start':'2026-01-05T12:00:00Z'                         | seconds: is missing
                    'op':'add','start':'2026-01-05T12:00:00Z','seconds':'60'          | seconds: must be a number, but is "60"
                    'op':'add','start':'2026-01-05T12:00:00Z','seconds':0.0001        | seconds: must be whole milliseconds, but is 0.0001
                    'op':'add','start':'2026-01-05T12:00:00Z','seconds':1e12          | seconds: is more than there are from year 0 to 9999: 1E+12
                    'op':'add','start':'2026-01-05T12:00:00Z','seconds':3e11          | calendar: there is less open time than PT83333333H20M after 2026-01-05T12:00:00Z, up to the year 9999
                    'op':'add','calendar':{'tz':'UTC'},'start':'2026-01-05T12:00:00Z','seconds':1 | calendar: there is less open time than PT1S after 2026-01-05T12:00:00Z, up to the year 9999
                    'op':'add','calendar':{'tz':'UTC'},'start':'2026-01-05T12:00:00Z','seconds':0 | calendar: it is never open after 2026-01-05T12:00:00Z
                    'op':'between','start':'2026-01-05T12:00:00Z'                     | end: is missing
                    'op':'is-open'                                                    | at: is missing
                    'op':'periods','from':'2026-01-05T12:00:00Z'                      | count: is missing
                    'op':'periods','from':'2026-01-05T12:00:00Z','count':-1           | count: must be a whole number from 0 to 100000, but is -1
                    'op':'periods','from':'2026-01-05T12:00:00Z','count':1.5          | count: must be a whole number from 0 to 100000, but is 1.5
                    'op':'is-open','at':'2026-01-05T12:00:00Z','calendar':'business'  | calendar: must be a mapping with tz and weekly, but is "business"
                    'op':'is-open','at':'2026-01-05T12:00:00Z','calendar':{}          | calendar.tz: is missing; it names a time zone such as Europe/Berlin
                    'op':'is-open','at':'2026-01-05T12:00:00Z','calendar':{'tz':'UTC','weekly':{'mon':[['25:00','26:00']]}} | calendar.weekly.mon[0][0]: must be a time from 00:00 to 24:00 in quotes, but is "25:00"
                    """)
    void saysWhichFieldIsWrongAndWhy(String request, String error) {
        assertThat(answer(request)).isEqualTo("{'error':'" + error.replace("\"", "\\'") + "'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{'op':'is-open',}", "{} {}", "{'op':'a','op':'b'}", "nothing"})
    void saysThatALineIsNotJson(String line) {
        assertThat(answers.answer(line.replace('\'', '"')))
                .startsWith("{\"error\":\"request: is not well-formed JSON at column ");
    }

    @Test
    void wantsAnObject() {
        assertThat(answers.answer("[]"))
                .isEqualTo("{\"error\":\"request: must be a JSON object, but is []\"}");
    }

    @Test
    void writesOnlyAscii() {
        assertThat(answer("'op':'größer'")).contains("but is gr\\u00F6\\u00DFer");
    }

    @Test
    void answersTheNextRequestAfterAWrongOne() {
        answer("'op':'wrong'");

        assertThat(answer("'op':'is-open','at':'2026-01-03T12:00:00Z'")).isEqualTo("{'open':true}");
    }

    private String answer(String request) {
        String line = "{" + request.replace("CALENDAR", BERLIN) + "}";
        return answers.answer(line.replace('\'', '"')).replace('"', '\'');
    }
}
