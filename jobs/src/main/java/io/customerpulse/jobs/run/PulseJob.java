package io.customerpulse.jobs.run;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Topic;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import io.customerpulse.jobs.topology.PulseTopology;
import io.customerpulse.rules.policy.Policies;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Every topology in one job, from all input topics to all output topics. */
public final class PulseJob extends LiveJob {

    private static final Set<Topic> OUTPUTS =
            Arrays.stream(Topic.values())
                    .filter(topic -> topic.direction() == Topic.Direction.OUTPUT)
                    .collect(Collectors.toUnmodifiableSet());

    public PulseJob(Policies policies, JobSettings settings, TopicSettings topics) {
        super("pulse", settings.kafka().consumerGroup(), policies, settings, topics);
    }

    @Override
    Set<Topic> outputs() {
        return OUTPUTS;
    }

    @Override
    DataStream<Emission> results(DataStream<Received> received, PulseTopology topology) {
        return topology.define(received);
    }
}
