package io.customerpulse.command;

import io.customerpulse.command.kafka.Broker;
import io.customerpulse.command.kafka.EventSender;
import io.customerpulse.command.kafka.Topics;
import io.customerpulse.command.stack.FlinkCluster;
import io.customerpulse.command.stack.KafkaBroker;
import io.customerpulse.events.Topic;
import io.customerpulse.jobs.settings.TopicSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One job of one test, against a broker and a cluster that tests share: with topics of its own, and
 * with what to do to it and to see of it.
 */
final class LiveRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final KafkaBroker broker;
    private final FlinkCluster cluster;
    private final Path config;
    private final TopicSettings topics;
    private final Map<String, String> client;
    private String job;

    private LiveRun(KafkaBroker broker, FlinkCluster cluster, Path config, TopicSettings topics) {
        this.broker = broker;
        this.cluster = cluster;
        this.config = config;
        this.topics = topics;
        this.client = Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    /**
     * Lays out the shipped configuration with some settings of {@code job.yaml} replaced, and makes
     * the topics.
     *
     * @param name what the topics begin with
     * @param settings by the text that stands there, what is to stand there instead
     */
    static LiveRun prepare(
            KafkaBroker broker,
            FlinkCluster cluster,
            Path directory,
            String name,
            Map<String, String> settings)
            throws Exception {
        Path config = Files.createDirectories(directory.resolve(name));
        copyPolicies(config);
        Map<String, String> all = new HashMap<>(settings);
        all.put("${KAFKA_BOOTSTRAP_SERVERS:localhost:9092}", broker.bootstrapServers());
        all.put(
                "${CHECKPOINT_DIRECTORY:file:///tmp/customer-pulse/checkpoints}",
                cluster.checkpoints().toUri().toString());
        all.put("interval: PT10S", "interval: PT0.5S");
        all.put("firstDelay: PT1S", "firstDelay: PT0.1S");
        write(config, "job.yaml", all);
        // Two partitions are as many as one, and less work for a broker that starts again.
        write(
                config,
                "topics.yaml",
                Map.of("${TOPIC_PREFIX:}", name + ".", "partitions: 4", "partitions: 2"));
        TopicSettings topics = TopicSettings.read(config.resolve("topics.yaml"));
        new Topics(Broker.at(broker.bootstrapServers()), topics).create();
        return new LiveRun(broker, cluster, config, topics);
    }

    private static void copyPolicies(Path config) throws IOException {
        Path policies = Files.createDirectories(config.resolve("policies"));
        try (Stream<Path> files = Files.list(CommandRun.CONFIGURATION.resolve("policies"))) {
            for (Path file : files.toList()) {
                Files.copy(file, policies.resolve(file.getFileName()));
            }
        }
    }

    private static void write(Path config, String file, Map<String, String> replaced)
            throws IOException {
        String text = Files.readString(CommandRun.CONFIGURATION.resolve(file));
        for (Map.Entry<String, String> one : replaced.entrySet()) {
            if (!text.contains(one.getKey())) {
                throw new AssertionError(file + " has no " + one.getKey());
            }
            text = text.replace(one.getKey(), one.getValue());
        }
        Files.writeString(config.resolve(file), text);
    }

    /** The configuration directory. */
    Path config() {
        return config;
    }

    /** Submits the job to the cluster and waits until it runs. */
    void submit(String name) {
        job =
                cluster.submit(
                        PulseProcess.JAR,
                        List.of("run", name, "--config", config.toString()),
                        Map.of(),
                        Optional.empty());
        awaitRunning();
    }

    void awaitRunning() {
        await(
                "the job to run",
                () -> cluster.rest().job(job).filter(found -> found.isRunning()).isPresent());
    }

    /** Waits for two more checkpoints: the second began after this was called. */
    void awaitCheckpoint() {
        long before = cluster.rest().completedCheckpoints(job);
        await("a checkpoint", () -> cluster.rest().completedCheckpoints(job) >= before + 2);
    }

    /** Sends events, each to the topic that is meant for it. */
    void send(Collection<String> lines) {
        try {
            new EventSender(
                            Broker.at(broker.bootstrapServers()),
                            topics,
                            (number, reason) -> {
                                // Some tests send what is no event.
                            })
                    .send(
                            new ByteArrayInputStream(
                                    String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                            Optional.empty(),
                            Optional.empty());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends one record as it is. */
    void send(Topic topic, int partition, String value) {
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(new ProducerRecord<>(topics.nameOf(topic), partition, "key", value));
        }
    }

    /** Sends a tick into every partition of some topics, and waits until the broker has them. */
    void tick(Instant time, Collection<Topic> to) {
        try (KafkaProducer<String, String> producer = producer()) {
            for (Topic topic : to) {
                String name = topics.nameOf(topic);
                for (PartitionInfo partition : producer.partitionsFor(name)) {
                    producer.send(
                            new ProducerRecord<>(
                                    name,
                                    partition.partition(),
                                    "clock",
                                    """
                                    {"specversion":"1.0","id":"%s","source":"/test","type":"clock.ticked","time":"%s"}"""
                                            .formatted(time, time)));
                }
            }
        }
    }

    /** The input topics. */
    static List<Topic> inputs() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.direction() == Topic.Direction.INPUT)
                .toList();
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                new HashMap<>(client), new StringSerializer(), new StringSerializer());
    }

    /**
     * What is on a topic now, as replays write it: a tombstone as the key it deletes.
     *
     * @param isolation {@code read_committed} or {@code read_uncommitted}
     */
    List<String> read(Topic topic, String isolation) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", isolation);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topics.nameOf(topic)).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> lines = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    lines.add(
                            record.value() == null
                                    ? "tombstone of " + record.key()
                                    : record.value());
                }
            }
            return lines;
        }
    }

    /** What is committed on a topic now. */
    List<String> read(Topic topic) {
        return read(topic, "read_committed");
    }

    /** Waits until a topic holds what is looked for. */
    void awaitOn(Topic topic, String fragment) {
        await(
                topic.topicName() + " to hold " + fragment,
                () -> read(topic).stream().anyMatch(line -> line.contains(fragment)));
    }

    /** Waits until something is true. */
    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "waited in vain for %s; the job: %s"
                                .formatted(what, cluster.rest().jobs()));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }

    /** Cancels the job and deletes its topics. */
    @Override
    public void close() {
        if (job != null) {
            cancel();
        }
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            admin.deleteTopics(Stream.of(Topic.values()).map(topics::nameOf).toList());
        }
    }

    private void cancel() {
        try {
            HTTP.send(
                    HttpRequest.newBuilder(
                                    URI.create(cluster.restUrl() + "/jobs/" + job + "?mode=cancel"))
                            .method("PATCH", HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        await(
                "the job to end",
                () -> cluster.rest().job(job).filter(found -> !found.hasEnded()).isEmpty());
    }
}
