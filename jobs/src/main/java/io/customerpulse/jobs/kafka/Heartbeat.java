package io.customerpulse.jobs.kafka;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.fact.ControlFact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes {@code clock.ticked} into every partition of some topics, again and again, so that event
 * time moves on while nothing else happens. While the broker is away ticks are counted as failed
 * and forgotten; a tick that is old tells nothing that the next one does not.
 */
public final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final String SOURCE = "/customer-pulse/heartbeat";
    private static final byte[] KEY = "clock".getBytes(StandardCharsets.UTF_8);
    private static final RecordHeader STRUCTURED =
            new RecordHeader(
                    "content-type",
                    "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));

    private final List<String> topics;
    private final EventEncoder encoder = new EventEncoder();
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService beats;
    private final LongAdder written = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private Heartbeat(Properties producerProperties, List<String> topics) {
        this.topics = List.copyOf(topics);
        this.producer = new KafkaProducer<>(quick(producerProperties));
        this.beats =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "heartbeat");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Starts one in a thread of its own.
     *
     * @param producerProperties how to reach the broker
     * @param topics their names on the broker
     * @param interval how often
     */
    public static Heartbeat start(
            Properties producerProperties, List<String> topics, Duration interval) {
        Heartbeat heartbeat = new Heartbeat(producerProperties, topics);
        heartbeat.beats.scheduleWithFixedDelay(
                heartbeat::beat, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private static Properties quick(Properties producerProperties) {
        Properties quick = new Properties();
        quick.putAll(producerProperties);
        quick.setProperty(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        quick.setProperty(
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        quick.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
        quick.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, "2000");
        quick.setProperty(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
        quick.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "5000");
        return quick;
    }

    private void beat() {
        for (String topic : topics) {
            try {
                for (PartitionInfo partition : producer.partitionsFor(topic)) {
                    tick(topic, partition.partition());
                }
            } catch (KafkaException away) {
                // The next beat tries again; the gauge of failures shows that this goes on.
                failed.increment();
                LOG.debug("no ticks for topic {}: {}", topic, away.toString());
            }
        }
    }

    private void tick(String topic, int partition) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        InputEvent tick =
                new InputEvent(
                        SOURCE,
                        now.toEpochMilli() + "-" + topic + "-" + partition,
                        now,
                        Optional.empty(),
                        new ControlFact.ClockTicked());
        producer.send(
                new ProducerRecord<>(
                        topic, partition, KEY, encoder.encode(tick), List.of(STRUCTURED)),
                (metadata, failure) -> {
                    if (failure == null) {
                        written.increment();
                    } else {
                        failed.increment();
                    }
                });
    }

    /** How many ticks the broker has taken. */
    public long written() {
        return written.sum();
    }

    /** How many the broker has not taken. */
    public long failed() {
        return failed.sum();
    }

    /** Stops it; ticks on their way are forgotten. */
    @Override
    public void close() {
        beats.shutdownNow();
        producer.close(Duration.ZERO);
    }
}
