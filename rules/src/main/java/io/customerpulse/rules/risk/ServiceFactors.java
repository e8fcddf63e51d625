package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.DowntimeWindow;
import io.customerpulse.rules.customer.Implementation;
import io.customerpulse.rules.customer.Occurrence;
import io.customerpulse.rules.customer.Outages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The factors that follow from what we deliver: the service and its implementation. */
final class ServiceFactors {

    private ServiceFactors() {}

    static FactorRule downtime(RiskPolicy.Downtime policy, CustomerPolicy.Downtime measured) {
        return (customer, at) -> {
            if (customer.outages().isEmpty()) {
                return Judgement.absent();
            }
            DowntimeWindow window = DowntimeWindow.endingAt(at, customer, measured.window());
            int overLimit = window.total().compareTo(policy.moreThan());
            Optional<Instant> next = window.nextTurn(policy.moreThan());
            return overLimit > 0 || overLimit == 0 && window.slope() > 0
                    ? Judgement.present(policy.points(), incidents(window), next)
                    : Judgement.absent(next);
        };
    }

    private static List<String> incidents(DowntimeWindow window) {
        return RecentCause.newest(
                window.incidents().stream().map(Outages.Incident::reference).toList());
    }

    static FactorRule implementationDelayed(RiskPolicy.ImplementationDelayed policy) {
        return (customer, at) -> {
            Implementation implementation = customer.implementation();
            if (implementation.liveBy(at)) {
                return Judgement.absent();
            }
            Optional<Instant> tooLate =
                    implementation.firstTarget().map(t -> t.value().plus(policy.after()));
            boolean late = tooLate.filter(turn -> !turn.isAfter(at)).isPresent();
            boolean pushed = implementation.pushes().size() >= policy.pushes();
            Optional<Instant> next =
                    Stream.of(tooLate, implementation.goLive())
                            .flatMap(Optional::stream)
                            .filter(turn -> turn.isAfter(at))
                            .min(Instant::compareTo);
            return late || pushed
                    ? Judgement.present(policy.points(), targets(implementation), next)
                    : Judgement.absent(next);
        };
    }

    private static List<String> targets(Implementation implementation) {
        List<Occurrence> targets = new ArrayList<>(implementation.pushes());
        implementation.firstTarget().ifPresent(first -> targets.add(first.by()));
        targets.sort(Comparator.comparing(Occurrence::time));
        return RecentCause.newest(targets.stream().map(Occurrence::reference).toList());
    }

    static FactorRule marketDownturn(RiskPolicy.Present policy) {
        return (customer, at) ->
                customer.industry()
                        .flatMap(customer.downturns()::named)
                        .map(d -> Judgement.present(policy.points(), d, Optional.empty()))
                        .orElseGet(Judgement::absent);
    }
}
