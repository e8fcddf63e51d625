package io.customerpulse.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The deletion of a key from a compacted topic: on Kafka a record without a value, in files a line
 * {@code {"tombstone":true,"key":…,"time":…}}.
 *
 * @param topic the compacted topic
 * @param key the key whose record goes
 * @param time the event time of the deletion
 */
public record Tombstone(Topic topic, String key, Instant time) implements Emission {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the topic is not compacted: there a tombstone deletes
     *     nothing
     */
    public Tombstone {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(time, "time");
        if (!topic.compacted()) {
            throw new IllegalArgumentException(
                    "a tombstone of key '%s' for topic %s, which is not compacted"
                            .formatted(key, topic.topicName()));
        }
    }
}
