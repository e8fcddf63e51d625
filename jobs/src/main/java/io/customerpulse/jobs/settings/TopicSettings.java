package io.customerpulse.jobs.settings;

import io.customerpulse.events.Topic;
import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.PolicyProblem;
import io.customerpulse.rules.policy.PolicySection;
import io.customerpulse.rules.policy.YamlDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The topics of the contract as the broker has them: {@code config/topics.yaml}.
 *
 * @param prefix put before the name of every topic; empty for none
 * @param replicationFactor on how many brokers each partition is kept
 * @param topics what each topic of the contract is like; none is left out
 */
public record TopicSettings(String prefix, int replicationFactor, Map<Topic, Layout> topics) {

    private static final Duration SHORTEST_RETENTION = Duration.ofHours(1);
    private static final Duration LONGEST_RETENTION = Duration.ofDays(36_500);

    public TopicSettings {
        topics = Map.copyOf(topics);
    }

    /**
     * What a topic is like.
     *
     * @param partitions how many
     * @param cleanup what becomes of old records
     */
    public record Layout(int partitions, Cleanup cleanup) {}

    /** What becomes of the old records of a topic. */
    public sealed interface Cleanup {

        /**
         * They are deleted.
         *
         * @param retention at what age, counted from when they were written; empty for never
         */
        record Delete(Optional<Duration> retention) implements Cleanup {}

        /** The newest record of each key stays. */
        record Compact() implements Cleanup {}
    }

    /** The topic's name on the broker. */
    public String nameOf(Topic topic) {
        return prefix + topic.topicName();
    }

    /** What the topic is like. */
    public Layout layoutOf(Topic topic) {
        return topics.get(topic);
    }

    /** The names on the broker of the topics that are read. */
    public List<String> inputNames() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.direction() == Topic.Direction.INPUT)
                .map(this::nameOf)
                .toList();
    }

    /**
     * Reads the settings.
     *
     * @throws InvalidPolicyException with every problem found
     */
    public static TopicSettings read(Path file) throws InvalidPolicyException {
        List<PolicyProblem> problems = new ArrayList<>();
        PolicySection root = YamlDocument.read(file, problems, new Placeholders()).root();
        TopicSettings settings =
                new TopicSettings(
                        root.textOrEmpty("prefix"),
                        root.whole("replicationFactor", 1, 100),
                        layouts(root.section("topics")));
        if (!settings.prefix().matches("[a-zA-Z0-9._-]{0,100}")) {
            root.problem(
                    "prefix",
                    "must be at most 100 letters, digits, dots, dashes and underscores, as in the"
                            + " names of topics");
        }
        root.refuseUnread();
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
        return settings;
    }

    private static Map<Topic, Layout> layouts(PolicySection section) {
        Map<Topic, Layout> layouts = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            layouts.put(topic, layout(topic, section.section(topic.topicName())));
        }
        return layouts;
    }

    private static Layout layout(Topic topic, PolicySection section) {
        int partitions = section.whole("partitions", 1, 10_000);
        boolean compact = section.choice("cleanupPolicy", Map.of("delete", false, "compact", true));
        if (compact != topic.compacted()) {
            section.problem(
                    "cleanupPolicy",
                    topic.compacted()
                            ? "must be compact: the topic holds the newest record of each key"
                            : "must be delete: the topic holds every record, several with one key");
        }
        return new Layout(
                partitions,
                compact ? new Cleanup.Compact() : new Cleanup.Delete(retention(section)));
    }

    private static Optional<Duration> retention(PolicySection section) {
        return section.is("retention", "unlimited")
                ? Optional.empty()
                : Optional.of(section.duration("retention", SHORTEST_RETENTION, LONGEST_RETENTION));
    }
}
