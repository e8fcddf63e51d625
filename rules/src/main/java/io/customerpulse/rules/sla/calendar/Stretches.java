package io.customerpulse.rules.sla.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time as they are collected, half open, in milliseconds since the epoch. */
final class Stretches {

    /** One of them, never empty. */
    record Stretch(long start, long end) {}

    private final List<Stretch> stretches = new ArrayList<>();

    /** Takes one more; an empty one, or one that ends before it begins, is none. */
    void add(long start, long end) {
        if (start < end) {
            stretches.add(new Stretch(start, end));
        }
    }

    /** The same time in order, without overlaps; what touches is one. */
    List<Stretch> united() {
        stretches.sort(Comparator.comparingLong(Stretch::start));
        List<Stretch> united = new ArrayList<>(stretches.size());
        for (Stretch next : stretches) {
            Stretch last = united.isEmpty() ? null : united.get(united.size() - 1);
            if (last == null || next.start() > last.end()) {
                united.add(next);
            } else if (next.end() > last.end()) {
                united.set(united.size() - 1, new Stretch(last.start(), next.end()));
            }
        }
        return united;
    }

    /** What is left of this time, in order, within two bounds and without the other. */
    List<Stretch> without(Stretches others, long from, long to) {
        List<Stretch> cuts = others.united();
        Stretches left = new Stretches();
        int first = 0;
        for (Stretch whole : united()) {
            long start = Math.max(whole.start(), from);
            long end = Math.min(whole.end(), to);
            while (first < cuts.size() && cuts.get(first).end() <= start) {
                first++;
            }
            for (int i = first; i < cuts.size() && cuts.get(i).start() < end; i++) {
                left.add(start, cuts.get(i).start());
                start = cuts.get(i).end();
            }
            left.add(start, end);
        }
        return left.stretches;
    }
}
