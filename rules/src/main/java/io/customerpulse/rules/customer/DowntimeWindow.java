package io.customerpulse.rules.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Downtime in a sliding window that ends at an instant. It is a piecewise linear function of time:
 * it grows while the customer is down and falls while what leaves the window was downtime, so the
 * instant at which it crosses a limit is exact.
 */
public final class DowntimeWindow {

    private final Map<Outages.Incident, List<TimeInterval>> byIncident;
    private final List<TimeInterval> down;
    private final Duration length;
    private final Instant start;
    private final Instant end;

    private DowntimeWindow(
            Map<Outages.Incident, List<TimeInterval>> byIncident, Duration length, Instant end) {
        this.byIncident = byIncident;
        this.down = TimeInterval.union(byIncident.values().stream().flatMap(List::stream).toList());
        this.length = length;
        this.start = end.minus(length);
        this.end = end;
    }

    /** The window of a customer that ends at this instant; nothing before first seen counts. */
    public static DowntimeWindow endingAt(Instant at, CustomerRecord customer, Duration length) {
        Instant seen = customer.life().firstSeen().orElseThrow();
        return new DowntimeWindow(customer.outages().downtime(seen), length, at);
    }

    /** The incidents of whose downtime anything lies in the window, in their order. */
    public List<Outages.Incident> incidents() {
        return byIncident.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(this::touches))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean touches(TimeInterval interval) {
        return interval.until().isAfter(start) && !interval.from().isAfter(end);
    }

    /** The time down inside the window. */
    public Duration total() {
        return down.stream().map(this::inside).reduce(Duration.ZERO, Duration::plus);
    }

    /** 1 while the total grows with time, -1 while it falls, 0 while it stands still. */
    public int slope() {
        return holds(end) - holds(start);
    }

    /**
     * The next instant at which slope or incidents may change, or the total reach this limit. Each
     * incident's own edges count, also where another one overlaps it.
     */
    public Optional<Instant> nextTurn(Duration limit) {
        int slope = slope();
        Duration untilLimit = limit.minus(total()).multipliedBy(slope);
        Instant next =
                slope != 0 && untilLimit.compareTo(Duration.ZERO) > 0
                        ? end.plus(untilLimit)
                        : Instant.MAX;
        for (List<TimeInterval> intervals : byIncident.values()) {
            for (TimeInterval interval : intervals) {
                next = earlier(next, nextEffect(interval.from()));
                next = earlier(next, nextEffect(interval.until()));
            }
        }
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }

    /** When the window's end or start next comes to an edge; never for an interval still open. */
    private Instant nextEffect(Instant edge) {
        if (edge.isAfter(end)) {
            return edge;
        }
        return edge.isAfter(start) ? edge.plus(length) : Instant.MAX;
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    private Duration inside(TimeInterval interval) {
        Instant from = interval.from().isBefore(start) ? start : interval.from();
        Instant until = interval.until().isAfter(end) ? end : interval.until();
        return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
    }

    /** 1 when the customer is down right after this instant. */
    private int holds(Instant at) {
        return down.stream().anyMatch(i -> !i.from().isAfter(at) && i.until().isAfter(at)) ? 1 : 0;
    }
}
