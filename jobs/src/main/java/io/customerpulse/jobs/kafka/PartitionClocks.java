package io.customerpulse.jobs.kafka;

import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.result.Origin;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.rules.customer.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which events are late, by the order of arrival in their partition and not by the wall
 * clock, so that the verdict is the same in every run ({@code docs/rules.md}).
 *
 * <p>An event is late when it lies more than the bound behind the largest time of those before it
 * in its partition. It is then stamped with the event time the partition had reached: that largest
 * time less the bound. What was rejected has no time here.
 */
final class PartitionClocks {

    /** A partition of a topic on the broker. */
    record Partition(String topic, int number) {
        static Partition of(Origin origin) {
            return new Partition(origin.topic(), origin.partition());
        }
    }

    private final long boundMillis;
    private final EventEncoder encoder = new EventEncoder();
    private final Map<Partition, Long> largest = new HashMap<>();

    PartitionClocks(Duration bound) {
        this.boundMillis = bound.toMillis();
    }

    /** The largest time of each partition, in milliseconds since the epoch. */
    Map<Partition, Long> largest() {
        return Map.copyOf(largest);
    }

    /** Goes on where a partition had come to. */
    void restore(Partition partition, long time) {
        largest.merge(partition, time, Math::max);
    }

    /** The same, stamped with when it counts from. */
    Received stamped(Arrived arrived) {
        if (arrived.time() == Arrived.NO_TIME) {
            return arrived.received();
        }
        long reached = largest.merge(Partition.of(arrived.origin()), arrived.time(), Math::max);
        long lateBy = reached - arrived.time() - boundMillis;
        return lateBy > 0 ? late(arrived, lateBy) : arrived.received();
    }

    private Received late(Arrived arrived, long lateBy) {
        Instant at = Instant.ofEpochMilli(arrived.time() + lateBy);
        if (arrived.received() instanceof Received.Accepted accepted) {
            return new Received.Accepted(
                    accepted.event(),
                    at,
                    Optional.of(
                            new Delivery.Lateness(
                                    Duration.ofMillis(lateBy), original(arrived, accepted))));
        } else if (arrived.received() instanceof Received.Unknown unknown) {
            return new Received.Unknown(unknown.type(), at);
        }
        return arrived.received();
    }

    /** The event as it came; of one in binary mode, as it would be in structured mode. */
    private String original(Arrived arrived, Received.Accepted accepted) {
        byte[] json =
                arrived.structured().length > 0
                        ? arrived.structured()
                        : encoder.encode(accepted.event());
        return new String(json, StandardCharsets.UTF_8);
    }
}
