package io.customerpulse.benchmarks;

import io.customerpulse.benchmarks.job.EmbeddedCluster;
import io.customerpulse.benchmarks.job.MeasuredJob;
import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.benchmarks.workload.WorkloadSize;
import java.nio.file.Path;
import java.util.List;
import one.profiler.AsyncProfiler;

/**
 * A stack that threads were seen with on a CPU, RocksDB's native code included. Taken by the
 * profiler that Flink brings along, at even distances of CPU time.
 *
 * @param stack the thread in brackets, then the methods from the outermost on, with semicolons
 *     between
 * @param seen how often
 */
record StackSample(String stack, long seen) {

    /** Runs a job until it is warm, and once more with the profiler on. */
    static List<StackSample> ofWarm(MeasuredJob job, WorkloadSize size, Setup setup)
            throws Exception {
        Workload workload = Workload.prepare(size, setup.work());
        EmbeddedCluster cluster = setup.cluster(Path.of("checkpoints-" + job));
        for (int i = 0; i < setup.warmUps(); i++) {
            cluster.run(job, workload);
        }
        AsyncProfiler profiler = AsyncProfiler.getInstance();
        profiler.execute("start,event=itimer,interval=1ms,threads");
        cluster.run(job, workload);
        profiler.execute("stop");
        return profiler.execute("collapsed").lines().map(StackSample::of).toList();
    }

    private static StackSample of(String line) {
        int end = line.lastIndexOf(' ');
        return new StackSample(line.substring(0, end), Long.parseLong(line.substring(end + 1)));
    }

    /** The thread's name in brackets, without its number. */
    String thread() {
        String name = stack.substring(0, stack.indexOf(';')).replaceAll("[ _(]*(tid=|\\d).*", "");
        return name + (name.endsWith("]") ? "" : "]");
    }
}
