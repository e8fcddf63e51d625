package io.customerpulse.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of the local stack, as a process of its own. */
class KafkaBrokerIT {

    private static final TopicPartition PARTITION = new TopicPartition("greetings", 0);

    @TempDir private Path directory;

    @Test
    void hasWhatWasWrittenToItBeforeItWasKilledAndStartedAgain() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(StackLibraries.of(Path.of("..")), directory)) {
            createTopic(broker);
            write(broker, "first");

            broker.kill();
            assertThat(broker.process().isAlive()).isFalse();
            broker.restart();
            write(broker, "second");

            assertThat(read(broker, 2)).containsExactly("first", "second");
            broker.stop();
            assertThat(broker.process().isAlive()).isFalse();
        }
    }

    private static void createTopic(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(client(broker))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
        }
    }

    private static void write(KafkaBroker broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        client(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get();
        }
    }

    private static List<String> read(KafkaBroker broker, int records) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        client(broker), new StringDeserializer(), new StringDeserializer())) {
            Collection<TopicPartition> all = List.of(PARTITION);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            List<String> values = List.of();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < records && System.nanoTime() < deadline) {
                values = append(values, consumer.poll(Duration.ofMillis(200)));
            }
            return values;
        }
    }

    private static List<String> append(
            List<String> values, Iterable<ConsumerRecord<String, String>> records) {
        return Stream.concat(
                        values.stream(),
                        StreamSupport.stream(records.spliterator(), false)
                                .map(ConsumerRecord::value))
                .toList();
    }

    private static Map<String, Object> client(KafkaBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
