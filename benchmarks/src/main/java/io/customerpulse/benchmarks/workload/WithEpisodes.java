package io.customerpulse.benchmarks.workload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The usual traffic with episodes among it, in time order. */
final class WithEpisodes implements Iterator<Line> {

    private final Iterator<Line> usual;
    private final Deque<Line> episodes;
    private final Deque<Line> next = new ArrayDeque<>();

    WithEpisodes(Iterator<Line> usual, List<Line> episodes) {
        this.usual = usual;
        this.episodes = new ArrayDeque<>(episodes);
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && usual.hasNext()) {
            Line line = usual.next();
            while (!episodes.isEmpty() && episodes.peek().at().isBefore(line.at())) {
                next.add(episodes.remove());
            }
            if (!FlagEpisodes.excludes(UsageHeavyEvents.START, line)) {
                next.add(line);
            }
        }
        return !next.isEmpty();
    }

    @Override
    public Line next() {
        return next.remove();
    }
}
