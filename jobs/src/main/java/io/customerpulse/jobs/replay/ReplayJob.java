package io.customerpulse.jobs.replay;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.jobs.topology.PulseTopology;
import io.customerpulse.rules.policy.Policies;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs every topology, embedded and bounded, over a history in files. */
public final class ReplayJob {

    /**
     * What to replay.
     *
     * @param input a file of events, one a line, or a directory of such files
     * @param output the directory for the results
     * @param order in time order, or as the lines arrived
     * @param until where event time ends; if empty, at the largest time of a well-formed event
     * @param parallelism of every step but the source
     */
    public record Request(
            Path input, Path output, InputOrder order, Optional<Instant> until, int parallelism) {}

    /**
     * What was replayed.
     *
     * @param counts the lines read
     * @param until where event time ended; empty when there was no event at all
     * @param written lines by topic
     */
    public record Summary(
            Prepared.Counts counts, Optional<Instant> until, Map<Topic, Long> written) {}

    private final Policies policies;
    private final Configuration configuration;

    public ReplayJob(Policies policies) {
        this(policies, new Configuration());
    }

    /**
     * A replay with settings of its own.
     *
     * @param overrides Flink settings that win over those of a replay
     */
    public ReplayJob(Policies policies, Configuration overrides) {
        this.policies = policies;
        this.configuration = defaults();
        this.configuration.addAll(overrides);
    }

    private static Configuration defaults() {
        Configuration defaults = new Configuration();
        defaults.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        defaults.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        defaults.set(PipelineOptions.GENERIC_TYPES, false);
        defaults.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        defaults.set(PipelineOptions.OBJECT_REUSE, true);
        defaults.set(PipelineOptions.MAX_PARALLELISM, 128);
        defaults.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        defaults.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        return defaults;
    }

    /**
     * Replays a history and writes the results.
     *
     * @param progress told how far the reading has come
     * @throws IOException if the input cannot be read or the output not be written
     * @throws ReplayFailedException if the job failed; the results of a run before are untouched
     */
    public Summary run(Request request, Progress progress)
            throws IOException, ReplayFailedException {
        refuseOwnOutput(request);
        try (ReplayOutput output = ReplayOutput.open(request.output())) {
            Prepared prepared =
                    new ReplayInput(new EventDecoder(), request.order(), request.until())
                            .prepare(request.input(), output.workDirectory(), progress);
            execute(request, prepared, output);
            return new Summary(prepared.counts(), prepared.until(), output.finish());
        }
    }

    /** Results lying among the input would be read as events by the next replay. */
    private static void refuseOwnOutput(Request request) throws IOException {
        Path input = request.input().toAbsolutePath().normalize();
        if (Files.isDirectory(input)
                && input.equals(request.output().toAbsolutePath().normalize())) {
            throw new FileSystemException(
                    request.output().toString(),
                    null,
                    "is the input directory too; name another directory for the results");
        }
    }

    private void execute(Request request, Prepared prepared, ReplayOutput output)
            throws ReplayFailedException {
        Configuration settings = new Configuration(configuration);
        settings.set(CoreOptions.DEFAULT_PARALLELISM, request.parallelism());
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, request.parallelism());
        try (StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(
                        request.parallelism(), settings)) {
            define(environment, prepared, output);
            environment.execute("customer-pulse replay");
        } catch (Exception failure) {
            throw new ReplayFailedException("the replay's job failed", failure);
        }
    }

    private void define(
            StreamExecutionEnvironment environment, Prepared prepared, ReplayOutput output) {
        DataStream<Received> received =
                ReplaySource.add(environment, prepared)
                        .map(new SpooledLineDecoder(policies.version()))
                        .returns(PulseTypes.RECEIVED)
                        .name("decode")
                        .uid("replay.decode")
                        .setParallelism(1);
        DataStream<Emission> emissions = new PulseTopology(policies).define(received);
        emissions.sinkTo(output.sink()).name("results").uid("replay.results");
    }
}
