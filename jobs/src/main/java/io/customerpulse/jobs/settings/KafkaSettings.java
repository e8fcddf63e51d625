package io.customerpulse.jobs.settings;

import io.customerpulse.rules.policy.PolicySection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach the broker.
 *
 * @param bootstrapServers hosts and ports, separated by commas
 * @param consumerGroup of the job {@code pulse}
 * @param startFrom where to read from without a checkpoint
 * @param startupTimeout how long to wait for the broker at the start
 * @param client settings of all clients, by Kafka's names
 * @param consumer settings of those that read
 * @param producer settings of those that write
 * @param admin settings of the one that looks at topics
 */
public record KafkaSettings(
        String bootstrapServers,
        String consumerGroup,
        StartFrom startFrom,
        Duration startupTimeout,
        Map<String, String> client,
        Map<String, String> consumer,
        Map<String, String> producer,
        Map<String, String> admin) {

    /** Where a source begins that has no checkpoint. */
    public enum StartFrom {
        /** With the oldest record there is. */
        EARLIEST,
        /** With what comes from now on. */
        LATEST,
        /** Where the consumer group was; without that, with the oldest. */
        COMMITTED
    }

    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    /** Settings of Kafka's clients that are the job's business, and what to use instead. */
    private static final Map<String, String> OURS =
            Map.of(
                    BOOTSTRAP_SERVERS,
                    "set kafka.bootstrapServers instead",
                    "group.id",
                    "set kafka.consumerGroup instead",
                    "auto.offset.reset",
                    "set kafka.startFrom instead",
                    "transactional.id",
                    "set delivery.transactionalIdPrefix instead",
                    "transaction.timeout.ms",
                    "set delivery.transactionTimeout instead",
                    "enable.auto.commit",
                    "offsets belong to checkpoints",
                    "key.deserializer",
                    "keys are always bytes",
                    "value.deserializer",
                    "values are always bytes",
                    "key.serializer",
                    "keys are always bytes",
                    "value.serializer",
                    "values are always bytes");

    public KafkaSettings {
        client = Map.copyOf(client);
        consumer = Map.copyOf(consumer);
        producer = Map.copyOf(producer);
        admin = Map.copyOf(admin);
    }

    static KafkaSettings read(PolicySection section) {
        return new KafkaSettings(
                section.text("bootstrapServers"),
                section.text("consumerGroup"),
                section.choice(
                        "startFrom",
                        Map.of(
                                "earliest", StartFrom.EARLIEST,
                                "latest", StartFrom.LATEST,
                                "committed", StartFrom.COMMITTED)),
                section.duration("startupTimeout", Duration.ofSeconds(1), Duration.ofHours(1)),
                passedOn(section, "client"),
                passedOn(section, "consumer"),
                passedOn(section, "producer"),
                passedOn(section, "admin"));
    }

    private static Map<String, String> passedOn(PolicySection section, String group) {
        Map<String, String> settings = section.texts(group);
        for (String key : settings.keySet()) {
            if (OURS.containsKey(key)) {
                section.problem(group + "." + key, "cannot be set here: " + OURS.get(key));
            }
        }
        return settings;
    }

    /** What all clients share, and over it what those of one kind have. */
    public Map<String, String> withShared(Map<String, String> own) {
        Map<String, String> joined = new HashMap<>(client);
        joined.putAll(own);
        return joined;
    }

    /** For clients that read. */
    public Properties consumerProperties() {
        return properties(consumer);
    }

    /** For clients that write. */
    public Properties producerProperties() {
        return properties(producer);
    }

    /** For clients that look at topics. */
    public Properties adminProperties() {
        return properties(admin);
    }

    private Properties properties(Map<String, String> own) {
        Properties properties = new Properties();
        properties.putAll(withShared(own));
        properties.setProperty(BOOTSTRAP_SERVERS, bootstrapServers);
        return properties;
    }

    /** Without the settings of the clients: there may be secrets among them. */
    @Override
    public String toString() {
        return "Kafka at %s, group %s, from %s"
                .formatted(bootstrapServers, consumerGroup, startFrom);
    }
}
