package io.customerpulse.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * A heartbeat that is still to be started, where the job runs.
 *
 * @param producerProperties how to reach the broker
 * @param topics their names on the broker
 * @param interval how often
 */
record HeartbeatPlan(Properties producerProperties, List<String> topics, Duration interval)
        implements Serializable {

    Heartbeat start() {
        return Heartbeat.start(producerProperties, topics, interval);
    }

    /** Without the properties, which may hold secrets. */
    @Override
    public String toString() {
        return "ticks into %s every %s".formatted(topics, interval);
    }
}
