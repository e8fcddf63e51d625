package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.EmbeddedCluster;
import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The process in which one job is measured. It runs the job until the compiler has done its work,
 * says so, and then runs it once with the clocks on for every line it is sent; the answer is a
 * {@link Measurement}.
 */
@Command(name = "measured-process")
public final class MeasuredProcess implements Callable<Integer> {

    static final String READY = "ready";

    @Parameters(index = "0", description = "NULL or FULL")
    private MeasuredJob job;

    @Mixin private WorkloadSize size;

    @Mixin private Setup setup;

    private MeasuredProcess() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MeasuredProcess()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Workload workload = Workload.prepare(size, setup.work());
        Workload nothing = Workload.empty(setup.work());
        EmbeddedCluster cluster = setup.cluster(Path.of("checkpoints-" + job));
        for (int i = 0; i < setup.warmUps(); i++) {
            cluster.run(job, workload);
            cluster.run(job, nothing);
        }
        System.out.println(READY);
        BufferedReader requests =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (requests.readLine() != null) {
            ProcessClocks idle = used(cluster, nothing);
            ProcessClocks busy = used(cluster, workload);
            System.out.println(new Measurement(job, workload.events(), busy.since(idle)).json());
        }
        return 0;
    }

    private ProcessClocks used(EmbeddedCluster cluster, Workload workload) throws Exception {
        System.gc();
        ProcessClocks begun = ProcessClocks.now();
        cluster.run(job, workload);
        return ProcessClocks.now().since(begun);
    }
}
