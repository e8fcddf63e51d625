package io.customerpulse.events.result;

import java.util.Objects;

/**
 * Where an event was read.
 *
 * @param topic the Kafka topic; for files the file's name relative to the input
 * @param partition the Kafka partition; 0 for files
 * @param offset the Kafka offset; for files the number of the line, from 1
 */
public record Origin(String topic, int partition, long offset) {

    public Origin {
        Objects.requireNonNull(topic, "topic");
    }
}
