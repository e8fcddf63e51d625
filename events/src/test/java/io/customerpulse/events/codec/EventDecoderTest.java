package io.customerpulse.events.codec;

import static io.customerpulse.events.codec.Decoding.NOON;
import static io.customerpulse.events.codec.Decoding.accepted;
import static io.customerpulse.events.codec.Decoding.decode;
import static io.customerpulse.events.codec.Decoding.event;
import static io.customerpulse.events.codec.Decoding.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.ControlFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.OrderFact;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.UsageFact;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the decoder accepts and ignores; what it rejects field by field is in {@code
 * rejected.ndjson}.
 */
class EventDecoderTest {

    @Test
    void readsEnvelopeAndData() {
        Decoded decoded =
                decode(event("feature.used", "{\"userId\":\"u-1\",\"feature\":\"reports\"}"));

        assertThat(decoded)
                .isEqualTo(
                        new Decoded.Accepted(
                                new InputEvent(
                                        "/test",
                                        "a1",
                                        NOON,
                                        Optional.of("acme"),
                                        new UsageFact.FeatureUsed("u-1", "reports")),
                                0));
    }

    @Test
    void ignoresAndCountsUnknownFieldsOfTheData() {
        Decoded.Accepted accepted =
                accepted(
                        event(
                                "ticket.waiting",
                                "{\"x\":1e999999999,\"ticketId\":\"T\",\"y\":{\"z\":[[1]]},\"w\":null}"));

        assertThat(accepted.unknownFields()).isEqualTo(3);
        assertThat(accepted.event().fact()).isEqualTo(new TicketFact.Waiting("T"));
    }

    @Test
    void ignoresAttributesItDoesNotKnowWithoutCountingThem() {
        Decoded.Accepted accepted =
                accepted(
                        """
                        {"traceparent":"00-ab","nested":{"a":[{}]},"dataschema":"urn:x","specversion":"1.0",
                         "id":"a1","source":"/test","type":"contract.disputed","subject":"acme",
                         "time":"2026-01-05T12:00:00Z"}""");

        assertThat(accepted.unknownFields()).isZero();
    }

    @Test
    void doesNotLookAtTheDataOfUnknownTypes() {
        assertThat(decode(event("weather.changed", "[1,2,{\"a\":null}]")))
                .isEqualTo(
                        new Decoded.UnknownType(
                                "weather.changed", "/test", "a1", Optional.of("acme"), NOON));
    }

    @Test
    void unknownTypesNeedNoSubject() {
        assertThat(decode(event("weather.changed", "{}").replace("\"subject\":\"acme\",", "")))
                .isEqualTo(
                        new Decoded.UnknownType(
                                "weather.changed", "/test", "a1", Optional.empty(), NOON));
    }

    @Test
    void rejectsAnUnknownTypeWithAnUnsoundEnvelope() {
        Decoded.Rejected rejected =
                rejected(event("weather.changed", "{}").replace("\"id\":\"a1\",", ""));

        assertThat(rejected.code()).isEqualTo(RejectionCode.MISSING_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"type\":null,", "\"type\":\"\",", "\"type\":5,"})
    void rejectsAnEventWithoutAType(String type) {
        Decoded.Rejected rejected = rejected(event("x", "{}").replace("\"type\":\"x\",", type));

        assertThat(rejected.reason()).startsWith("type ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "5",
                "NaN",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{} {}",
                "{\"id\":}",
                "{\"id\":\"a1\",}",
                "{'id':'a1'}",
                "{\"data\":NaN}",
                "{\"data\":{\"a\":01}}",
                "{\"data\":{\"a\":+1}}",
                "{\"data\":\"a\nb\"}",
                "/* comment */{}",
            })
    void rejectsWhatIsNotOneJsonObject(String json) {
        // Only an object that is well-formed to its end gets as far as being asked for attributes.
        assertThat(rejected(json).code()).isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @Test
    void rejectsNoBytesAtAll() {
        assertThat(new EventDecoder().decode(null))
                .isEqualTo(
                        new Decoded.Rejected(
                                RejectionCode.BROKEN_JSON,
                                "there are no bytes",
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void rejectsWhatFollowsTheObject() {
        Decoded.Rejected rejected = rejected(event("contract.disputed", "{}") + "x");

        assertThat(rejected.code()).isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @Test
    void acceptsWhiteSpaceAroundTheObject() {
        assertThat(accepted("\n " + event("contract.disputed", "{}") + " \r\n").event().fact())
                .isEqualTo(new ContractFact.Disputed());
    }

    @Test
    void acceptsAByteOrderMarkOfUtf8() {
        assertThat(accepted("\uFEFF" + event("contract.disputed", "{}")).event().fact())
                .isEqualTo(new ContractFact.Disputed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void rejectsOtherEncodings(String charset) {
        byte[] bytes = event("contract.disputed", "{}").getBytes(Charset.forName(charset));

        assertThat(new EventDecoder().decode(bytes))
                .isEqualTo(
                        new Decoded.Rejected(
                                RejectionCode.BROKEN_JSON,
                                "the bytes are not UTF-8",
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void rejectsBytesThatAreNoCharacters() {
        byte[] bytes = event("contract.disputed", "{}").getBytes(StandardCharsets.ISO_8859_1);
        bytes[bytes.length / 2] = (byte) 0xFF;

        assertThat(((Decoded.Rejected) new EventDecoder().decode(bytes)).code())
                .isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ud83dx", "\\ud83d\\ud83d", "\\ude00\\ud83d"})
    void rejectsHalfASurrogatePair(String half) {
        assertThat(rejected(event("ticket.waiting", "{\"ticketId\":\"" + half + "\"}")).code())
                .isEqualTo(RejectionCode.BROKEN_JSON);
        assertThat(rejected(event("clock.ticked", "{}").replace("acme", half)).code())
                .isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @Test
    void acceptsAWholeSurrogatePair() {
        assertThat(fact("ticket.waiting", "{\"ticketId\":\"\\ud83d\\ude00\"}"))
                .isEqualTo(new TicketFact.Waiting("\uD83D\uDE00"));
    }

    @Test
    void aBrokenEventShowsTimeAndSubjectAsFarAsTheyCanBeRead() {
        Decoded.Rejected rejected = rejected(event("contract.disputed", "{\"a\":"));

        assertThat(rejected.time()).contains(NOON);
        assertThat(rejected.subject()).contains("acme");
        assertThat(rejected.reason()).contains("line 1, column");
    }

    @Test
    void aRejectedEventShowsTimeAndSubjectWhereverTheyStand() {
        Decoded.Rejected rejected =
                rejected(
                        """
                        {"data":{},"type":"ticket.waiting","source":"/s","id":"1","specversion":"1.0",
                         "time":"2026-01-05T12:00:00Z","subject":"acme"}""");

        assertThat(rejected.time()).contains(NOON);
        assertThat(rejected.subject()).contains("acme");
    }

    @Test
    void aRejectedEventShowsNoTimeThatIsNone() {
        Decoded.Rejected rejected =
                rejected(event("contract.disputed", "{}").replace("2026-01-05T", "yesterday "));

        assertThat(rejected.time()).isEmpty();
        assertThat(rejected.subject()).contains("acme");
    }

    @Test
    void theLastOfAnAttributeGivenTwiceCounts() {
        String twice =
                event("ticket.waiting", "{\"ticketId\":\"T-1\"}")
                        .replaceFirst("\\{", "{\"type\":\"ticket.solved\",\"data\":{},");

        assertThat(accepted(twice).event().fact()).isEqualTo(new TicketFact.Waiting("T-1"));
    }

    @Test
    void theLastOfAFieldGivenTwiceCounts() {
        Decoded.Accepted accepted =
                accepted(event("ticket.waiting", "{\"ticketId\":5,\"ticketId\":\"T-2\"}"));

        assertThat(accepted.event().fact()).isEqualTo(new TicketFact.Waiting("T-2"));
    }

    @Test
    void aDateAloneIsMidnightUtc() {
        String json = event("contract.renewed", "{\"end\":\"2027-02-01\"}");

        assertThat(((ContractFact.Renewed) accepted(json).event().fact()).end())
                .isEqualTo("2027-02-01T00:00:00Z");
    }

    @Test
    void timeIsCutToTheMillisecond() {
        String json = event("contract.disputed", "{}").replace("12:00:00Z", "12:00:00.9999Z");

        assertThat(accepted(json).event().time()).isEqualTo("2026-01-05T12:00:00.999Z");
    }

    @Test
    void sharedTypesMayOrMayNotNameACustomer() {
        String named = event("force_majeure.declared", "{\"cause\":\"flood\"}");

        assertThat(accepted(named).event().subject()).contains("acme");
        assertThat(accepted(named.replace("\"acme\"", "\"\"")).event().subject()).isEmpty();
        assertThat(accepted(named.replace("\"acme\"", "null")).event().subject()).isEmpty();
        assertThat(accepted(named.replace("\"subject\":\"acme\",", "")).event().subject())
                .isEmpty();
    }

    @Test
    void dataMayBeLeftOutOrNullWhereNothingIsRequired() {
        String withData = event("clock.ticked", "null");

        assertThat(accepted(withData).event().fact()).isEqualTo(new ControlFact.ClockTicked());
        assertThat(accepted(withData.replace(",\"data\":null", "")).event().fact())
                .isEqualTo(new ControlFact.ClockTicked());
    }

    @Test
    void aPatchTellsFieldsLeftOutFromFieldsCleared() {
        CustomerFact.Updated updated =
                (CustomerFact.Updated)
                        fact("customer.updated", "{\"name\":\"Acme\",\"industry\":null}");

        assertThat(updated.name()).isEqualTo(Change.to("Acme"));
        assertThat(updated.industry()).isEqualTo(Change.cleared());
        assertThat(updated.region()).isEqualTo(Change.kept());
    }

    @Test
    void optionalFieldsMayBeNull() {
        assertThat(
                        fact(
                                "usage.recorded",
                                "{\"day\":\"2024-02-29\",\"activeUsers\":0,\"sessions\":null,\"featuresUsed\":null}"))
                .isEqualTo(
                        new UsageFact.Recorded(
                                LocalDate.of(2024, 2, 29),
                                0,
                                OptionalInt.empty(),
                                List.of(),
                                OptionalInt.empty(),
                                OptionalInt.empty()));
    }

    @Test
    void repliesArePublicUnlessTheySayOtherwise() {
        assertThat(fact("ticket.replied", "{\"ticketId\":\"T\",\"by\":\"AGENT\"}"))
                .isEqualTo(new TicketFact.Replied("T", Author.AGENT, true, Optional.empty()));
        assertThat(fact("ticket.replied", "{\"ticketId\":\"T\",\"by\":\"AGENT\",\"public\":false}"))
                .isEqualTo(new TicketFact.Replied("T", Author.AGENT, false, Optional.empty()));
    }

    @Test
    void aRoleNobodyKnowsIsOther() {
        assertThat(fact("stakeholder.departed", "{\"role\":\"HEAD_OF_TEA\"}"))
                .isEqualTo(new PeopleFact.StakeholderDeparted(StakeholderRole.OTHER));
    }

    @Test
    void anIncidentMayNameNoCustomersOrAnEmptyListOfThem() {
        assertThat(
                        ((ServiceFact.IncidentOpened)
                                        fact("incident.opened", "{\"incidentId\":\"I\"}"))
                                .customers())
                .isEmpty();
        assertThat(
                        ((ServiceFact.IncidentOpened)
                                        fact(
                                                "incident.opened",
                                                "{\"incidentId\":\"I\",\"customers\":[]}"))
                                .customers())
                .contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4.0", "4e0", "0.4e1", "40e-1", "400E-2"})
    void aWholeNumberMayBeWrittenInAnyWay(String four) {
        assertThat(fact("seats.changed", "{\"licensedUsers\":" + four + "}"))
                .isEqualTo(new ContractFact.SeatsChanged(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e99999999999999999999", "1e19", "9e2147483647"})
    void rejectsNumbersTooLargeToReckonWith(String huge) {
        assertThat(
                        rejected(
                                        event(
                                                "order.placed",
                                                "{\"orderId\":\"O\",\"amount\":" + huge + "}"))
                                .code())
                .isEqualTo(RejectionCode.OUT_OF_RANGE);
        assertThat(rejected(event("seats.changed", "{\"licensedUsers\":" + huge + "}")).code())
                .isEqualTo(RejectionCode.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e-401", "1e-99999999999999999999"})
    void rejectsNumbersTooSmallToReckonWith(String tiny) {
        assertThat(
                        rejected(
                                        event(
                                                "order.placed",
                                                "{\"orderId\":\"O\",\"amount\":" + tiny + "}"))
                                .code())
                .isEqualTo(RejectionCode.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "0e999999999", "4.9e-324", "1e-400", "1000000000000000"})
    void acceptsTheNumbersAtTheEdges(String edge) {
        OrderFact.Placed placed =
                (OrderFact.Placed)
                        fact("order.placed", "{\"orderId\":\"O\",\"amount\":" + edge + "}");

        assertThat(placed.amount()).isBetween(BigDecimal.ZERO, new BigDecimal("1e15"));
    }

    @Test
    void acceptsANumberOfAThousandDigitsInAFieldNobodyReads() {
        assertThat(
                        accepted(event("contract.disputed", "{\"a\":" + "9".repeat(1000) + "}"))
                                .unknownFields())
                .isEqualTo(1);
    }

    @Test
    void rejectsALongerOne() {
        assertThat(rejected(event("contract.disputed", "{\"a\":" + "9".repeat(1001) + "}")).code())
                .isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @Test
    void acceptsNestingOfAThousandLevelsInAFieldNobodyReads() {
        // The event and its data are two of them.
        assertThat(accepted(event("contract.disputed", nested(998))).unknownFields()).isEqualTo(1);
    }

    @Test
    void rejectsDeeperNesting() {
        assertThat(rejected(event("contract.disputed", nested(999))).code())
                .isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @Test
    void rejectsNestingWithoutEnd() {
        assertThat(rejected(event("contract.disputed", "{\"a\":" + "[".repeat(1_000_000))).code())
                .isEqualTo(RejectionCode.BROKEN_JSON);
    }

    private static String nested(int levels) {
        return "{\"a\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
    }

    @Test
    void acceptsAMegabyteOfText() {
        String megabyte = "x".repeat(1 << 20);

        assertThat(
                        accepted(event("ticket.waiting", "{\"ticketId\":\"" + megabyte + "\"}"))
                                .event()
                                .fact())
                .isEqualTo(new TicketFact.Waiting(megabyte));
    }

    @Test
    void reasonsShowLongValuesShortened() {
        String reason =
                rejected(
                                event(
                                        "ticket.severity_changed",
                                        "{\"ticketId\":\"T\",\"severity\":\""
                                                + "x".repeat(5000)
                                                + "\"}"))
                        .reason();

        assertThat(reason)
                .startsWith("data.severity is \"xxxx")
                .contains("(5000 characters)")
                .endsWith("must be one of [P0, P1, P2, P3]")
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "text/json",
                "application/vnd.acme+json"
            })
    void acceptsDataThatIsSaidToBeJson(String mediaType) {
        String json =
                event("contract.disputed", "{}")
                        .replaceFirst("\\{", "{\"datacontenttype\":\"" + mediaType + "\",");

        assertThat(accepted(json).event().fact()).isEqualTo(new ContractFact.Disputed());
    }

    @Test
    void acceptsDataInBase64() {
        String json =
                event("ticket.waiting", "{}")
                        .replace("\"data\":{}", "\"data_base64\":\"eyJ0aWNrZXRJZCI6IlQtOSJ9\"");

        assertThat(accepted(json).event().fact()).isEqualTo(new TicketFact.Waiting("T-9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"***\"", "5", "{}"})
    void rejectsBase64ThatIsNone(String base64) {
        String json =
                event("ticket.waiting", "{}").replace("\"data\":{}", "\"data_base64\":" + base64);

        assertThat(rejected(json).code()).isEqualTo(RejectionCode.WRONG_TYPE);
        assertThat(rejected(json).reason()).startsWith("data_base64 ");
    }

    private static Fact fact(String type, String data) {
        return accepted(event(type, data)).event().fact();
    }
}
