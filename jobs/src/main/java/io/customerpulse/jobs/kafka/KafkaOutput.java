package io.customerpulse.jobs.kafka;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Topic;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.jobs.settings.DeliverySettings;
import io.customerpulse.jobs.settings.DeliverySettings.Delivery;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Everything that goes to Kafka: one sink for each output topic, with the delivery it asks for. */
public final class KafkaOutput {

    private static final String PUBLISH = "kafka.publish";
    private static final int DEFAULT_MAX_REQUEST_BYTES = 1024 * 1024;

    private final JobSettings settings;
    private final TopicSettings topics;
    private final String job;

    /**
     * @param job the job's name, which tells its transactions from those of other jobs
     */
    public KafkaOutput(JobSettings settings, TopicSettings topics, String job) {
        this.settings = settings;
        this.topics = topics;
        this.job = job;
    }

    /**
     * Adds the sinks.
     *
     * @param outputs the topics that the results are for
     */
    public void add(DataStream<Emission> results, Set<Topic> outputs) {
        SingleOutputStreamOperator<Emission> published =
                results.process(new PublishFunction(outputs, settings.alertsFrom()))
                        .returns(PulseTypes.EMISSION)
                        .name("publish")
                        .uid(PUBLISH);
        outputs.stream()
                .sorted()
                .forEach(
                        topic ->
                                published
                                        .getSideOutput(PublishFunction.tag(topic))
                                        .sinkTo(sink(topic))
                                        .name(topic.topicName())
                                        .uid("kafka." + topic.topicName()));
    }

    private KafkaSink<Emission> sink(Topic topic) {
        DeliverySettings delivery = settings.delivery();
        Properties properties = settings.kafka().producerProperties();
        KafkaSinkBuilder<Emission> builder =
                KafkaSink.<Emission>builder()
                        .setKafkaProducerConfig(properties)
                        .setRecordSerializer(
                                new EmissionRecords(
                                        topics.nameOf(topic), maxRequestBytes(properties)));
        if (delivery.of(topic) == Delivery.EXACTLY_ONCE) {
            builder.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                    .setTransactionalIdPrefix(
                            String.join(
                                    "-", delivery.transactionalIdPrefix(), job, topic.topicName()))
                    .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                    .setProperty(
                            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                            Long.toString(delivery.transactionTimeout().toMillis()));
        } else {
            builder.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
        }
        return builder.build();
    }

    private static int maxRequestBytes(Properties producer) {
        return Optional.ofNullable(producer.getProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG))
                .map(Integer::parseInt)
                .orElse(DEFAULT_MAX_REQUEST_BYTES);
    }
}
