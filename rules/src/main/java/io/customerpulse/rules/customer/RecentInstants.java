package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When facts of one kind happened that are only counted: what is stamped {@code e} counts in a
 * window {@code W} for {@code e <= t < e + W}. What a factor names as evidence belongs into {@link
 * RecentFacts}.
 */
public final class RecentInstants {

    private final List<Instant> instants;

    public RecentInstants() {
        this(new ArrayList<>());
    }

    private RecentInstants(List<Instant> instants) {
        this.instants = instants;
    }

    void add(Instant time) {
        instants.add(time);
    }

    /** Whether nothing counts any more. */
    public boolean isEmpty() {
        return instants.isEmpty();
    }

    /** Forgets what has left the window at this instant and will never count again. */
    public void expire(Instant at, Duration window) {
        Instant oldest = at.minus(window);
        instants.removeIf(time -> !time.isAfter(oldest));
    }

    /** How many count at this instant. */
    public int countWithin(Instant at, Duration window) {
        Instant oldest = at.minus(window);
        int count = 0;
        for (Instant time : instants) {
            count += time.isAfter(oldest) ? 1 : 0;
        }
        return count;
    }

    void write(CompactOutput out) throws IOException {
        out.writeAll(instants, CompactOutput::writeInstant);
    }

    static RecentInstants read(CompactInput in) throws IOException {
        return new RecentInstants(in.readAll(CompactInput::readInstant));
    }
}
