package io.customerpulse.jobs.run;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Topic;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.jobs.kafka.KafkaInput;
import io.customerpulse.jobs.kafka.KafkaOutput;
import io.customerpulse.jobs.kafka.NotReadyException;
import io.customerpulse.jobs.kafka.SourceParallelism;
import io.customerpulse.jobs.kafka.StartupCheck;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import io.customerpulse.jobs.topology.PulseTopology;
import io.customerpulse.rules.policy.Policies;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job that reads from Kafka and writes to Kafka until somebody stops it. The same class runs on a
 * cluster, when Flink's client or an application cluster calls the program, and embedded in this
 * process when nobody does.
 */
public abstract sealed class LiveJob permits PulseJob, CustomerHealthJob, SlaJob {

    private final String name;
    private final String consumerGroup;
    private final Policies policies;
    private final JobSettings settings;
    private final TopicSettings topics;

    LiveJob(
            String name,
            String consumerGroup,
            Policies policies,
            JobSettings settings,
            TopicSettings topics) {
        this.name = name;
        this.consumerGroup = consumerGroup;
        this.policies = policies;
        this.settings = settings;
        this.topics = topics;
    }

    /** The topics it writes to. */
    abstract Set<Topic> outputs();

    /** The steps between source and sinks. */
    abstract DataStream<Emission> results(DataStream<Received> received, PulseTopology topology);

    /**
     * Adds everything to an environment, which then can be executed.
     *
     * @param inputPartitions of each input topic, by its name on the broker
     */
    final void define(
            StreamExecutionEnvironment environment, Map<String, Integer> inputPartitions) {
        DataStream<Received> received =
                new KafkaInput(settings, topics, consumerGroup, policies.version())
                        .add(environment, sourceParallelism(inputPartitions));
        PulseTopology topology =
                new PulseTopology(policies, settings.alertsFrom().orElse(Instant.MIN));
        DataStream<Emission> results = results(received, topology);
        new KafkaOutput(settings, topics, name).add(results, outputs());
    }

    private int sourceParallelism(Map<String, Integer> inputPartitions) {
        return SourceParallelism.atMost(settings.runtime().parallelism(), inputPartitions);
    }

    /**
     * Looks whether the broker is as the job needs it, and makes the job ready to run.
     *
     * @param from a checkpoint or savepoint to go on from; empty to begin anew, or to leave that to
     *     the cluster
     * @throws NotReadyException if the broker is away or not as the job needs it
     */
    public final ReadyJob prepare(Optional<String> from) throws NotReadyException {
        Map<String, Integer> inputPartitions =
                new StartupCheck(settings, topics).inputPartitions(outputs());
        Configuration flink = FlinkSettings.ofJob(settings.runtime());
        from.ifPresent(path -> flink.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(flink);
        if (environment instanceof LocalStreamEnvironment) {
            environment.configure(FlinkSettings.ofEmbeddedCluster(settings.runtime()));
        }
        define(environment, inputPartitions);
        return new ReadyJob("customer-pulse " + name, environment);
    }
}
