package io.customerpulse.benchmarks.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateLatencyTrackOptions;

/** How often a run read and wrote each state, as Flink's own tracking of state access saw it. */
public final class StateOperationCounts {

    /** Flink measures every n-th access, and with 1 it measures none. */
    static final int EVERY_OTHER = 2;

    private static final String REPORTER = "metrics.reporter.counts.";

    private final Path file;

    /**
     * Counts not yet made.
     *
     * @param file where the run leaves them
     */
    public StateOperationCounts(Path file) {
        this.file = file;
    }

    /** The settings that a run needs to count. */
    public Configuration settings() throws IOException {
        Files.deleteIfExists(file);
        Configuration settings = new Configuration();
        settings.set(StateLatencyTrackOptions.LATENCY_TRACK_ENABLED, true);
        settings.set(StateLatencyTrackOptions.LATENCY_TRACK_SAMPLE_INTERVAL, EVERY_OTHER);
        settings.setString(
                REPORTER + "factory.class", StateOperationReporter.Factory.class.getName());
        settings.setString(
                REPORTER + StateOperationReporter.FILE, file.toAbsolutePath().toString());
        return settings;
    }

    /** By operator, state and operation. */
    public Map<String, Long> read() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int end = line.lastIndexOf(' ');
            counts.merge(
                    line.substring(0, end), Long.parseLong(line.substring(end + 1)), Long::sum);
        }
        return counts;
    }
}
