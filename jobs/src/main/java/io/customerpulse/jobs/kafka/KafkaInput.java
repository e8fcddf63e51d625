package io.customerpulse.jobs.kafka;

import io.customerpulse.functions.ingest.Received;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.KafkaSettings;
import io.customerpulse.jobs.settings.QuietTime;
import io.customerpulse.jobs.settings.TopicSettings;
import java.util.Optional;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Everything that comes from Kafka: one source over all input topics, in one consumer group, with a
 * watermark for each partition.
 */
public final class KafkaInput {

    private static final String SOURCE = "kafka";
    private static final String ARRIVAL = "kafka.arrival";

    private final JobSettings settings;
    private final TopicSettings topics;
    private final String consumerGroup;
    private final String policyVersion;

    /**
     * @param consumerGroup of the job
     * @param policyVersion the policies in force, for the dead letters
     */
    public KafkaInput(
            JobSettings settings,
            TopicSettings topics,
            String consumerGroup,
            String policyVersion) {
        this.settings = settings;
        this.topics = topics;
        this.consumerGroup = consumerGroup;
        this.policyVersion = policyVersion;
    }

    /**
     * Adds the source.
     *
     * @param parallelism such that every subtask has a partition to read: one without would hold
     *     event time back for ever
     */
    public DataStream<Received> add(StreamExecutionEnvironment environment, int parallelism) {
        return environment
                .fromSource(
                        source(),
                        PartitionWatermarks.strategy(
                                settings.outOfOrderness(), settings.quietTime()),
                        "kafka topics",
                        ArrivedSerializer.TYPE)
                .uid(SOURCE)
                .setParallelism(parallelism)
                .process(
                        new ArrivalFunction(
                                settings.outOfOrderness(), heartbeat(), WallClock.SYSTEM))
                .returns(PulseTypes.RECEIVED)
                .name("arrival")
                .uid(ARRIVAL)
                .setParallelism(parallelism);
    }

    private KafkaSource<Arrived> source() {
        return KafkaSource.<Arrived>builder()
                .setProperties(settings.kafka().consumerProperties())
                .setGroupId(consumerGroup)
                .setClientIdPrefix(consumerGroup)
                .setTopics(topics.inputNames())
                .setStartingOffsets(startingOffsets(settings.kafka().startFrom()))
                .setDeserializer(
                        new EventDeserializer(
                                settings.maxClockSkew(), policyVersion, WallClock.SYSTEM))
                .build();
    }

    private static OffsetsInitializer startingOffsets(KafkaSettings.StartFrom startFrom) {
        return switch (startFrom) {
            case EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
        };
    }

    private Optional<HeartbeatPlan> heartbeat() {
        return settings.quietTime() instanceof QuietTime.Heartbeat heartbeat
                ? Optional.of(
                        new HeartbeatPlan(
                                settings.kafka().producerProperties(),
                                topics.inputNames(),
                                heartbeat.interval()))
                : Optional.empty();
    }
}
