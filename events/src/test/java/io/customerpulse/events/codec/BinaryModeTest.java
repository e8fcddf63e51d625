package io.customerpulse.events.codec;

import static io.customerpulse.events.codec.Decoding.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.TicketFact;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Attributes in headers, data in the value. */
class BinaryModeTest {

    private final EventDecoder decoder = new EventDecoder();

    @Test
    void readsAttributesFromHeadersAndDataFromTheValue() {
        assertThat(decode(headers("ticket.waiting"), "{\"ticketId\":\"T\",\"more\":1}"))
                .isEqualTo(
                        new Decoded.Accepted(
                                new InputEvent(
                                        "/test",
                                        "a1",
                                        NOON,
                                        Optional.of("acme"),
                                        new TicketFact.Waiting("T")),
                                1));
    }

    @Test
    void anEmptyValueHasNoFields() {
        assertThat(event(decode(headers("contract.disputed"), "")).fact())
                .isEqualTo(new ContractFact.Disputed());
        assertThat(event(decoder.decodeBinary(headers("contract.disputed"), null)).fact())
                .isEqualTo(new ContractFact.Disputed());
    }

    @Test
    void ignoresOtherHeaders() {
        Map<String, String> headers = headers("contract.disputed");
        headers.put("traceparent", "00-ab");
        headers.put("empty", null);

        assertThat(decode(headers, "{}")).isInstanceOf(Decoded.Accepted.class);
    }

    @Test
    void brokenDataStillShowsTimeAndSubject() {
        Decoded.Rejected rejected = rejected(decode(headers("contract.disputed"), "{\"a\":"));

        assertThat(rejected.code()).isEqualTo(RejectionCode.BROKEN_JSON);
        assertThat(rejected.reason()).startsWith("the data is not well-formed JSON");
        assertThat(rejected.time()).contains(NOON);
        assertThat(rejected.subject()).contains("acme");
    }

    @Test
    void rejectsDataThatIsNoObject() {
        assertThat(rejected(decode(headers("contract.disputed"), "[]")).code())
                .isEqualTo(RejectionCode.WRONG_TYPE);
    }

    @Test
    void rejectsDataWithSomethingBehindIt() {
        assertThat(rejected(decode(headers("contract.disputed"), "{}{}")).code())
                .isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @Test
    void rejectsDataThatIsSaidNotToBeJson() {
        Map<String, String> headers = headers("contract.disputed");
        headers.put("content-type", "application/avro");

        assertThat(rejected(decode(headers, "{}")).code()).isEqualTo(RejectionCode.WRONG_TYPE);
    }

    @Test
    void rejectsAMissingAttribute() {
        Map<String, String> headers = headers("contract.disputed");
        headers.remove("id");

        assertThat(rejected(decode(headers, "{}")).code()).isEqualTo(RejectionCode.MISSING_FIELD);
    }

    @Test
    void doesNotLookAtTheDataOfUnknownTypes() {
        assertThat(decode(headers("weather.changed"), "anything"))
                .isInstanceOf(Decoded.UnknownType.class);
    }

    private Decoded decode(Map<String, String> headers, String data) {
        return decoder.decodeBinary(headers, data.getBytes(StandardCharsets.UTF_8));
    }

    private static InputEvent event(Decoded decoded) {
        return ((Decoded.Accepted) decoded).event();
    }

    private static Decoded.Rejected rejected(Decoded decoded) {
        return (Decoded.Rejected) decoded;
    }

    private static Map<String, String> headers(String type) {
        return new HashMap<>(
                Map.of(
                        "specversion", "1.0",
                        "id", "a1",
                        "source", "/test",
                        "type", type,
                        "subject", "acme",
                        "time", "2026-01-05T12:00:00Z"));
    }
}
