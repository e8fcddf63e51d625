package io.customerpulse.command.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Topics and keys as {@code docs/events.md} has them. */
class EventRecordsTest {

    private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");

    private final EventRecords records = new EventRecords();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer.updated       | {'name':'Acme'}                       | CUSTOMERS",
                "contract.signed        | {'end':'2027-01-01'}                  | CUSTOMERS",
                "contract.terminated    | {}                                    | CUSTOMERS",
                "ticket.opened          | {'ticketId':'T-1','severity':'P1'}    | SUPPORT_TICKETS",
                "ticket.closed          | {'ticketId':'T-1'}                    | SUPPORT_TICKETS",
                "incident.opened        | {'incidentId':'I-1'}                  | SERVICE_EVENTS",
                "force_majeure.declared | {'cause':'flood'}                     | SERVICE_EVENTS",
                "market.downturn_started| {'industry':'retail'}                 | SERVICE_EVENTS",
                "integration.failed     | {'integration':'erp'}                 | SERVICE_EVENTS",
                "policy.published       | {'document':'risk','version':'2','content':'x'} | POLICIES",
                "feature.used           | {'userId':'u','feature':'f'}          | CUSTOMER_EVENTS",
                "survey.answered        | {'survey':'NPS','score':3}            | CUSTOMER_EVENTS",
                "competitor.mentioned   | {}                                    | CUSTOMER_EVENTS",
                "stakeholder.departed   | {'role':'CHAMPION'}                   | CUSTOMER_EVENTS",
                "clock.ticked           | {}                                    | CUSTOMER_EVENTS",
                "of.another.kind        | {}                                    | CUSTOMER_EVENTS",
            })
    void sendsATypeToTheTopicMeantForIt(String type, String data, Topic topic) {
        byte[] line = event(type, "acme", data.replace('\'', '"'));

        EventRecords.Addressed addressed = records.address(line);

        assertThat(addressed.refused()).isEmpty();
        assertThat(addressed.topic()).isEqualTo(topic);
        assertThat(addressed.value()).isEqualTo(line);
    }

    @Test
    void keysByTheCustomer() {
        assertThat(records.address(event("contract.disputed", "acme", "{}")).key())
                .isEqualTo("acme");
    }

    @Test
    void keysWhatConcernsSeveralCustomersByItsSource() {
        byte[] line =
                bytes(
                        """
                        {"specversion":"1.0","id":"1","source":"/status","type":"incident.opened",\
                        "time":"2026-01-05T14:00:00Z","data":{"incidentId":"I-1"}}""");

        assertThat(records.address(line).key()).isEqualTo("/status");
    }

    @Test
    void sendsALineThatIsNoEventAsItIsAndSaysWhy() {
        byte[] line = bytes("not json");

        EventRecords.Addressed addressed = records.address(line);

        assertThat(addressed.topic()).isEqualTo(Topic.CUSTOMER_EVENTS);
        assertThat(addressed.value()).isEqualTo(line);
        assertThat(addressed.key()).isEqualTo("rejected");
        assertThat(addressed.refused().orElseThrow()).contains("not well-formed JSON");
    }

    @Test
    void keysARefusedEventByTheCustomerItShows() {
        byte[] line = event("survey.answered", "globex", "{\"survey\":\"CSAT\",\"score\":7}");

        EventRecords.Addressed addressed = records.address(line, NOW);

        assertThat(addressed.key()).isEqualTo("globex");
        assertThat(addressed.value()).isEqualTo(line);
        assertThat(addressed.refused()).isPresent();
    }

    @Test
    void givesAnEventAnotherTimeAndLeavesTheRest() {
        byte[] line = event("contract.disputed", "acme", "{}");

        byte[] moved = records.address(line, NOW).value();

        assertThat(new EventDecoder().decode(moved))
                .isInstanceOfSatisfying(
                        Decoded.Accepted.class,
                        accepted -> {
                            assertThat(accepted.event().time()).isEqualTo(NOW);
                            assertThat(accepted.event().reference()).isEqualTo("/test#1");
                            assertThat(accepted.event().subject()).contains("acme");
                        });
    }

    private static byte[] event(String type, String subject, String data) {
        return bytes(
                """
                {"specversion":"1.0","id":"1","source":"/test","type":"%s","subject":"%s",\
                "time":"2026-01-05T14:00:00Z","data":%s}"""
                        .formatted(type, subject, data));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
