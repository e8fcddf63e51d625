package io.customerpulse.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tickets as help desks have them, and how their clocks stand. Days are those of January 2026, in
 * which the 5th is a Monday; unless said otherwise it is open Monday to Friday from 09:00 to 17:00
 * UTC.
 */
class TimelineAnswerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String OFFICE =
            """
            {"tz":"UTC","weekly":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],
             "wed":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]]}""";

    private static final String TARGETS =
            """
            {"FIRST_RESPONSE":"PT1H","RESOLUTION":"PT4H","NEXT_RESPONSE":"PT2H","WORKAROUND":"PT2H"}""";

    private static final Map<String, String> EVENTS =
            Map.ofEntries(
                    Map.entry("opened", "\"ticket.opened\""),
                    Map.entry("agent", "\"ticket.replied\",\"by\":\"AGENT\""),
                    Map.entry("note", "\"ticket.replied\",\"by\":\"AGENT\",\"public\":false"),
                    Map.entry("system", "\"ticket.replied\",\"by\":\"SYSTEM\""),
                    Map.entry("customer", "\"ticket.replied\",\"by\":\"CUSTOMER\""),
                    Map.entry("waiting", "\"ticket.waiting\""),
                    Map.entry("resumed", "\"ticket.resumed\""),
                    Map.entry("workaround", "\"ticket.workaround_given\""),
                    Map.entry("solved", "\"ticket.solved\""),
                    Map.entry("reopened", "\"ticket.reopened\""),
                    Map.entry("closed", "\"ticket.closed\""),
                    Map.entry("excluded", "\"ticket.excluded\""),
                    Map.entry("down", "\"maintenance.started\""),
                    Map.entry("up", "\"maintenance.ended\""));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    answered in time               | opened 05 10:00, agent 05 10:30             | due 05 11:00 met 05 10:30 used PT30M stopped PT0S left PT30M
                    answered at the due instant    | opened 05 10:00, agent 05 11:00             | due 05 11:00 met 05 11:00 used PT1H stopped PT0S left PT0S
                    answered a second too late     | opened 05 10:00, agent 05 11:00:01          | due 05 11:00 breached 05 11:00 used PT1H1S stopped PT0S left PT0S
                    only private and automatic ones| opened 05 10:00, note 05 10:10, system 05 10:20, customer 05 10:30 | due 05 11:00 used PT30M stopped PT0S left PT30M
                    over a weekend                 | opened 09 16:30, agent 12 09:10             | due 12 09:30 met 12 09:10 used PT40M stopped PT0S left PT20M
                    opened and answered on Sunday  | opened 11 12:00, agent 11 13:00             | due 12 10:00 met 11 13:00 used PT0S stopped PT0S left PT1H
                    used up at closing             | opened 05 16:00, agent 06 09:00             | due 05 17:00 met 06 09:00 used PT1H stopped PT0S left PT0S
                    a second after the next opening| opened 05 16:00, agent 06 09:00:01          | due 05 17:00 breached 06 09:00 used PT1H1S stopped PT0S left PT0S
                    a reply before the opening     | agent 05 09:30, opened 05 10:00             | due 05 11:00 met 05 10:00 used PT0S stopped PT0S left PT1H
                    waiting does not stop it       | opened 05 10:00, waiting 05 10:10, resumed 05 11:30 | due 05 11:00 breached 05 11:00 used PT1H30M stopped PT0S left PT0S
                    maintenance stops it           | opened 05 10:00, down 05 10:30, up 05 11:30 | due 05 12:00 used PT30M stopped PT1H left PT30M
                    maintenance before the opening | down 05 08:00, opened 05 10:00, up 05 10:30 | due 05 11:30 used PT0S stopped PT30M left PT1H
                    solved without an answer       | opened 05 10:00, solved 05 10:20            | due 05 11:00 met 05 10:20 used PT20M stopped PT0S left PT40M
                    owed again after reopening     | opened 05 10:00, solved 05 10:20, reopened 05 10:50, note 05 11:00 | due 05 11:30 used PT30M stopped PT30M left PT30M
                    answered after reopening       | opened 05 10:00, solved 05 10:20, reopened 05 10:50, agent 05 11:20 | due 05 11:30 met 05 11:20 used PT50M stopped PT30M left PT10M
                    excluded after the breach      | opened 05 10:00, excluded 05 12:00          | due 05 11:00 used PT2H stopped PT0S left PT0S
                    """)
    void firstResponseOfOneHour(String title, String events, String state) {
        assertThat(clocks("", OFFICE + "}", events, "FIRST_RESPONSE")).containsExactly(state);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    waited for the customer        | opened 05 09:00, waiting 05 10:00, resumed 05 12:00, solved 05 14:00 | due 05 15:00 met 05 14:00 used PT3H stopped PT2H left PT1H
                    the customer's reply resumes   | opened 05 09:00, waiting 05 10:00, customer 05 12:00 | due 05 15:00 used PT1H stopped PT2H left PT3H
                    an agent's reply does not      | opened 05 09:00, waiting 05 10:00, agent 05 12:00 | used PT1H stopped PT2H left PT3H
                    waiting outside open hours     | opened 05 15:00, waiting 05 17:00, resumed 06 09:00 | due 06 11:00 used PT2H stopped PT0S left PT2H
                    waiting over the weekend       | opened 09 16:00, waiting 09 16:30, resumed 12 10:00 | due 12 13:30 used PT30M stopped PT1H30M left PT3H30M
                    resumed without waiting        | opened 05 09:00, resumed 05 10:00, waiting 05 11:00, resumed 05 12:00 | due 05 14:00 used PT2H stopped PT1H left PT2H
                    waiting twice                  | opened 05 09:00, waiting 05 10:00, waiting 05 10:30, resumed 05 11:00, resumed 05 11:30 | due 05 14:00 used PT1H30M stopped PT1H left PT2H30M
                    waiting for no time            | opened 05 09:00, waiting 05 10:00, resumed 05 10:00 | due 05 13:00 used PT1H stopped PT0S left PT3H
                    waiting and maintenance        | opened 05 09:00, waiting 05 10:00, down 05 10:30, resumed 05 11:00, up 05 12:00 | due 05 15:00 used PT1H stopped PT2H left PT3H
                    solved                         | opened 05 09:00, solved 05 11:00, agent 05 16:00 | due 05 13:00 met 05 11:00 used PT2H stopped PT0S left PT2H
                    closed without being solved    | opened 05 09:00, closed 05 11:00            | due 05 13:00 met 05 11:00 used PT2H stopped PT0S left PT2H
                    closed after being solved      | opened 05 09:00, solved 05 11:00, closed 08 11:00 | due 05 13:00 met 05 11:00 used PT2H stopped PT0S left PT2H
                    solved too late                | opened 05 09:00, solved 05 14:00            | due 05 13:00 breached 05 13:00 used PT5H stopped PT0S left PT0S
                    solved, waiting changes nothing| opened 05 09:00, solved 05 11:00, waiting 05 12:00, reopened 05 13:00, note 05 13:30 | due 05 15:00 used PT2H30M stopped PT2H left PT1H30M
                    reopened and running           | opened 05 09:00, solved 05 11:00, reopened 06 09:00, note 06 09:30 | due 06 11:00 used PT2H30M stopped PT6H left PT1H30M
                    reopened and solved again      | opened 05 09:00, solved 05 11:00, reopened 06 09:00, solved 06 10:00 | due 06 11:00 met 06 10:00 used PT3H stopped PT6H left PT1H
                    reopened, then too late        | opened 05 09:00, solved 05 11:00, reopened 06 09:00, solved 06 11:00:01 | due 06 11:00 breached 06 11:00 used PT4H1S stopped PT6H left PT0S
                    closed while waiting, reopened | opened 05 09:00, waiting 05 10:00, closed 05 11:00, reopened 05 13:00, note 05 13:30 | due 05 16:00 used PT1H30M stopped PT3H left PT2H30M
                    waiting from the due instant on| opened 05 09:00, waiting 05 13:00, note 05 14:00 | used PT4H stopped PT1H left PT0S
                    resumed after the due instant  | opened 05 09:00, waiting 05 13:00, resumed 05 15:00 | due 05 13:00 breached 05 15:00 used PT4H stopped PT2H left PT0S
                    solved while still waiting     | opened 05 09:00, waiting 05 13:00, solved 05 15:00 | met 05 15:00 used PT4H stopped PT2H left PT0S
                    a workaround does not stop it  | opened 05 09:00, workaround 05 10:00, note 05 11:00 | due 05 13:00 used PT2H stopped PT0S left PT2H
                    events out of order            | solved 05 14:00, resumed 05 12:00, opened 05 09:00, waiting 05 10:00 | due 05 15:00 met 05 14:00 used PT3H stopped PT2H left PT1H
                    opened twice                   | opened 05 09:00, opened 05 10:00, solved 05 12:00 | due 05 13:00 met 05 12:00 used PT3H stopped PT0S left PT1H
                    seconds count                  | opened 05 09:00:07, waiting 05 09:00:09, resumed 05 09:00:10, solved 05 09:00:11 | due 05 13:00:08 met 05 09:00:11 used PT3S stopped PT1S left PT3H59M57S
                    """)
    void resolutionOfFourHours(String title, String events, String state) {
        assertThat(clocks("", OFFICE + "}", events, "RESOLUTION")).containsExactly(state);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    given                          | opened 05 09:00, workaround 05 10:00        | due 05 11:00 met 05 10:00 used PT1H stopped PT0S left PT1H
                    solved without one             | opened 05 09:00, solved 05 10:00            | due 05 11:00 met 05 10:00 used PT1H stopped PT0S left PT1H
                    ended for good by being solved | opened 05 09:00, solved 05 10:00, reopened 05 11:00, note 05 15:00 | due 05 11:00 met 05 10:00 used PT1H stopped PT0S left PT1H
                    waited for the customer        | opened 05 09:00, waiting 05 10:00, note 05 12:00 | used PT1H stopped PT2H left PT1H
                    """)
    void workaroundOfTwoHours(String title, String events, String state) {
        assertThat(clocks("", OFFICE + "}", events, "WORKAROUND")).containsExactly(state);
    }

    @Test
    void nextResponseIsAClockForEachMessageThatWaitsForAnAnswer() {
        assertThat(
                        clocks(
                                "",
                                OFFICE + "}",
                                "opened 05 09:00, customer 05 09:05, agent 05 09:10,"
                                        + " customer 05 09:30, customer 05 09:40, note 05 09:50,"
                                        + " agent 05 10:00, agent 05 10:10, customer 05 11:00,"
                                        + " system 05 13:30",
                                "NEXT_RESPONSE"))
                .containsExactly(
                        "due 05 11:30 met 05 10:00 used PT30M stopped PT0S left PT1H30M",
                        "due 05 13:00 breached 05 13:00 used PT2H30M stopped PT0S left PT0S");
    }

    @Test
    void nextResponseCountsCyclesFromOne() throws JsonProcessingException {
        JsonNode clocks =
                JSON.readTree(
                        answer(
                                "",
                                OFFICE + "}",
                                TARGETS,
                                "opened 05 09:00, agent 05 09:10, customer 05 09:30,"
                                        + " agent 05 10:00, customer 05 11:00"));

        assertThat(clocks.path("clocks"))
                .extracting(
                        clock -> clock.path("target").asText() + " " + clock.path("cycle").asInt())
                .containsExactly(
                        "FIRST_RESPONSE 1",
                        "RESOLUTION 1",
                        "NEXT_RESPONSE 1",
                        "NEXT_RESPONSE 2",
                        "WORKAROUND 1");
    }

    @Test
    void nextResponseBeginsWithTheFirstMessageWhereNoFirstResponseIsPromised() {
        assertThat(
                        clocks(
                                "",
                                OFFICE + "}",
                                "{\"NEXT_RESPONSE\":\"PT2H\"}",
                                "opened 05 09:00, customer 05 09:30, note 05 10:00",
                                "NEXT_RESPONSE"))
                .containsExactly("due 05 11:30 used PT30M stopped PT0S left PT1H30M");
    }

    @Test
    void waitingStopsWhatTheRequestSays() {
        String events = "opened 05 10:00, waiting 05 10:10, note 05 12:10";

        assertThat(
                        clocks(
                                "\"pauseStops\":[\"FIRST_RESPONSE\"],",
                                OFFICE + "}",
                                events,
                                "FIRST_RESPONSE"))
                .containsExactly("used PT10M stopped PT2H left PT50M");
        assertThat(
                        clocks(
                                "\"pauseStops\":[\"FIRST_RESPONSE\"],",
                                OFFICE + "}",
                                events,
                                "RESOLUTION"))
                .containsExactly("due 05 14:00 used PT2H10M stopped PT0S left PT1H50M");
    }

    @Test
    void knowsNothingOfWhatComesAfterTheInstantAskedFor() {
        String events = "opened 05 09:00, waiting 05 10:00, resumed 05 12:00, solved 05 14:00";

        assertThat(at("2026-01-05T09:30:00Z", events))
                .containsExactly("due 05 13:00 used PT30M stopped PT0S left PT3H30M");
        assertThat(at("2026-01-05T11:00:00Z", events))
                .containsExactly("used PT1H stopped PT1H left PT3H");
        assertThat(at("2026-01-05T12:00:00Z", events))
                .containsExactly("due 05 15:00 used PT1H stopped PT2H left PT3H");
        assertThat(at("2026-01-05T08:59:59Z", events)).isEmpty();
    }

    @Test
    void looksBeyondTheLastEvent() {
        assertThat(at("2026-01-05T12:59:59Z", "opened 05 09:00"))
                .containsExactly("due 05 13:00 used PT3H59M59S stopped PT0S left PT1S");
        assertThat(at("2026-01-05T13:00:00Z", "opened 05 09:00"))
                .containsExactly("due 05 13:00 breached 05 13:00 used PT4H stopped PT0S left PT0S");
        assertThat(at("2026-01-07T00:00:00Z", "opened 05 09:00"))
                .containsExactly(
                        "due 05 13:00 breached 05 13:00 used PT16H stopped PT0S left PT0S");
    }

    @Test
    void holidaysDoNotCount() {
        assertThat(
                        clocks(
                                "",
                                OFFICE + ",\"holidays\":[\"2026-01-06\",\"--01-07\"]}",
                                "opened 05 16:00, waiting 05 16:30, resumed 08 10:00",
                                "RESOLUTION"))
                .containsExactly("due 08 13:30 used PT30M stopped PT1H30M left PT3H30M");
    }

    @Test
    void severalWindowsADayAreCountedOneAfterTheOther() {
        assertThat(
                        clocks(
                                "",
                                """
                                {"tz":"UTC","weekly":{"mon":[["08:00","10:00"],["11:00","12:00"],["13:00","20:00"]]}}""",
                                "opened 05 09:30, waiting 05 10:30, resumed 05 11:30",
                                "RESOLUTION"))
                .containsExactly("due 05 16:00 used PT30M stopped PT30M left PT3H30M");
    }

    @Test
    void aTicketThatWasNeverOpenedHasNoClocks() {
        assertThat(clocks("", OFFICE + "}", "agent 05 09:00, solved 05 10:00", "RESOLUTION"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "events":[]                                                   | targets: is missing
                    "targets":[],"events":[]                                      | targets: must be a mapping of targets to durations, but is []
                    "targets":{"REPLY":"PT1H"},"events":[]                        | targets.REPLY: is no target; they are [FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION, WORKAROUND]
                    "targets":{"RESOLUTION":"4h"},"events":[]                     | targets.RESOLUTION: must be an ISO-8601 duration such as PT4H, longer than zero and at most five years, but is "4h"
                    "targets":{"RESOLUTION":"PT0S"},"events":[]                   | targets.RESOLUTION: must be an ISO-8601 duration such as PT4H, longer than zero and at most five years, but is "PT0S"
                    "targets":{"RESOLUTION":"P1831D"},"events":[]                 | targets.RESOLUTION: must be an ISO-8601 duration such as PT4H, longer than zero and at most five years, but is "P1831D"
                    "targets":{}                                                  | events: is missing
                    "targets":{},"events":{}                                      | events: must be a list of events, but is {}
                    "targets":{},"events":[]                                      | events: must have at least one event
                    "targets":{},"events":[3]                                     | events[0]: must be an object with time and type, but is 3
                    "targets":{},"events":[{"type":"ticket.opened"}]              | events[0].time: is missing
                    "targets":{},"events":[{"time":"2026-01-05T09:00:00Z"}]       | events[0].type: is missing
                    "targets":{},"events":[{"time":"2026-01-05T09:00:00Z","type":"ticket.open"}] | events[0].type: must be an event of a ticket, maintenance.started or maintenance.ended, but is ticket.open
                    "targets":{},"events":[{"time":"2026-01-05T09:00:00Z","type":"ticket.replied"}] | events[0].by: is missing
                    "targets":{},"events":[{"time":"2026-01-05T09:00:00Z","type":"ticket.replied","by":"BOT"}] | events[0].by: must be one of [AGENT, CUSTOMER, SYSTEM], but is BOT
                    "targets":{},"events":[{"time":"2026-01-05T09:00:00Z","type":"ticket.replied","by":"AGENT","public":"no"}] | events[0].public: must be true or false, but is "no"
                    "targets":{},"pauseStops":"RESOLUTION","events":[]            | pauseStops: must be a list of targets, but is "RESOLUTION"
                    "targets":{},"pauseStops":["ALL"],"events":[]                 | pauseStops[0]: is no target; they are [FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION, WORKAROUND]
                    "targets":{},"asOf":"now","events":[{"time":"2026-01-05T09:00:00Z","type":"ticket.opened"}] | asOf: must be an instant such as 2026-01-31T12:00:00Z, but is "now"
                    """)
    void saysWhatIsWrongInARequest(String request, String error) throws JsonProcessingException {
        String answer = new CalendarAnswers().answer("{\"op\":\"timeline\"," + request + "}");

        assertThat(JSON.readTree(answer).path("error").asText()).isEqualTo(error);
    }

    private static List<String> at(String asOf, String events) {
        return clocks("\"asOf\":\"" + asOf + "\",", OFFICE + "}", events, "RESOLUTION");
    }

    private static List<String> clocks(String more, String calendar, String events, String target) {
        return clocks(more, calendar, TARGETS, events, target);
    }

    /** How the clocks of a target stand, in words. */
    private static List<String> clocks(
            String more, String calendar, String targets, String events, String target) {
        try {
            JsonNode answer = JSON.readTree(answer(more, calendar, targets, events));
            assertThat(answer.has("clocks")).as("%s", answer).isTrue();
            return StreamSupport.stream(answer.path("clocks").spliterator(), false)
                    .filter(clock -> clock.path("target").asText().equals(target))
                    .map(TimelineAnswerTest::words)
                    .toList();
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static String answer(String more, String calendar, String targets, String events) {
        return new CalendarAnswers()
                .answer(
                        """
                        {"op":"timeline",%s"calendar":%s,"targets":%s,"events":[%s]}"""
                                .formatted(more, calendar, targets, events(events)));
    }

    private static String events(String words) {
        List<String> events = new ArrayList<>();
        for (String event : words.split(", ")) {
            String[] parts = event.strip().split(" ");
            events.add(
                    "{\"time\":\"2026-01-%sT%s%sZ\",\"type\":%s}"
                            .formatted(
                                    parts[1],
                                    parts[2],
                                    parts[2].length() == 5 ? ":00" : "",
                                    EVENTS.get(parts[0])));
        }
        return String.join(",", events);
    }

    private static String words(JsonNode clock) {
        return (instant(clock, "dueAt", "due ")
                        + instant(clock, "metAt", "met ")
                        + instant(clock, "breachedAt", "breached ")
                        + seconds(clock, "consumedSeconds", "used ")
                        + seconds(clock, "stoppedSeconds", "stopped ")
                        + seconds(clock, "remainingSeconds", "left "))
                .strip();
    }

    private static String instant(JsonNode clock, String field, String word) {
        if (!clock.has(field)) {
            return "";
        }
        String time = clock.path(field).asText().replace("2026-01-", "").replace("T", " ");
        return word + time.replace("Z", "").replaceFirst("(\\d\\d:\\d\\d):00$", "$1") + " ";
    }

    private static String seconds(JsonNode clock, String field, String word) {
        return word + Duration.ofSeconds(clock.path(field).longValue()) + " ";
    }
}
