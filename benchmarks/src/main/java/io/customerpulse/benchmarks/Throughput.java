package io.customerpulse.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures how near the application comes to a job that only decodes, keys, reads and writes state:
 * the ratio of CPU time an event, null ÷ full. Each job has a process of its own, and the two take
 * turns (null full, full null, ...), so that drift of the machine meets both.
 */
@Command(name = "throughput", mixinStandardHelpOptions = true)
public final class Throughput implements Callable<Integer> {

    @Mixin private WorkloadSize size;

    @Mixin private Setup setup;

    @Option(
            names = "--pairs",
            description = "how often each job is measured (default: ${DEFAULT-VALUE})",
            defaultValue = "5")
    private int pairs;

    @Option(
            names = "--results",
            description = "the file that each result is added to (default: ${DEFAULT-VALUE})",
            defaultValue = "benchmarks/target/throughput.ndjson")
    private Path results;

    private final List<Double> limits = new ArrayList<>();
    private final List<Double> fulls = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    private Throughput() {}

    /** Measures and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Throughput()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Workload workload = Workload.prepare(size, setup.work());
        System.out.printf("%d events in %s%n", workload.events(), workload.directory());
        try (JobProcess limit = JobProcess.start(MeasuredJob.NULL, size, setup);
                JobProcess full = JobProcess.start(MeasuredJob.FULL, size, setup)) {
            for (int pair = 1; pair <= pairs; pair++) {
                if (pair % 2 == 1) {
                    Measurement first = measure(limit);
                    compare(pair, first, measure(full));
                } else {
                    Measurement first = measure(full);
                    compare(pair, measure(limit), first);
                }
            }
        }
        System.out.printf(
                "median: null %.2f µs, full %.2f µs CPU an event; ratio %.3f (%.3f to %.3f)%n",
                Quantiles.median(limits),
                Quantiles.median(fulls),
                Quantiles.median(ratios),
                Quantiles.of(ratios, 0),
                Quantiles.of(ratios, 1));
        return 0;
    }

    private void compare(int pair, Measurement limit, Measurement full) {
        double ratio = limit.cpuMicrosPerEvent() / full.cpuMicrosPerEvent();
        limits.add(limit.cpuMicrosPerEvent());
        fulls.add(full.cpuMicrosPerEvent());
        ratios.add(ratio);
        System.out.printf(
                "pair %d: null %.2f µs, full %.2f µs CPU an event; ratio %.3f%n",
                pair, limit.cpuMicrosPerEvent(), full.cpuMicrosPerEvent(), ratio);
    }

    private Measurement measure(JobProcess process) throws IOException, InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Measurement measurement = process.measure();
        ObjectMapper json = new ObjectMapper();
        ObjectNode line = json.createObjectNode();
        line.put("commit", Commit.current());
        line.put("workload", size.name());
        line.put("flags", String.join(" ", JobProcess.JVM_FLAGS));
        line.put("options", String.join(" ", setup.arguments()));
        line.put("loadBefore", load);
        line.put("cpuNanosPerEvent", Math.round(measurement.cpuMicrosPerEvent() * 1e3));
        line.setAll((ObjectNode) json.valueToTree(measurement));
        Files.writeString(
                results, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return measurement;
    }
}
