package io.customerpulse.rules.customer;

import io.customerpulse.events.InputEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What the {@link Directory} is told. */
public sealed interface DirectoryEntry {

    /**
     * The order within an instant: shared events by source and id, then arrivals, so that a
     * customer who arrives with an event is told of it too.
     */
    Comparator<DirectoryEntry> ORDER =
            Comparator.comparing(DirectoryEntry::at)
                    .thenComparing(entry -> entry instanceof Arrival)
                    .thenComparing(entry -> entry instanceof Shared s ? s.event().source() : "")
                    .thenComparing(entry -> entry instanceof Shared s ? s.event().id() : "")
                    .thenComparing(DirectoryEntry::toString);

    /** The event time from which it counts. */
    Instant at();

    /** The shard it is for. */
    int shard();

    /**
     * A customer showed itself by an event of its own; said at least once, and again by earlier
     * events.
     */
    record Arrival(String customer, Instant at) implements DirectoryEntry {
        @Override
        public int shard() {
            return Directory.shardOf(customer);
        }
    }

    /** An event that may concern many customers, for one of the shards. */
    record Shared(int shard, InputEvent event, Instant at, Optional<Delivery.Lateness> lateness)
            implements DirectoryEntry {}
}
