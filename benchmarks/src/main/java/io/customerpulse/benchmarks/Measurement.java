package io.customerpulse.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customerpulse.benchmarks.job.MeasuredJob;

/**
 * What one run of a job cost, without what starting and ending it costs.
 *
 * @param events how many events it read
 * @param used what the process used up for them
 */
record Measurement(MeasuredJob job, long events, ProcessClocks used) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * CPU time an event, in microseconds. The compiler's is left out: a job runs for weeks, and a
     * measurement for seconds.
     */
    double cpuMicrosPerEvent() {
        return (used.cpuNanos() - used.compilingNanos()) / 1e3 / events;
    }

    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(this);
    }

    static Measurement of(String json) throws JsonProcessingException {
        return JSON.readValue(json, Measurement.class);
    }
}
