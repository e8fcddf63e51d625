package io.customerpulse.command.kafka;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.settings.TopicSettings;
import io.customerpulse.jobs.settings.TopicSettings.Cleanup;
import io.customerpulse.jobs.settings.TopicSettings.Layout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic of the contract as the configuration wants it, and as the broker has it.
 *
 * @param name its name on the broker
 * @param wanted what the configuration says
 * @param replicationFactor what the configuration says, too
 * @param found what the broker has; empty if there is no such topic
 */
public record TopicState(String name, Layout wanted, int replicationFactor, Optional<Found> found) {

    /**
     * A topic on the broker.
     *
     * @param partitions how many
     * @param replicationFactor on how many brokers each is kept
     * @param settings its settings by Kafka's names
     */
    public record Found(int partitions, int replicationFactor, Map<String, String> settings) {

        public Found {
            settings = Map.copyOf(settings);
        }

        /** What becomes of old records, in words. */
        public String cleanupInWords() {
            return inWords(settings);
        }
    }

    /** What a topic of the contract should be, with what was found of it. */
    static TopicState of(TopicSettings settings, Topic topic, Optional<Found> found) {
        return new TopicState(
                settings.nameOf(topic),
                settings.layoutOf(topic),
                settings.replicationFactor(),
                found);
    }

    /** What is not as the configuration says; nothing for a topic that is missing. */
    public List<TopicDifference> differences() {
        List<TopicDifference> differences = new ArrayList<>();
        found.ifPresent(
                there -> {
                    compare(differences, "partitions", wanted.partitions(), there.partitions());
                    compare(
                            differences,
                            "replication factor",
                            replicationFactor,
                            there.replicationFactor());
                    wantedSettings()
                            .forEach(
                                    (key, value) ->
                                            compare(
                                                    differences,
                                                    key,
                                                    value,
                                                    there.settings().getOrDefault(key, "not set")));
                });
        return differences;
    }

    /** The topic to be made. */
    NewTopic toCreate() {
        return new NewTopic(name, wanted.partitions(), (short) replicationFactor)
                .configs(wantedSettings());
    }

    /** What is to become of old records, in words. */
    public String cleanupInWords() {
        return inWords(wantedSettings());
    }

    private static String inWords(Map<String, String> settings) {
        if (!TopicConfig.CLEANUP_POLICY_DELETE.equals(
                settings.get(TopicConfig.CLEANUP_POLICY_CONFIG))) {
            return "compacted";
        }
        long retention = Long.parseLong(settings.get(TopicConfig.RETENTION_MS_CONFIG));
        return retention < 0
                ? "records kept for ever"
                : "records kept " + inWords(Duration.ofMillis(retention));
    }

    private static String inWords(Duration retention) {
        long days = retention.toDays();
        return retention.equals(Duration.ofDays(days)) ? days + " days" : retention.toString();
    }

    private Map<String, String> wantedSettings() {
        if (wanted.cleanup() instanceof Cleanup.Delete delete) {
            return Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(delete.retention().map(Duration::toMillis).orElse(-1L)));
        }
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private static void compare(
            List<TopicDifference> differences, String property, Object wanted, Object found) {
        if (!wanted.toString().equals(found.toString())) {
            differences.add(new TopicDifference(property, wanted.toString(), found.toString()));
        }
    }
}
