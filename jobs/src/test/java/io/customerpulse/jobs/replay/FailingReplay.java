package io.customerpulse.jobs.replay;

import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.jobs.topology.PulseTopology;
import io.customerpulse.rules.policy.Policies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A replay like {@link ReplayJob}, but one that breaks once in the middle and recovers. */
public final class FailingReplay {

    private final Policies policies;
    private final Path marker;

    /**
     * A replay that will break.
     *
     * @param marker a file that is created when it does
     */
    public FailingReplay(Policies policies, Path marker) {
        this.policies = policies;
        this.marker = marker;
    }

    public void run(ReplayJob.Request request) throws Exception {
        try (ReplayOutput output = ReplayOutput.open(request.output());
                StreamExecutionEnvironment environment =
                        StreamExecutionEnvironment.createLocalEnvironment(
                                request.parallelism(), settings(request.parallelism()))) {
            Prepared prepared =
                    new ReplayInput(new EventDecoder(), request.order(), Optional.empty())
                            .prepare(request.input(), output.workDirectory(), Progress.SILENT);
            DataStream<Received> received =
                    ReplaySource.add(environment, prepared)
                            .map(new FailOnce(marker))
                            .returns(SpooledLineSerializer.TYPE)
                            .setParallelism(1)
                            .uid("fail-once")
                            .map(new SpooledLineDecoder(policies.version()))
                            .returns(PulseTypes.RECEIVED)
                            .setParallelism(1)
                            .uid("decode");
            new PulseTopology(policies).define(received).sinkTo(output.sink()).uid("results");
            environment.execute();
            output.finish();
        }
    }

    private static Configuration settings(int parallelism) {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        return settings;
    }
}
