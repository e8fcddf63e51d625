package io.customerpulse.jobs.settings;

import io.customerpulse.events.Topic;
import io.customerpulse.rules.policy.PolicySection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How results reach their topics.
 *
 * @param otherwise for topics that are not named
 * @param topics for those that are
 * @param transactionTimeout after what time the broker gives up a transaction that nobody ends
 * @param transactionalIdPrefix what the names of transactions begin with
 */
public record DeliverySettings(
        Delivery otherwise,
        Map<Topic, Delivery> topics,
        Duration transactionTimeout,
        String transactionalIdPrefix) {

    /** What consumers of a topic see after a failure. */
    public enum Delivery {
        /** Some results twice, with the same id. */
        AT_LEAST_ONCE,
        /** Each result once, if they read only what is committed. */
        EXACTLY_ONCE
    }

    private static final Map<String, Delivery> WORDS =
            Map.of(
                    "at-least-once", Delivery.AT_LEAST_ONCE,
                    "exactly-once", Delivery.EXACTLY_ONCE);

    public DeliverySettings {
        topics = Map.copyOf(topics);
    }

    static DeliverySettings read(PolicySection section) {
        return new DeliverySettings(
                section.choice("default", WORDS),
                topics(section.section("topics")),
                section.duration("transactionTimeout", Duration.ofSeconds(10), Duration.ofDays(7)),
                section.text("transactionalIdPrefix"));
    }

    private static Map<Topic, Delivery> topics(PolicySection section) {
        Map<Topic, Delivery> topics = new EnumMap<>(Topic.class);
        for (String name : section.keys()) {
            Delivery delivery = section.choice(name, WORDS);
            Optional<Topic> topic =
                    Topic.named(name).filter(t -> t.direction() == Topic.Direction.OUTPUT);
            topic.ifPresentOrElse(
                    t -> topics.put(t, delivery),
                    () -> section.problem(name, "is not an output topic"));
        }
        return topics;
    }

    /** How results reach this topic. */
    public Delivery of(Topic topic) {
        return topics.getOrDefault(topic, otherwise);
    }
}
