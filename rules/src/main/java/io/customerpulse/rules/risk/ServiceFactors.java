package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.Outages;
import io.customerpulse.rules.customer.RecentFacts;
import io.customerpulse.rules.customer.TimeInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The factors that follow from the service's incidents. */
final class ServiceFactors {

    private ServiceFactors() {}

    /**
     * Downtime in a sliding window is a piecewise linear function of time: it grows while the
     * customer is down and falls while what leaves the window was downtime. So the instant at which
     * it crosses the limit is exact.
     */
    static FactorRule downtime(RiskPolicy.Downtime policy, CustomerPolicy.Downtime measured) {
        return (customer, at) -> {
            if (customer.outages().isEmpty()) {
                return Judgement.absent(Optional.empty());
            }
            Map<Outages.Incident, List<TimeInterval>> byIncident =
                    customer.outages().downtime(customer.life().firstSeen().orElseThrow());
            List<TimeInterval> down =
                    TimeInterval.union(byIncident.values().stream().flatMap(List::stream).toList());
            Instant windowStart = at.minus(measured.window());
            Duration total =
                    down.stream()
                            .map(i -> overlap(i, windowStart, at))
                            .reduce(Duration.ZERO, Duration::plus);
            int slope = holds(down, at) - holds(down, windowStart);
            int overLimit = total.compareTo(policy.moreThan());
            Optional<Instant> next = nextTurn(policy, measured, byIncident, at, total, slope);
            return overLimit > 0 || overLimit == 0 && slope > 0
                    ? Judgement.present(
                            policy.points(), evidence(byIncident, windowStart, at), next)
                    : Judgement.absent(next);
        };
    }

    private static Optional<Instant> nextTurn(
            RiskPolicy.Downtime policy,
            CustomerPolicy.Downtime measured,
            Map<Outages.Incident, List<TimeInterval>> byIncident,
            Instant at,
            Duration total,
            int slope) {
        Stream<Instant> breaks =
                byIncident.values().stream()
                        .flatMap(List::stream)
                        .flatMap(i -> Stream.of(i.from(), i.until()))
                        .filter(edge -> !edge.equals(Instant.MAX))
                        .flatMap(edge -> Stream.of(edge, edge.plus(measured.window())));
        Duration untilLimit = policy.moreThan().minus(total).multipliedBy(slope);
        Stream<Instant> crossing =
                slope != 0 && untilLimit.compareTo(Duration.ZERO) > 0
                        ? Stream.of(at.plus(untilLimit))
                        : Stream.empty();
        return Stream.concat(breaks, crossing).filter(t -> t.isAfter(at)).min(Instant::compareTo);
    }

    private static Duration overlap(TimeInterval interval, Instant from, Instant until) {
        Instant start = interval.from().isBefore(from) ? from : interval.from();
        Instant end = interval.until().isAfter(until) ? until : interval.until();
        return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
    }

    /** 1 when the customer is down right after this instant. */
    private static int holds(List<TimeInterval> down, Instant at) {
        return down.stream().anyMatch(i -> !i.from().isAfter(at) && i.until().isAfter(at)) ? 1 : 0;
    }

    /** The incidents of whose downtime anything lies in the window. */
    private static List<String> evidence(
            Map<Outages.Incident, List<TimeInterval>> byIncident, Instant windowStart, Instant at) {
        List<String> references =
                byIncident.entrySet().stream()
                        .filter(
                                e ->
                                        e.getValue().stream()
                                                .anyMatch(i -> touches(i, windowStart, at)))
                        .map(e -> e.getKey().reference())
                        .toList();
        return references.stream()
                .skip(Math.max(0, references.size() - RecentFacts.EVIDENCE))
                .toList();
    }

    private static boolean touches(TimeInterval down, Instant windowStart, Instant at) {
        return down.until().isAfter(windowStart) && !down.from().isAfter(at);
    }
}
