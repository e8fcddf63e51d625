package io.customerpulse.benchmarks.job;

import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.policy.PolicyReader;
import io.customerpulse.rules.signal.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Runs measured jobs in this process, with RocksDB and checkpoints as in production. */
public final class EmbeddedCluster {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private final Configuration configuration = new Configuration();
    private final int parallelism;
    private final Policies policies;
    private final JobSettings settings;

    /**
     * A cluster that is started anew for each run.
     *
     * @param checkpoints where checkpoints go
     * @param config the application's configuration directory
     * @param overrides settings that win over the usual ones
     * @throws InvalidPolicyException if the configuration is not sound
     */
    public EmbeddedCluster(int parallelism, Path checkpoints, Path config, Configuration overrides)
            throws InvalidPolicyException {
        this.parallelism = parallelism;
        this.policies = PolicyReader.read(config.resolve("policies"));
        this.settings = JobSettings.read(config.resolve("job.yaml"));
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.MAX_PARALLELISM, 128);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        configuration.addAll(overrides);
    }

    /** The policies of the application's configuration. */
    public Policies policies() {
        return policies;
    }

    /** Runs the job over the workload to its end. */
    public void run(MeasuredJob job, Workload workload) throws Exception {
        run(job, workload, new Configuration());
    }

    /** Runs the job with settings that win over the usual ones. */
    public void run(MeasuredJob job, Workload workload, Configuration overrides) throws Exception {
        Configuration all = new Configuration(configuration);
        all.addAll(overrides);
        try (StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, all)) {
            job.define(environment, workload, policies, settings);
            environment.execute(job.name());
        }
    }

    /** Runs what finds flags over the workload to its end, and gives back the beginnings found. */
    public List<Signal> begun(FlagFinder finder, Workload workload) throws Exception {
        try (StreamExecutionEnvironment environment =
                        StreamExecutionEnvironment.createLocalEnvironment(
                                parallelism, configuration);
                CloseableIterator<Signal> found =
                        finder.begun(
                                        MeasuredJob.received(environment, workload, settings),
                                        policies)
                                .executeAndCollect(finder.name())) {
            List<Signal> begun = new ArrayList<>();
            found.forEachRemaining(begun::add);
            return begun;
        }
    }
}
