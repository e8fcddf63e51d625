package io.customerpulse.command.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where Kafka is and how one gets in.
 *
 * @param client settings of Kafka's clients, {@code bootstrap.servers} among them
 */
public record Broker(Map<String, String> client) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public Broker {
        client = Map.copyOf(client);
    }

    /** A broker that lets everyone in. */
    public static Broker at(String bootstrapServers) {
        return new Broker(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Where it is: {@code host:port}, several with commas between them. */
    public String bootstrapServers() {
        return client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }

    /**
     * Opens a client that administers it.
     *
     * @throws BrokerFailure if no broker answers
     */
    Admin admin() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(PATIENCE));
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(PATIENCE.dividedBy(2)));
        Admin admin = Admin.create(settings);
        try {
            answer(admin.describeCluster().nodes(), "be asked for its nodes");
            return admin;
        } catch (BrokerFailure away) {
            admin.close(Duration.ZERO);
            throw new BrokerFailure(
                    "No Kafka broker answers at "
                            + bootstrapServers()
                            + ". './pulse up' starts one on this machine; --bootstrap-servers names"
                            + " another.",
                    away.getCause());
        }
    }

    /**
     * Makes sure that topics are there before they are used.
     *
     * @throws BrokerFailure if no broker answers or one of the topics is missing
     */
    public void require(Collection<String> topics) {
        try (Admin admin = admin()) {
            Set<String> missing = new TreeSet<>(topics);
            missing.removeAll(answer(admin.listTopics().names(), "list its topics"));
            if (!missing.isEmpty()) {
                throw new BrokerFailure(
                        "The broker at %s has no topic %s. './pulse topics create' makes the topics there are to be."
                                .formatted(bootstrapServers(), String.join(", ", missing)));
            }
        }
    }

    /**
     * Opens a client that writes; it waits for every replica, and repeats what fails in passing.
     */
    KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(client);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.putAll(settings);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Opens a client that reads what is committed, and belongs to no group. */
    KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> all = new HashMap<>(client);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Waits for an answer.
     *
     * @param request what was asked for, in words that follow "could not"
     */
    <T> T answer(KafkaFuture<T> future, String request) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new BrokerFailure(
                    "The broker at %s could not %s.".formatted(bootstrapServers(), request),
                    failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerFailure("Waiting for the broker was interrupted.", interrupted);
        } catch (KafkaException failed) {
            throw new BrokerFailure(
                    "The broker at %s could not %s.".formatted(bootstrapServers(), request),
                    failed);
        }
    }

    /** How long a client waits for a broker before it gives up. */
    static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
