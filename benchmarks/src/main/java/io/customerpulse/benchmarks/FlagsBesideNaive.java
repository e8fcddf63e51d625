package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.EmbeddedCluster;
import io.customerpulse.benchmarks.job.FlagFinder;
import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import io.customerpulse.rules.signal.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Compares the application with red and yellow flags found by a pattern each, directly on raw
 * events ({@code docs/performance.md}, flags without signals). First both run once and must find
 * the same beginnings: customer, flag and instant. Then they take turns, each in a process of its
 * own.
 */
@Command(name = "flags-beside-naive", mixinStandardHelpOptions = true)
public final class FlagsBesideNaive implements Callable<Integer> {

    private static final int DIFFERENCES_SHOWN = 20;

    @Mixin private WorkloadSize size;

    @Mixin private Setup setup;

    @Option(
            names = "--pairs",
            description = "how often each is measured (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int pairs;

    /** The setup given, with short windows. */
    private Setup shortened;

    private FlagsBesideNaive() {}

    /** Measures and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FlagsBesideNaive()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Workload workload = Workload.prepare(size, setup.work());
        System.out.printf("%d events in %s%n", workload.events(), workload.directory());
        Path config = setup.work().resolve("short-windows");
        ShortWindows.write(setup.config(), config);
        shortened = setup.withConfig(config);
        if (!findTheSame(workload)) {
            return 1;
        }
        List<Double> ratios = new ArrayList<>();
        try (JobProcess naive = JobProcess.start(MeasuredJob.NAIVE_FLAGS, size, shortened);
                JobProcess application = JobProcess.start(MeasuredJob.FULL, size, shortened)) {
            for (int pair = 1; pair <= pairs; pair++) {
                Measurement slow = naive.measure();
                Measurement fast = application.measure();
                ratios.add(slow.cpuMicrosPerEvent() / fast.cpuMicrosPerEvent());
                System.out.printf(
                        "pair %d: naive %s; application %s; %.1f times%n",
                        pair, told(slow), told(fast), ratios.get(ratios.size() - 1));
            }
        }
        System.out.printf(
                "median: %.1f times the CPU time (%.1f to %.1f)%n",
                Quantiles.median(ratios), Quantiles.of(ratios, 0), Quantiles.of(ratios, 1));
        return 0;
    }

    private static String told(Measurement measured) {
        return "%.1f µs CPU an event, %.0f events a second"
                .formatted(
                        measured.cpuMicrosPerEvent(),
                        measured.events() * 1e9 / measured.used().wallNanos());
    }

    private boolean findTheSame(Workload workload) throws Exception {
        List<String> application = found(FlagFinder.APPLICATION, workload);
        List<String> naive = found(FlagFinder.NAIVE, workload);
        if (application.isEmpty() || !application.equals(naive)) {
            System.out.printf(
                    "they differ: the application found %d beginnings, the patterns %d%n",
                    application.size(), naive.size());
            printOnly("application", application, naive);
            printOnly("naive", naive, application);
            return false;
        }
        Map<String, Long> byFlag =
                application.stream()
                        .collect(
                                Collectors.groupingBy(
                                        begun -> begun.substring(0, begun.indexOf(' ')),
                                        TreeMap::new,
                                        Collectors.counting()));
        System.out.printf("both found the same %d beginnings: %s%n", application.size(), byFlag);
        return true;
    }

    private static void printOnly(String finder, List<String> found, List<String> byOther) {
        List<String> only = new ArrayList<>(found);
        byOther.forEach(only::remove);
        only.stream()
                .limit(DIFFERENCES_SHOWN)
                .forEach(begun -> System.out.println("only " + finder + ": " + begun));
    }

    /** One text for each beginning within the history, in alphabetical order. */
    private List<String> found(FlagFinder finder, Workload workload) throws Exception {
        EmbeddedCluster cluster = shortened.cluster(Path.of("checkpoints-" + finder));
        return cluster.begun(finder, workload).stream()
                .map(Signal.PatternMatched.class::cast)
                .map(begun -> begun.flag() + " " + begun.customer() + " " + begun.time())
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
