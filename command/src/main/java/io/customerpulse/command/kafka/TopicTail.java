package io.customerpulse.command.kafka;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Reads a topic as it grows, committed records only, on behalf of nobody's group. */
public final class TopicTail implements AutoCloseable {

    /**
     * Which records are wanted, and when to stop.
     *
     * @param topic its name on the broker
     * @param fromBeginning whether those that are there already are wanted
     * @param max stop after so many
     * @param timeout stop after so long
     */
    public record Request(String topic, boolean fromBeginning, long max, Duration timeout) {}

    private static final Duration POLL = Duration.ofMillis(250);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Broker broker;
    private final Request request;
    private final AtomicBoolean closing = new AtomicBoolean();

    private TopicTail(Broker broker, Request request) {
        this.broker = broker;
        this.request = request;
        this.consumer = broker.openConsumer();
    }

    /**
     * Takes its place in the topic: what is written from now on will be read.
     *
     * @throws BrokerFailure if the broker is away or there is no such topic
     */
    public static TopicTail open(Broker broker, Request request) {
        broker.require(List.of(request.topic()));
        TopicTail tail = new TopicTail(broker, request);
        tail.takePlace();
        return tail;
    }

    private void takePlace() {
        List<TopicPartition> partitions =
                consumer.partitionsFor(request.topic()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        if (request.fromBeginning()) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
    }

    /**
     * Passes each record that is no tick of the clock, until enough were read, time is up or it is
     * closed.
     *
     * @return how many were passed
     * @throws BrokerFailure if the broker refuses
     */
    public long forEach(Consumer<ConsumerRecord<byte[], byte[]>> record) {
        long deadline = System.nanoTime() + request.timeout().toNanos();
        long passed = 0;
        try {
            while (!closing.get() && passed < request.max() && System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> next : inTimeOrder(consumer.poll(POLL))) {
                    if (passed < request.max() && !ReadableEvent.isTick(next)) {
                        record.accept(next);
                        passed++;
                    }
                }
            }
        } catch (WakeupException closed) {
            // As was asked for.
        } catch (KafkaException refused) {
            throw new BrokerFailure(
                    "The broker at %s cannot be read from any more."
                            .formatted(broker.bootstrapServers()),
                    refused);
        } finally {
            consumer.close();
        }
        return passed;
    }

    /** Partitions come one after the other, but a person reads by time. */
    private static List<ConsumerRecord<byte[], byte[]>> inTimeOrder(
            ConsumerRecords<byte[], byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
                .toList();
    }

    /** Makes {@link #forEach} return, from another thread. */
    @Override
    public void close() {
        closing.set(true);
        consumer.wakeup();
    }
}
