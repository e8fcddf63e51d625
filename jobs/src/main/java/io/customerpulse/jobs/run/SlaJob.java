package io.customerpulse.jobs.run;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Topic;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import io.customerpulse.jobs.topology.PulseTopology;
import io.customerpulse.rules.policy.Policies;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Only service levels, for teams that want no more or scale them on their own. */
public final class SlaJob extends LiveJob {

    private static final Set<Topic> OUTPUTS =
            Set.of(Topic.SLA_EVENTS, Topic.SLA_REPORTS, Topic.DEAD_LETTERS, Topic.LATE_EVENTS);

    public SlaJob(Policies policies, JobSettings settings, TopicSettings topics) {
        super("sla", settings.kafka().consumerGroup() + "-sla", policies, settings, topics);
    }

    @Override
    Set<Topic> outputs() {
        return OUTPUTS;
    }

    @Override
    DataStream<Emission> results(DataStream<Received> received, PulseTopology topology) {
        return topology.defineServiceLevels(received);
    }
}
