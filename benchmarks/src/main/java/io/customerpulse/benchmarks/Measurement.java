package io.customerpulse.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customerpulse.benchmarks.job.MeasuredJob;

/**
 * What one run of a job cost.
 *
 * @param events how many events it read
 * @param cpuNanos CPU time of the whole process: tasks, RocksDB's threads, garbage collection
 * @param wallNanos time that passed
 * @param collectingMillis time in garbage collections
 */
public record Measurement(
        MeasuredJob job, long events, long cpuNanos, long wallNanos, long collectingMillis) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is left without the cost of starting and ending a job. */
    Measurement without(Measurement fixed) {
        return new Measurement(
                job,
                events,
                cpuNanos - fixed.cpuNanos,
                wallNanos - fixed.wallNanos,
                collectingMillis - fixed.collectingMillis);
    }

    /** CPU time an event, in microseconds. */
    double cpuMicrosPerEvent() {
        return cpuNanos / 1e3 / events;
    }

    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(this);
    }

    static Measurement of(String json) throws JsonProcessingException {
        return JSON.readValue(json, Measurement.class);
    }
}
