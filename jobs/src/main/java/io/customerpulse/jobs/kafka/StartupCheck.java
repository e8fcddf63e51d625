package io.customerpulse.jobs.kafka;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.settings.DeliverySettings;
import io.customerpulse.jobs.settings.DeliverySettings.Delivery;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Looks, before a job starts, whether it can: the broker answers, all topics are there, and
 * transactions may be as long as they are to be. What it finds wrong is one sentence.
 */
public final class StartupCheck {

    private static final String TRANSACTION_LIMIT = "transaction.max.timeout.ms";

    private final JobSettings settings;
    private final TopicSettings topics;

    public StartupCheck(JobSettings settings, TopicSettings topics) {
        this.settings = settings;
        this.topics = topics;
    }

    /**
     * Looks.
     *
     * @param outputs the topics the job writes to
     * @return the number of partitions of each input topic, by its name on the broker
     * @throws NotReadyException if the job cannot start
     */
    public Map<String, Integer> inputPartitions(Set<Topic> outputs) throws NotReadyException {
        try (Admin admin = Admin.create(properties())) {
            Map<String, Integer> partitions = partitions(admin);
            refuseMissing(partitions.keySet(), outputs);
            refuseLongTransactions(admin, outputs);
            partitions.keySet().retainAll(topics.inputNames());
            return partitions;
        } catch (ExecutionException failed) {
            throw unreachable(failed.getCause());
        } catch (InterruptException | InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("The start was interrupted.", stopped);
        } catch (KafkaException unusable) {
            throw unreachable(unusable);
        }
    }

    private Properties properties() {
        Properties properties = settings.kafka().adminProperties();
        Duration timeout = settings.kafka().startupTimeout();
        properties.setProperty(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(timeout.toMillis()));
        properties.setProperty(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(timeout.toMillis()));
        return properties;
    }

    private NotReadyException unreachable(Throwable cause) {
        String servers = settings.kafka().bootstrapServers();
        if (cause instanceof TimeoutException) {
            return new NotReadyException(
                    "No Kafka broker answers at %s within %s; start it, or set kafka.bootstrapServers in job.yaml."
                            .formatted(servers, settings.kafka().startupTimeout()),
                    cause);
        }
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return new NotReadyException(
                "The Kafka broker at %s cannot be used: %s; see kafka in job.yaml."
                        .formatted(servers, deepest.getMessage()),
                cause);
    }

    /** Of every topic of ours that is there. */
    private Map<String, Integer> partitions(Admin admin)
            throws ExecutionException, InterruptedException {
        List<String> ours = Stream.of(Topic.values()).map(topics::nameOf).toList();
        Set<String> there = new TreeSet<>(admin.listTopics().names().get());
        there.retainAll(ours);
        Map<String, Integer> partitions = new HashMap<>();
        admin.describeTopics(there)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
        return partitions;
    }

    private void refuseMissing(Set<String> there, Set<Topic> outputs) throws NotReadyException {
        List<String> missing =
                Stream.concat(
                                topics.inputNames().stream(),
                                outputs.stream().sorted().map(topics::nameOf))
                        .filter(name -> !there.contains(name))
                        .toList();
        if (!missing.isEmpty()) {
            throw new NotReadyException(
                    "The Kafka broker at %s has no %s %s; create what is missing with './pulse topics create'."
                            .formatted(
                                    settings.kafka().bootstrapServers(),
                                    missing.size() == 1 ? "topic" : "topics",
                                    String.join(", ", missing)));
        }
    }

    private void refuseLongTransactions(Admin admin, Set<Topic> outputs)
            throws NotReadyException, ExecutionException, InterruptedException {
        DeliverySettings delivery = settings.delivery();
        if (outputs.stream().noneMatch(topic -> delivery.of(topic) == Delivery.EXACTLY_ONCE)) {
            return;
        }
        Duration limit = transactionLimit(admin);
        if (delivery.transactionTimeout().compareTo(limit) > 0) {
            throw new NotReadyException(
                    ("delivery.transactionTimeout in job.yaml is %s, but the Kafka broker at %s allows"
                                    + " no more than %s (its %s); lower the one or raise the other.")
                            .formatted(
                                    delivery.transactionTimeout(),
                                    settings.kafka().bootstrapServers(),
                                    limit,
                                    TRANSACTION_LIMIT));
        }
    }

    private static Duration transactionLimit(Admin admin)
            throws ExecutionException, InterruptedException {
        Collection<Node> brokers = admin.describeCluster().nodes().get();
        List<ConfigResource> resources =
                brokers.stream()
                        .map(
                                broker ->
                                        new ConfigResource(
                                                ConfigResource.Type.BROKER, broker.idString()))
                        .toList();
        return admin.describeConfigs(resources).all().get().values().stream()
                .map(config -> config.get(TRANSACTION_LIMIT))
                .map(ConfigEntry::value)
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
