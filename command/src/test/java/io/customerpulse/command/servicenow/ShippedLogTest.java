package io.customerpulse.command.servicenow;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.TicketFact;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The part of the real log that is shipped: every number here was counted outside this program. */
class ShippedLogTest {

    private static ImportedLog log;

    @BeforeAll
    static void readTheLog() throws IOException, NotAnIncidentLogException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                ShippedLogTest.class.getResourceAsStream(
                                        "/demo/incident_event_log.csv"),
                                StandardCharsets.UTF_8))) {
            log = ServiceNowLog.read(reader);
        }
    }

    @Test
    void holdsTheIncidentsAndCustomersItsLicenceFileNames() {
        assertThat(log.lines()).isEqualTo(2195);
        assertThat(log.incidents()).isEqualTo(341);
        assertThat(log.customers()).isEqualTo(247);
    }

    @Test
    void givesTheseEventsByType() {
        Map<String, Long> events =
                log.events().stream()
                        .collect(
                                groupingBy(
                                        event -> event.fact().type().typeName(),
                                        TreeMap::new,
                                        counting()));

        assertThat(events)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ticket.opened", 341L,
                                "ticket.replied", 198L,
                                "ticket.severity_changed", 18L,
                                "ticket.waiting", 131L,
                                "ticket.resumed", 28L,
                                "ticket.solved", 345L,
                                "ticket.reopened", 4L,
                                "ticket.closed", 341L));
    }

    @Test
    void holdsSixLinesThatContradictThemselves() {
        assertThat(log.rejected())
                .extracting(RejectedLine::line)
                .containsExactly(330L, 336L, 346L, 351L, 359L, 438L);
    }

    @Test
    void holdsThirteenTicketsOfItsBusiestCustomer() {
        List<InputEvent> opened =
                log.events().stream()
                        .filter(event -> event.fact() instanceof TicketFact.Opened)
                        .filter(event -> event.subject().orElseThrow().equals("caller-4414"))
                        .toList();

        assertThat(opened).hasSize(13);
    }

    @Test
    void namesEveryEventDifferently() {
        Set<String> ids = new HashSet<>();
        log.events().forEach(event -> ids.add(event.id()));

        assertThat(ids).hasSameSizeAs(log.events());
    }

    @Test
    void isInTheOrderInWhichEventsAreApplied() {
        assertThat(log.events())
                .isSortedAccordingTo(
                        Comparator.comparing(InputEvent::time).thenComparing(InputEvent::id));
    }
}
