package io.customerpulse.jobs.run;

import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job that has all it needs.
 *
 * @param name in the web UI
 * @param environment with everything from the source to the sinks
 */
public record ReadyJob(String name, StreamExecutionEnvironment environment) {

    /** Whether it runs inside this process, because no cluster has called the program. */
    public boolean embedded() {
        return environment instanceof LocalStreamEnvironment;
    }

    /**
     * Runs it: embedded until it ends, on a cluster as the cluster's client is told.
     *
     * @throws Exception whatever Flink says, which an application cluster wants to hear unchanged
     */
    public void run() throws Exception {
        environment.execute(name);
    }
}
