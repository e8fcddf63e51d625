package io.customerpulse.benchmarks.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads new results of a topic as they come and tells {@link Probes} when. */
final class ResultWatch implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;
    private final Thread reading;

    /**
     * @param topic the results
     * @param awaited which of them are waited for
     */
    ResultWatch(
            Properties properties,
            String topic,
            Predicate<JsonNode> awaited,
            Probes probes,
            Clock clock) {
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // The end is looked up now and not when the first record is asked for.
        partitions.forEach(consumer::position);
        reading = new Thread(() -> read(awaited, probes, clock), topic);
        reading.start();
    }

    private void read(Predicate<JsonNode> awaited, Probes probes, Clock clock) {
        ObjectMapper json = new ObjectMapper();
        try {
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
                long seenAt = clock.millis();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (record.value() == null) {
                        continue;
                    }
                    JsonNode result = json.readTree(record.value());
                    if (awaited.test(result)) {
                        probes.seen(
                                result.path("subject").asText(),
                                Instant.parse(result.path("time").asText()).toEpochMilli(),
                                seenAt);
                    }
                }
            }
        } catch (WakeupException ended) {
            consumer.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reading.join();
    }
}
