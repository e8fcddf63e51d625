package io.customerpulse.jobs.kafka;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes records of results: the key of the contract, a CloudEvent in structured mode; of a
 * tombstone, a record without value. The record's own timestamp is left to the producer, so that a
 * topic's retention counts from when a result was written and not from the event time of history.
 *
 * <p>A record that the broker would refuse for its size would stop the job again and again. Dead
 * letters and late events are cut to fit; any other is left out, counted and logged.
 */
final class EmissionRecords
        implements KafkaRecordSerializationSchema<Emission>, KafkaDatasetFacetProvider {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(EmissionRecords.class);

    /** What a batch of one record needs beside key and value, generously. */
    private static final int OVERHEAD_BYTES = 512;

    private final String topic;
    private final int maxRequestBytes;

    private transient EventEncoder encoder;
    private transient List<Header> structuredMode;
    private transient Counter tooLarge;

    /**
     * @param topic its name on the broker
     * @param maxRequestBytes what the producer sends at most
     */
    EmissionRecords(String topic, int maxRequestBytes) {
        this.topic = topic;
        this.maxRequestBytes = maxRequestBytes;
    }

    @Override
    public void open(
            SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoder = new EventEncoder();
        structuredMode =
                List.of(
                        new RecordHeader(
                                "content-type",
                                "application/cloudevents+json".getBytes(StandardCharsets.UTF_8)));
        tooLarge = context.getMetricGroup().counter("resultsTooLarge");
    }

    /**
     * {@inheritDoc} Returns {@code null}, which writes nothing, for a result too large to write.
     */
    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Emission emission, KafkaSinkContext context, Long timestamp) {
        byte[] key = emission.key().getBytes(StandardCharsets.UTF_8);
        int limit = maxRequestBytes - OVERHEAD_BYTES - key.length;
        if (emission instanceof OutputEvent event) {
            byte[] value = encoder.encode(event);
            if (value.length > limit) {
                value = encoder.encode(Oversize.cut(event, value.length - limit));
            }
            return value.length > limit
                    ? leftOut(event, value.length)
                    : new ProducerRecord<>(topic, null, null, key, value, structuredMode);
        }
        return new ProducerRecord<>(topic, null, null, key, null, List.of());
    }

    private ProducerRecord<byte[], byte[]> leftOut(OutputEvent event, int bytes) {
        tooLarge.inc();
        LOG.error(
                "event {} of type {} is not written to topic {}: its {} bytes are more than"
                        + " max.request.size ({}) allows",
                event.id(),
                event.result().type().typeName(),
                topic,
                bytes,
                maxRequestBytes);
        return null;
    }

    /** Flink asks for it to find transactions that a run before has left open. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
    }
}
