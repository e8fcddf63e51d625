package io.customerpulse.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.customerpulse.benchmarks.job.EmbeddedCluster;
import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
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
            Measurement idle = measured(cluster, nothing);
            System.out.println(measured(cluster, workload).without(idle).json());
        }
        return 0;
    }

    private Measurement measured(EmbeddedCluster cluster, Workload workload) throws Exception {
        System.gc();
        long collecting = collecting();
        long cpu = processCpu();
        long begun = System.nanoTime();
        cluster.run(job, workload);
        return new Measurement(
                job,
                workload.events(),
                processCpu() - cpu,
                System.nanoTime() - begun,
                collecting() - collecting);
    }

    private static long processCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
