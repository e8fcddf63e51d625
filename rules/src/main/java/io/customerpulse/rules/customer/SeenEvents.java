package io.customerpulse.rules.customer;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.InputEvent;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sparse events applied lately, so that a second copy changes nothing ({@code docs/rules.md},
 * duplicates). An identity is kept as a 64-bit hash of source and id: among a thousand events two
 * collide with a probability below 10⁻¹³.
 */
public final class SeenEvents {

    private final Map<Long, Instant> seen = new LinkedHashMap<>();

    /** Remembers the event; false when it was known already. */
    public boolean add(InputEvent event, Instant at) {
        return seen.putIfAbsent(identity(event), at) == null;
    }

    /** Forgets the events older than the memory the policy gives. */
    public void expire(Instant at, Duration memory) {
        Instant oldest = at.minus(memory);
        // They were added in the order of their instants.
        Iterator<Instant> oldestFirst = seen.values().iterator();
        while (oldestFirst.hasNext() && !oldestFirst.next().isAfter(oldest)) {
            oldestFirst.remove();
        }
    }

    private static long identity(InputEvent event) {
        return Hashing.komihash5_0()
                .hashStream()
                .putString(event.source())
                .putString(event.id())
                .getAsLong();
    }

    /** Writes the identities and when they were seen. */
    public void write(CompactOutput out) throws IOException {
        out.writeCount(seen.size());
        for (Map.Entry<Long, Instant> entry : seen.entrySet()) {
            out.writeHash(entry.getKey());
            out.writeInstant(entry.getValue());
        }
    }

    /** Reads what {@link #write} wrote. */
    public static SeenEvents read(CompactInput in) throws IOException {
        SeenEvents events = new SeenEvents();
        for (int i = in.readSize(); i > 0; i--) {
            events.seen.put(in.readHash(), in.readInstant());
        }
        return events;
    }
}
