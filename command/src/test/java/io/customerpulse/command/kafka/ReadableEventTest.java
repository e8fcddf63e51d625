package io.customerpulse.command.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ReadableEventTest {

    @Test
    void showsARiskScoreWithItsReasons() {
        assertThat(
                        readable(
                                "risk.scored",
                                """
                                {"points":20,"score":20,"band":"GREEN","churned":false,"contributions":[\
                                {"factor":"downtime","points":25},{"factor":"sponsor-engaged","points":-5}]}"""))
                .isEqualTo(
                        "2026-01-05T14:00:00Z      acme            20 GREEN: +25 downtime, -5"
                                + " sponsor-engaged");
    }

    @Test
    void showsAScoreThatNothingSpeaksForOrAgainst() {
        assertThat(readable("risk.scored", "{\"points\":0,\"band\":\"GREEN\",\"churned\":true}"))
                .endsWith("acme            0 GREEN churned");
    }

    @Test
    void showsAChangeOfBand() {
        assertThat(
                        readable(
                                "risk.band_changed",
                                """
                                {"from":"GREEN","to":"RED","points":70,"reasons":["downtime","low-nps"]}"""))
                .endsWith("GREEN -> RED, 70 points: downtime, low-nps");
    }

    @Test
    void showsAHealthScoreWithItsComponents() {
        assertThat(
                        readable(
                                "health.scored",
                                """
                                {"score":73.93,"zone":"GREEN","provisional":true,"components":[\
                                {"name":"adoption","score":80},{"name":"support","score":61.5}]}"""))
                .endsWith("73.93 GREEN provisional: adoption 80, support 61.5");
    }

    @Test
    void showsARejectedEventByItsReason() {
        assertThat(
                        readable(
                                "event.rejected",
                                "{\"reasonCode\":\"OUT_OF_RANGE\",\"reason\":\"why\"}"))
                .endsWith("OUT_OF_RANGE: why");
    }

    @Test
    void showsAnyOtherEventByItsTypeAndDataWithoutTheVersionOfThePolicies() {
        assertThat(readable("flag.raised", "{\"flag\":\"x\",\"policyVersion\":\"1-a\"}"))
                .endsWith("acme            flag.raised {\"flag\":\"x\"}");
    }

    @Test
    void showsADeletionByItsKey() {
        assertThat(ReadableEvent.of(record("acme", null))).endsWith("acme            deleted");
        assertThat(ReadableEvent.json(record("acme", null)))
                .isEqualTo(
                        "{\"tombstone\":true,\"key\":\"acme\",\"time\":\"1970-01-01T00:00:05Z\"}");
    }

    @Test
    void showsWhatIsNoEventAsItIs() {
        assertThat(ReadableEvent.of(record("k", "not json"))).endsWith("k               not json");
        assertThat(ReadableEvent.of(record("k", "[1]"))).endsWith("k               [1]");
        assertThat(ReadableEvent.json(record("k", "not json"))).isEqualTo("not json");
    }

    @Test
    void knowsATickFromWhatSaysSomething() {
        assertThat(ReadableEvent.isTick(record("k", event("clock.ticked", "{}")))).isTrue();
        assertThat(ReadableEvent.isTick(record("k", event("risk.scored", "{}")))).isFalse();
        assertThat(ReadableEvent.isTick(record("k", null))).isFalse();
    }

    private static String readable(String type, String data) {
        return ReadableEvent.of(record("acme", event(type, data)));
    }

    private static String event(String type, String data) {
        return """
        {"specversion":"1.0","id":"1","source":"/customer-pulse","type":"%s","subject":"acme",\
        "time":"2026-01-05T14:00:00Z","data":%s}"""
                .formatted(type, data);
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, String value) {
        return new ConsumerRecord<>(
                "topic",
                0,
                0,
                5_000,
                TimestampType.CREATE_TIME,
                key.length(),
                0,
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }
}
