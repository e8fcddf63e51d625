package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.stack.KafkaBroker;
import io.customerpulse.command.stack.StackLibraries;
import io.customerpulse.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Topics, events in and out and the heartbeat, with a broker that has nothing at first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokerCommandsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private static Path directory;
    private static KafkaBroker broker;

    @BeforeAll
    static void startABroker() {
        broker = KafkaBroker.start(StackLibraries.of(Path.of("..")), directory.resolve("kafka"));
    }

    @AfterAll
    static void stopIt() {
        broker.close();
    }

    @Test
    @Order(1)
    void changesNothingInADryRun() throws Exception {
        CommandRun dryRun = run("topics create --dry-run");

        assertThat(dryRun.exitCode()).isZero();
        assertThat(dryRun.out())
                .contains(
                        "would create risk-scores: 4 partitions, compacted",
                        "20 topics: 20 would be created, 0 were there.");
        assertThat(topicsOnTheBroker()).isEmpty();
    }

    @Test
    @Order(2)
    void refusesToSendToTopicsThatAreMissing() throws IOException {
        Path events = Story.in(Files.createDirectories(directory.resolve("early")));

        CommandRun send = run("send " + events);

        assertThat(send.exitCode()).isEqualTo(2);
        assertThat(send.err()).contains("customers", "./pulse topics create");
    }

    @Test
    @Order(3)
    void makesTopicsThatAreMissingAndLeavesOthersAsTheyAre() throws Exception {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic("flags", 2, (short) 1))).all().get();
        }

        CommandRun first = run("topics create");
        CommandRun second = run("topics create");

        assertThat(first.out())
                .contains(
                        "created customers: 4 partitions, records kept for ever",
                        "differs: flags: partitions is 2, the configuration says 4",
                        "20 topics: 19 created, 1 were there.");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .doesNotContain("created customers")
                .contains(
                        "differs: flags: partitions is 2", "20 topics: 0 created, 20 were there.");
        assertThat(topicsOnTheBroker()).hasSize(20);
        assertThat(run("topics describe").out())
                .contains("flags                 2 partitions, records kept 7 days")
                .contains("customers             4 partitions, records kept for ever");
    }

    @Test
    @Order(4)
    void readsBackWhatItSent() throws IOException {
        Path events = Files.createDirectories(directory.resolve("sent")).resolve("events.ndjson");
        Files.writeString(
                events,
                """
                {"specversion":"1.0","id":"1","source":"/crm","type":"contract.disputed","subject":"acme","time":"2026-01-05T14:00:00Z"}

                {"specversion":"1.0","id":"2","source":"/crm","type":"competitor.mentioned","subject":"acme","time":"2026-01-06T14:00:00Z","data":{"competitor":"Fabrikam"}}
                not json
                """);

        CommandRun send = run("send " + events);

        assertThat(send.exitCode()).isZero();
        assertThat(send.out())
                .contains("3 lines sent: customers 1, customer-events 2; 1 of them no event.");
        assertThat(send.err()).contains("line 4 is no event");
        CommandRun customers = run("tail customers --from-beginning --max 1 --timeout 60");
        assertThat(customers.exitCode()).isZero();
        assertThat(customers.out())
                .isEqualToNormalizingNewlines(
                        "2026-01-05T14:00:00Z      acme            contract.disputed\n");
        CommandRun others =
                run("tail customer-events --from-beginning --max 2 --timeout 60 --json");
        assertThat(others.out().lines())
                .containsExactlyInAnyOrder(Files.readAllLines(events).get(2), "not json");
        assertThat(headersAndKey("customers"))
                .isEqualTo("acme content-type=application/cloudevents+json");
    }

    @Test
    @Order(5)
    void endsAtItsTimeLimitAndSaysThatThereWasLessThanAskedFor() {
        CommandRun tail = run("tail risk-scores --from-beginning --max 1 --timeout 1");

        assertThat(tail.exitCode()).isEqualTo(1);
        assertThat(tail.out()).isEmpty();
    }

    @Test
    @Order(6)
    void ticksInEveryPartitionOfEveryInputTopicAlsoAfterTheBrokerWasAwayUntilItIsStopped()
            throws Exception {
        Path said = directory.resolve("heartbeat.txt");
        Process heartbeat =
                new ProcessBuilder(
                                command(
                                        "heartbeat --bootstrap-servers "
                                                + broker.bootstrapServers()
                                                + " --config "
                                                + CommandRun.CONFIGURATION))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            Set<TopicPartition> all = inputPartitions();
            assertThat(all).hasSize(17);
            awaitTicks(all);

            broker.stop();
            broker.restart();
            awaitTicks(all);

            heartbeat.destroy();
            assertThat(heartbeat.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(said)).containsPattern("Stopped after \\d+ ticks\\.");
        } finally {
            heartbeat.destroyForcibly();
        }
    }

    /** Returns when each partition has a tick that was written since this was called. */
    private static void awaitTicks(Set<TopicPartition> partitions) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            Set<TopicPartition> silent = new TreeSet<>(BrokerCommandsIT::compare);
            silent.addAll(partitions);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!silent.isEmpty() && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    assertThat(record.value()).contains("\"type\":\"clock.ticked\"");
                    silent.remove(new TopicPartition(record.topic(), record.partition()));
                }
            }
            assertThat(silent).isEmpty();
        }
    }

    private static int compare(TopicPartition one, TopicPartition other) {
        return one.toString().compareTo(other.toString());
    }

    private static Set<TopicPartition> inputPartitions() {
        Set<TopicPartition> partitions = new TreeSet<>(BrokerCommandsIT::compare);
        try (KafkaConsumer<String, String> consumer = consumer()) {
            for (Topic topic : Topic.values()) {
                if (topic.direction() == Topic.Direction.INPUT) {
                    consumer.partitionsFor(topic.topicName())
                            .forEach(
                                    info ->
                                            partitions.add(
                                                    new TopicPartition(
                                                            info.topic(), info.partition())));
                }
            }
        }
        return partitions;
    }

    private static String headersAndKey(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> seen = new ArrayList<>();
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (seen.isEmpty() && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    record.headers()
                            .forEach(
                                    header ->
                                            seen.add(
                                                    record.key()
                                                            + " "
                                                            + header.key()
                                                            + "="
                                                            + new String(header.value())));
                }
            }
            return String.join(", ", seen);
        }
    }

    private static Set<String> topicsOnTheBroker() throws Exception {
        try (Admin admin = Admin.create(client())) {
            return admin.listTopics().names().get();
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static List<String> command(String line) {
        List<String> words = new ArrayList<>(PulseProcess.java());
        words.addAll(List.of(line.split(" ")));
        return words;
    }

    private static CommandRun run(String line) {
        return CommandRun.of(
                (line + " --bootstrap-servers " + broker.bootstrapServers()).split(" "));
    }
}
