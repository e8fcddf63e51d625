package io.customerpulse.jobs.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as a broker would hand them over, and what the source makes of them. */
final class Records {

    static final String TOPIC = "support-tickets";
    static final int PARTITION = 3;

    private Records() {}

    static ConsumerRecord<byte[], byte[]> of(byte[] value, Map<String, String> headers) {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach(
                (name, text) -> recordHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                TOPIC,
                PARTITION,
                17,
                0,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                null,
                value,
                recordHeaders,
                Optional.empty());
    }

    static ConsumerRecord<byte[], byte[]> of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A ticket of acme. */
    static String ticket(String id, Instant time) {
        return """
        {"specversion":"1.0","id":"%s","source":"/helpdesk","type":"ticket.opened","time":"%s",\
        "subject":"acme","data":{"ticketId":"T-%s","severity":"P1"}}"""
                .formatted(id, time, id);
    }

    static String tick(Instant time) {
        return """
        {"specversion":"1.0","id":"t","source":"/clock","type":"clock.ticked","time":"%s"}"""
                .formatted(time);
    }

    /** What the source makes of a record. */
    static Arrived arrived(EventDeserializer deserializer, ConsumerRecord<byte[], byte[]> record) {
        List<Arrived> arrived = new ArrayList<>();
        deserializer.open(null);
        deserializer.deserialize(
                record,
                new Collector<>() {
                    @Override
                    public void collect(Arrived one) {
                        arrived.add(one);
                    }

                    @Override
                    public void close() {}
                });
        if (arrived.size() != 1) {
            throw new AssertionError("not one thing came of the record, but " + arrived);
        }
        return arrived.get(0);
    }
}
