package io.customerpulse.jobs.kafka;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Topic;
import io.customerpulse.functions.serialization.PulseTypes;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Sends each result to the sink of its topic, unless {@link AlertsFrom} holds it back. */
final class PublishFunction extends ProcessFunction<Emission, Emission> {

    private static final long serialVersionUID = 1L;

    private final Set<Topic> topics;
    private final AlertsFrom alerts;

    private transient Map<Topic, OutputTag<Emission>> tags;
    private transient Map<Topic, Counter> published;
    private transient Counter heldBack;

    /**
     * @param topics those that have a sink
     * @param alertsFrom see {@link AlertsFrom}
     */
    PublishFunction(Set<Topic> topics, Optional<Instant> alertsFrom) {
        this.topics = Set.copyOf(topics);
        this.alerts = new AlertsFrom(alertsFrom.orElse(Instant.MIN));
    }

    /** Under which the sink of a topic finds its results. */
    static OutputTag<Emission> tag(Topic topic) {
        return new OutputTag<>(topic.topicName(), PulseTypes.EMISSION);
    }

    @Override
    public void open(OpenContext openContext) {
        tags = new EnumMap<>(Topic.class);
        published = new EnumMap<>(Topic.class);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        for (Topic topic : topics) {
            tags.put(topic, tag(topic));
            published.put(
                    topic,
                    metrics.addGroup("topic", topic.topicName()).counter("resultsPublished"));
        }
        heldBack = metrics.counter("alertsHeldBack");
    }

    @Override
    public void processElement(Emission emission, Context context, Collector<Emission> out) {
        Topic topic = emission.topic();
        if (!tags.containsKey(topic)) {
            throw new IllegalStateException(
                    "a result for topic %s, which has no sink in this job; it has those of %s"
                            .formatted(topic.topicName(), Arrays.toString(topics.toArray())));
        }
        if (!alerts.publishes(emission)) {
            heldBack.inc();
            return;
        }
        published.get(topic).inc();
        context.output(tags.get(topic), emission);
    }
}
