package io.customerpulse.events.codec;

import static io.customerpulse.events.codec.Decoding.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.OrderFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.TicketFact;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The exact form in which events are written. */
class EventEncoderTest {

    private final EventEncoder encoder = new EventEncoder();

    @Test
    void writesTheEnvelopeInAFixedOrder() {
        assertThat(encoded(new TicketFact.Waiting("T-1")))
                .isEqualTo(
                        """
                        {"specversion":"1.0","id":"a1","source":"/test","type":"ticket.waiting",\
                        "subject":"acme","time":"2026-01-05T12:00:00Z","data":{"ticketId":"T-1"}}""");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        Fact fact =
                new ServiceFact.IncidentOpened(
                        "I", Optional.empty(), Optional.empty(), Optional.empty());
        InputEvent event = new InputEvent("/test", "a1", NOON, Optional.empty(), fact);

        assertThat(text(encoder.encode(event)))
                .endsWith("\"time\":\"2026-01-05T12:00:00Z\",\"data\":{\"incidentId\":\"I\"}}")
                .doesNotContain("subject");
    }

    @Test
    void writesEmptyDataAsAnEmptyObject() {
        assertThat(encoded(new ContractFact.Disputed())).endsWith(",\"data\":{}}");
    }

    @Test
    void writesDecimalsWithoutExponents() {
        Fact fact = new OrderFact.Placed("O", new BigDecimal("1e9"), List.of(), Optional.empty());

        assertThat(encoded(fact)).contains("\"amount\":1000000000,");
    }

    @Test
    void neverBreaksTheLine() {
        assertThat(encoded(new TicketFact.Waiting("one\r\ntwo\u2028three")))
                .doesNotContain("\n", "\r")
                .contains("one\\r\\ntwo");
    }

    @Test
    void writesWhatIsNoCharacterAsAQuestionMark() {
        assertThat(encoded(new TicketFact.Waiting("T\uD83D-1"))).contains("\"ticketId\":\"T?-1\"");
    }

    @Test
    void writesATombstoneAsTheLineThatStandsForIt() {
        assertThat(text(encoder.encode(new Tombstone(Topic.RISK_SCORES, "acme", NOON))))
                .isEqualTo(
                        "{\"tombstone\":true,\"key\":\"acme\",\"time\":\"2026-01-05T12:00:00Z\"}");
    }

    private String encoded(Fact fact) {
        return text(encoder.encode(new InputEvent("/test", "a1", NOON, Optional.of("acme"), fact)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
