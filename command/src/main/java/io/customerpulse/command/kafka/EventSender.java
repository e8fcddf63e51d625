package io.customerpulse.command.kafka;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.replay.HistoryLines;
import io.customerpulse.jobs.settings.TopicSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends events, one a line, to the topics they are meant for. */
public final class EventSender {

    /**
     * What was sent.
     *
     * @param events how many lines
     * @param refused how many of them are no event, and will become dead letters
     * @param byTopic how many went where
     */
    public record Sent(long events, long refused, Map<Topic, Long> byTopic) {

        public Sent {
            byTopic = Map.copyOf(byTopic);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Broker broker;
    private final TopicSettings settings;
    private final BiConsumer<Long, String> refusals;
    private final EventRecords records = new EventRecords();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Map<Topic, Long> byTopic = new EnumMap<>(Topic.class);
    private long events;
    private long refused;

    /**
     * To this broker.
     *
     * @param refusals is told of each line that is no event, with its number and the reason
     */
    public EventSender(Broker broker, TopicSettings settings, BiConsumer<Long, String> refusals) {
        this.broker = broker;
        this.settings = settings;
        this.refusals = refusals;
    }

    /**
     * Sends all lines as they are; see {@link #send(InputStream, Optional, Optional)}.
     *
     * @param rate how many events a second at most; empty for as fast as it goes
     * @throws IOException if the lines cannot be read
     */
    public Sent send(InputStream lines, Optional<Double> rate) throws IOException {
        return send(lines, rate, Optional.empty());
    }

    /**
     * Sends all lines, and returns when the broker has them. A line that is no event is sent too,
     * for it is the job that keeps dead letters.
     *
     * @param rate how many events a second at most; empty for as fast as it goes
     * @param stamp gives each event the time at which it is sent; empty to send bytes as they are
     * @throws IOException if the lines cannot be read
     * @throws BrokerFailure if the broker is away or a topic is missing, or does not take them all
     */
    public Sent send(InputStream lines, Optional<Double> rate, Optional<Clock> stamp)
            throws IOException {
        broker.require(settings.inputNames());
        try (KafkaProducer<byte[], byte[]> producer =
                broker.openProducer(
                        Map.of(
                                ProducerConfig.LINGER_MS_CONFIG,
                                5,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                Broker.millis(PATIENCE),
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                Broker.millis(PATIENCE.dividedBy(3)),
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                Broker.millis(PATIENCE)))) {
            // So that the pace is not held up by the first event for each topic.
            settings.inputNames().forEach(producer::partitionsFor);
            Pace pace = new Pace(rate);
            HistoryLines.forEach(
                    lines,
                    (number, line) -> {
                        pace.await(events);
                        send(producer, number, addressed(line, stamp));
                    });
            producer.flush();
        } catch (KafkaException unsendable) {
            failure.compareAndSet(null, unsendable);
        }
        refuseIfFailed();
        return new Sent(events, refused, byTopic);
    }

    private void send(
            KafkaProducer<byte[], byte[]> producer, long number, EventRecords.Addressed addressed) {
        refuseIfFailed();
        addressed
                .refused()
                .ifPresent(
                        reason -> {
                            refused++;
                            refusals.accept(number, reason);
                        });
        producer.send(
                new ProducerRecord<>(
                        settings.nameOf(addressed.topic()),
                        null,
                        null,
                        addressed.key().getBytes(StandardCharsets.UTF_8),
                        addressed.value(),
                        EventRecords.STRUCTURED),
                (metadata, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
        events++;
        byTopic.merge(addressed.topic(), 1L, Long::sum);
    }

    private EventRecords.Addressed addressed(byte[] line, Optional<Clock> stamp) {
        return stamp.map(clock -> records.address(line, Instant.ofEpochMilli(clock.millis())))
                .orElseGet(() -> records.address(line));
    }

    private void refuseIfFailed() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new BrokerFailure(
                    "The broker at %s did not take every event; the first %d lines may be there in part."
                            .formatted(broker.bootstrapServers(), events),
                    failed);
        }
    }

    /** When the next event is due, counted from the first. */
    private static final class Pace {

        private final Optional<Double> rate;
        private final long start = System.nanoTime();

        Pace(Optional<Double> rate) {
            this.rate = rate;
        }

        void await(long sent) {
            if (rate.isEmpty()) {
                return;
            }
            long due = start + (long) (sent * 1e9 / rate.get());
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
        }
    }
}
