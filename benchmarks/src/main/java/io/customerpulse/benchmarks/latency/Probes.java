package io.customerpulse.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which events that change a score wait to be seen in one. A score carries the time of the fact
 * behind it, and that is when the sender sent it: so the time until it is seen is that of one
 * clock.
 */
final class Probes {

    /** The change of one customer at one instant, in milliseconds since the epoch. */
    private record Probe(String customer, long time) {}

    private final Map<Probe, Boolean> waiting = new ConcurrentHashMap<>();
    private final List<Long> latencies = new ArrayList<>();

    void sent(String customer, long time) {
        waiting.put(new Probe(customer, time), true);
    }

    /** Notes a score; one that nobody waits for, such as that of a first event, is left alone. */
    void seen(String customer, long time, long seenAt) {
        if (waiting.remove(new Probe(customer, time)) != null) {
            synchronized (latencies) {
                latencies.add(seenAt - time);
            }
        }
    }

    /** Forgets what was seen so far: it belonged to the warm-up. */
    void startCounting() {
        synchronized (latencies) {
            latencies.clear();
        }
    }

    int outstanding() {
        return waiting.size();
    }

    /** Of each event seen, the milliseconds from sending it to seeing the score. */
    List<Long> latencies() {
        synchronized (latencies) {
            return List.copyOf(latencies);
        }
    }
}
