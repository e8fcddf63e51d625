package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What is going to happen to one customer, as far as it is decided: short, whatever the history.
 */
final class Agenda {

    /**
     * One entry.
     *
     * @param order of equal times, the first entered comes first
     */
    record Entry(long time, long order, Fact fact) {}

    private static final Comparator<Entry> IN_TIME =
            Comparator.comparingLong(Entry::time).thenComparingLong(Entry::order);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(IN_TIME);
    private final long end;
    private long entered;

    /** An agenda that forgets what would happen at this instant or later. */
    Agenda(long end) {
        this.end = end;
    }

    /** Enters a fact at an instant, in milliseconds since the epoch. */
    void add(long time, Fact fact) {
        if (time < end) {
            entries.add(new Entry(time, entered++, fact));
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The time of the next entry. */
    long nextTime() {
        return entries.element().time();
    }

    /** Takes the next entry off. */
    Entry remove() {
        return entries.remove();
    }

    /** Takes everything from this instant on off, in time order. */
    List<Entry> cutAt(long time) {
        List<Entry> cut = new ArrayList<>(entries.stream().filter(e -> e.time() >= time).toList());
        entries.removeIf(entry -> entry.time() >= time);
        cut.sort(IN_TIME);
        return cut;
    }
}
