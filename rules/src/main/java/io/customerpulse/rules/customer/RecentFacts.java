package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts of one kind that still count, oldest first: a fact stamped {@code e} counts in a window
 * {@code W} for {@code e <= t < e + W}. Only the newest few keep their reference, since evidence
 * names no more.
 */
public final class RecentFacts {

    /** How many events a factor's evidence names at most. */
    public static final int EVIDENCE = 20;

    /**
     * One fact.
     *
     * @param time when it was stamped
     * @param value a number that goes with it, such as a score or a hash; zero where there is none
     * @param reference the event, {@code source#id}; empty once newer ones fill the evidence
     */
    public record Fact(Instant time, long value, String reference) {}

    private final List<Fact> facts;

    public RecentFacts() {
        this(new ArrayList<>());
    }

    private RecentFacts(List<Fact> facts) {
        this.facts = facts;
    }

    /** Adds a fact that is not older than those before it. */
    void add(Occurrence occurrence, long value) {
        facts.add(new Fact(occurrence.time(), value, occurrence.reference()));
        int unnamed = facts.size() - EVIDENCE - 1;
        if (unnamed >= 0 && !facts.get(unnamed).reference().isEmpty()) {
            Fact old = facts.get(unnamed);
            facts.set(unnamed, new Fact(old.time(), old.value(), ""));
        }
    }

    /** Takes out every fact with this value. */
    void removeAll(long value) {
        facts.removeIf(f -> f.value() == value);
    }

    /** Whether nothing counts any more. */
    public boolean isEmpty() {
        return facts.isEmpty();
    }

    /** Forgets what has left the window at this instant and will never count again. */
    public void expire(Instant at, Duration window) {
        facts.subList(0, left(at, window)).clear();
    }

    /** The facts that count at this instant, oldest first. */
    public List<Fact> within(Instant at, Duration window) {
        return List.copyOf(facts.subList(left(at, window), facts.size()));
    }

    /** How many count at this instant. */
    public int countWithin(Instant at, Duration window) {
        return facts.size() - left(at, window);
    }

    /** The instant at which the oldest fact that counts now will leave the window. */
    public Optional<Instant> nextLeaving(Instant at, Duration window) {
        int first = left(at, window);
        return first < facts.size()
                ? Optional.of(facts.get(first).time().plus(window))
                : Optional.empty();
    }

    /** How many of the oldest have left the window at this instant. */
    private int left(Instant at, Duration window) {
        Instant oldest = at.minus(window);
        int left = 0;
        while (left < facts.size() && !facts.get(left).time().isAfter(oldest)) {
            left++;
        }
        return left;
    }

    /** The references of the newest facts given, in time order. */
    public static List<String> evidence(List<Fact> facts) {
        return facts.stream()
                .skip(Math.max(0, facts.size() - EVIDENCE))
                .map(Fact::reference)
                .toList();
    }

    void write(CompactOutput out) throws IOException {
        out.writeAll(
                facts,
                (o, fact) -> {
                    o.writeInstant(fact.time());
                    o.writeNumber(fact.value());
                    o.writeReference(fact.reference());
                });
    }

    static RecentFacts read(CompactInput in) throws IOException {
        return new RecentFacts(
                in.readAll(i -> new Fact(i.readInstant(), i.readNumber(), i.readReference())));
    }
}
