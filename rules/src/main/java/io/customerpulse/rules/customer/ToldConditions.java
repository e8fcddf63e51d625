package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was last signalled of the conditions behind flags, so that each is signalled once. What was
 * said is kept as a hash of it.
 */
public final class ToldConditions {

    /** What is new about a condition that holds. */
    public enum News {
        BEGINS,
        CHANGED,
        NONE
    }

    private final Map<String, Long> holding = new TreeMap<>();
    private long comparison;
    private boolean churned;

    /** Takes over that a condition holds, and says what is new about it. */
    public News holds(String condition, long fingerprint) {
        Long before = holding.put(condition, fingerprint);
        if (before == null) {
            return News.BEGINS;
        }
        return before == fingerprint ? News.NONE : News.CHANGED;
    }

    /** Takes over which conditions hold, and says which of those told of ended. */
    public List<String> ended(Set<String> stillHolding) {
        List<String> ended =
                holding.keySet().stream().filter(c -> !stillHolding.contains(c)).toList();
        ended.forEach(holding::remove);
        return ended;
    }

    /** Takes over what was measured of two windows; false when it is what was told last. */
    public boolean compared(long fingerprint) {
        boolean changed = fingerprint != comparison;
        comparison = fingerprint;
        return changed;
    }

    /** Takes over whether the contract ended; false when that was told. */
    public boolean churnedIs(boolean now) {
        boolean changed = churned != now;
        churned = now;
        return changed;
    }

    void write(CompactOutput out) throws IOException {
        out.writeCount(holding.size());
        for (Map.Entry<String, Long> entry : holding.entrySet()) {
            out.writeText(entry.getKey());
            out.writeHash(entry.getValue());
        }
        out.writeHash(comparison);
        out.writeBoolean(churned);
    }

    static ToldConditions read(CompactInput in) throws IOException {
        ToldConditions told = new ToldConditions();
        for (int i = in.readSize(); i > 0; i--) {
            told.holding.put(in.readText(), in.readHash());
        }
        told.comparison = in.readHash();
        told.churned = in.readBoolean();
        return told;
    }
}
