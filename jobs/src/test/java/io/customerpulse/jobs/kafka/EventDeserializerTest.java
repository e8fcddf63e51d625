package io.customerpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.events.result.Origin;
import io.customerpulse.functions.ingest.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDeserializerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Origin ORIGIN = new Origin(Records.TOPIC, Records.PARTITION, 17);

    private final EventDeserializer deserializer = new EventDeserializer(SKEW, "7-abc", () -> NOW);

    @Test
    void readsAnEventInStructuredMode() {
        String json = Records.ticket("a1", NOW);

        Arrived arrived = read(Records.of(json));

        assertThat(arrived.origin()).isEqualTo(ORIGIN);
        assertThat(arrived.time()).isEqualTo(NOW.toEpochMilli());
        assertThat(arrived.tick()).isFalse();
        assertThat(arrived.structured()).asString(StandardCharsets.UTF_8).isEqualTo(json);
        assertThat(arrived.received())
                .isInstanceOfSatisfying(
                        Received.Accepted.class,
                        accepted -> {
                            assertThat(accepted.event().id()).isEqualTo("a1");
                            assertThat(accepted.at()).isEqualTo(NOW);
                            assertThat(accepted.lateness()).isEmpty();
                        });
    }

    @Test
    void readsTheSameEventInBinaryMode() {
        Arrived structured = read(Records.of(Records.ticket("a1", NOW)));

        Arrived binary =
                read(
                        Records.of(
                                "{\"ticketId\":\"T-a1\",\"severity\":\"P1\"}"
                                        .getBytes(StandardCharsets.UTF_8),
                                Map.of(
                                        "ce_specversion", "1.0",
                                        "ce_id", "a1",
                                        "ce_source", "/helpdesk",
                                        "ce_type", "ticket.opened",
                                        "ce_time", NOW.toString(),
                                        "ce_subject", "acme",
                                        "content-type", "application/json; charset=utf-8")));

        assertThat(binary.received()).isEqualTo(structured.received());
        assertThat(binary.time()).isEqualTo(structured.time());
        assertThat(binary.structured()).isEmpty();
    }

    @Test
    void heedsTheContentTypeOfBinaryMode() {
        ConsumerRecord<byte[], byte[]> avro =
                Records.of(
                        new byte[] {1, 2},
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", "a1",
                                "ce_source", "/helpdesk",
                                "ce_type", "ticket.opened",
                                "ce_time", NOW.toString(),
                                "ce_subject", "acme",
                                "content-type", "application/avro"));

        assertThat(rejected(avro).reasonCode()).isEqualTo(RejectionCode.WRONG_TYPE);
    }

    @Test
    void ignoresHeadersOfOthers() {
        ConsumerRecord<byte[], byte[]> record =
                Records.of(
                        Records.ticket("a1", NOW).getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "content-type", "application/cloudevents+json; charset=UTF-8",
                                "traceparent", "00-0af7651916cd43dd8448eb211c80319c-00-01"));

        assertThat(read(record).received()).isInstanceOf(Received.Accepted.class);
    }

    @Test
    void knowsATickFromAnEvent() {
        assertThat(read(Records.of(Records.tick(NOW))).tick()).isTrue();
    }

    @Test
    void anEventOfUnknownTypeStillHasATime() {
        Arrived unknown =
                read(
                        Records.of(
                                Records.ticket("a1", NOW)
                                        .replace(FactType.TICKET_OPENED.typeName(), "x.y")));

        assertThat(unknown.received()).isEqualTo(new Received.Unknown("x.y", NOW));
        assertThat(unknown.time()).isEqualTo(NOW.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "[]", "{\"specversion\":\"1.0\"}", "\u0000", "{\"a\":"})
    void whatIsNoEventBecomesADeadLetterThatDoesNotMoveTime(String bytes) {
        Arrived arrived = read(Records.of(bytes));

        assertThat(arrived.time()).isEqualTo(Arrived.NO_TIME);
        assertThat(arrived.received()).isInstanceOf(Received.Rejected.class);
    }

    @Test
    void aRecordWithoutValueIsRejectedToo() {
        assertThat(rejected(Records.of((byte[]) null, Map.of())).reasonCode())
                .isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @Test
    void aDeadLetterHoldsTheBytesAndWhereTheyWereRead() {
        byte[] bytes = {(byte) 0xff, 0, 12};

        IngestResult.Rejected rejected = rejected(Records.of(bytes, Map.of()));

        assertThat(Base64.getDecoder().decode(rejected.original())).isEqualTo(bytes);
        assertThat(rejected.origin()).isEqualTo(ORIGIN);
        assertThat(rejected.policyVersion()).isEqualTo("7-abc");
    }

    @Test
    void acceptsAnEventAsFarAheadAsClocksMayDiffer() {
        Arrived arrived = read(Records.of(Records.ticket("a1", NOW.plus(SKEW))));

        assertThat(arrived.received()).isInstanceOf(Received.Accepted.class);
    }

    @Test
    void rejectsAnEventFurtherAheadWhichSoCannotDragTimeWithIt() {
        ConsumerRecord<byte[], byte[]> ahead =
                Records.of(Records.ticket("a1", NOW.plus(SKEW).plusMillis(1)));

        assertThat(rejected(ahead).reasonCode()).isEqualTo(RejectionCode.TIME_AHEAD);
        assertThat(rejected(ahead).reason()).contains("PT1M0.001S ahead", "at most PT1M");
        assertThat(read(ahead).time()).isEqualTo(Arrived.NO_TIME);
    }

    @Test
    void rejectsTicksAndUnknownTypesFromTheFutureToo() {
        Instant future = NOW.plus(Duration.ofDays(1));

        assertThat(rejected(Records.of(Records.tick(future))).reasonCode())
                .isEqualTo(RejectionCode.TIME_AHEAD);
        assertThat(
                        rejected(
                                        Records.of(
                                                Records.ticket("a1", future)
                                                        .replace("ticket.opened", "x.y")))
                                .reasonCode())
                .isEqualTo(RejectionCode.TIME_AHEAD);
    }

    private Arrived read(ConsumerRecord<byte[], byte[]> record) {
        return Records.arrived(deserializer, record);
    }

    private IngestResult.Rejected rejected(ConsumerRecord<byte[], byte[]> record) {
        Received.Rejected received = (Received.Rejected) read(record).received();
        return (IngestResult.Rejected) received.deadLetter().result();
    }
}
