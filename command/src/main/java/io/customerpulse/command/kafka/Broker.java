package io.customerpulse.command.kafka;

import io.customerpulse.jobs.settings.KafkaSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
import org.apache.kafka.common.utils.Utils;

/**
 * Where Kafka is and how one gets in.
 *
 * @param bootstrapServers {@code host:port}, several with commas between them
 * @param admin settings of the client that administers it, by Kafka's names
 * @param consumer settings of those that read
 * @param producer settings of those that write
 */
public record Broker(
        String bootstrapServers,
        Map<String, String> admin,
        Map<String, String> consumer,
        Map<String, String> producer) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public Broker {
        admin = Map.copyOf(admin);
        consumer = Map.copyOf(consumer);
        producer = Map.copyOf(producer);
    }

    /** A broker that lets everyone in. */
    public static Broker at(String bootstrapServers) {
        return new Broker(bootstrapServers, Map.of(), Map.of(), Map.of());
    }

    /** The broker of the jobs, or another that is entered in the same way. */
    public static Broker of(KafkaSettings settings, String bootstrapServers) {
        return new Broker(
                bootstrapServers,
                settings.withShared(settings.admin()),
                settings.withShared(settings.consumer()),
                settings.withShared(settings.producer()));
    }

    /**
     * Opens a client that administers it.
     *
     * @throws BrokerFailure if no broker answers
     */
    Admin openAdmin() {
        if (!isReachable()) {
            throw notThere(null);
        }
        Map<String, Object> settings = settings(admin);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(PATIENCE));
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis(PATIENCE.dividedBy(2)));
        Admin client = open(settings);
        try {
            answer(client.describeCluster().nodes(), "be asked for its nodes");
            return client;
        } catch (BrokerFailure away) {
            client.close(Duration.ZERO);
            throw notThere(away.getCause());
        }
    }

    private Admin open(Map<String, Object> settings) {
        try {
            return Admin.create(settings);
        } catch (KafkaException unusable) {
            throw BrokerFailure.notThere(
                    "A client for the broker at %s cannot be made; see its address, and kafka in job.yaml."
                            .formatted(bootstrapServers),
                    unusable);
        }
    }

    private BrokerFailure notThere(Throwable cause) {
        return BrokerFailure.notThere(
                "No Kafka broker answers at %s. './pulse up' starts one on this machine; --bootstrap-servers names another."
                        .formatted(bootstrapServers),
                cause);
    }

    /** Whether somebody listens at one of the addresses. Kafka's own clients would try for long. */
    private boolean isReachable() {
        List<String> addresses = List.of(bootstrapServers.split("\\s*,\\s*"));
        return addresses.stream().anyMatch(Broker::listens);
    }

    private static boolean listens(String address) {
        String host = Utils.getHost(address);
        Integer port = Utils.getPort(address);
        if (host == null || port == null) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), millis(PATIENCE.dividedBy(3)));
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /**
     * Makes sure that topics are there before they are used.
     *
     * @throws BrokerFailure if no broker answers or one of the topics is missing
     */
    public void require(Collection<String> topics) {
        try (Admin client = openAdmin()) {
            Set<String> missing = new TreeSet<>(topics);
            missing.removeAll(answer(client.listTopics().names(), "list its topics"));
            if (!missing.isEmpty()) {
                throw BrokerFailure.notThere(
                        "The broker at %s has no topic %s. './pulse topics create' makes those of the contract."
                                .formatted(bootstrapServers(), String.join(", ", missing)),
                        null);
            }
        }
    }

    /**
     * Opens a client that writes; it waits for every replica, and repeats what fails in passing.
     */
    KafkaProducer<byte[], byte[]> openProducer(Map<String, Object> settings) {
        Map<String, Object> all = settings(producer);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.putAll(settings);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Opens a client that reads what is committed, and belongs to no group. */
    KafkaConsumer<byte[], byte[]> openConsumer() {
        Map<String, Object> all = settings(consumer);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> settings(Map<String, String> own) {
        Map<String, Object> settings = new HashMap<>(own);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return settings;
    }

    /** Without the settings, which may hold secrets. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers;
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

    /** As Kafka's clients take durations. */
    static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
