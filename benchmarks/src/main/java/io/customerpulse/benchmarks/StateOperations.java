package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.job.StateOperationCounts;
import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Counts the reads and writes of state for each event, by job and state; timers are not counted.
 */
@Command(name = "state-operations", mixinStandardHelpOptions = true)
public final class StateOperations implements Callable<Integer> {

    @Mixin private WorkloadSize size;

    @Mixin private Setup setup;

    private StateOperations() {}

    /** Counts and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StateOperations()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Workload workload = Workload.prepare(size, setup.work());
        for (MeasuredJob job : List.of(MeasuredJob.NULL, MeasuredJob.FULL)) {
            StateOperationCounts counts =
                    new StateOperationCounts(setup.work().resolve("operations-" + job));
            setup.cluster(Path.of("checkpoints-" + job)).run(job, workload, counts.settings());
            for (Map.Entry<String, Long> count : counts.read().entrySet()) {
                System.out.printf(
                        "%-4s %-60s %.4f an event%n",
                        job, count.getKey(), (double) count.getValue() / workload.events());
            }
        }
        return 0;
    }
}
