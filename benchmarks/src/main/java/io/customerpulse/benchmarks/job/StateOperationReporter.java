package io.customerpulse.benchmarks.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Writes down how many values each histogram of state access has seen when it is taken away. */
public final class StateOperationReporter implements MetricReporter {

    static final String FILE = "file";

    private Path file = Path.of("");

    /** Found by Flink as a service. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new StateOperationReporter();
        }
    }

    @Override
    public void open(MetricConfig config) {
        file = Path.of(config.getString(FILE, ""));
    }

    @Override
    public void close() {
        // Every line was written when its metric went.
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        // Counted when it goes.
    }

    @Override
    public synchronized void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Histogram histogram && name.endsWith("Latency")) {
            String[] scope = group.getScopeComponents();
            String state = scope[scope.length - 1];
            String operator = group.getAllVariables().getOrDefault("<operator_name>", "");
            long operations = histogram.getCount() * StateOperationCounts.EVERY_OTHER;
            try {
                Files.writeString(
                        file,
                        operator + " / " + state + " / " + name + " " + operations + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
