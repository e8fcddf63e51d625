package io.customerpulse.rules.risk;

import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.customer.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The factors that follow from the customer's people. */
final class PeopleFactors {

    private PeopleFactors() {}

    static FactorRule stakeholderDeparted(RiskPolicy.StakeholderDeparted policy) {
        return (customer, at) -> {
            int points = 0;
            List<Occurrence> counting = new ArrayList<>();
            for (Map.Entry<StakeholderRole, Integer> role : policy.points().entrySet()) {
                Optional<Occurrence> departure =
                        customer.organization()
                                .departures()
                                .from(role.getKey())
                                .filter(d -> d.time().plus(policy.lasts()).isAfter(at));
                if (departure.isPresent()) {
                    counting.add(departure.get());
                    points = Math.max(points, role.getValue());
                }
            }
            counting.sort(
                    Comparator.comparing(Occurrence::time).thenComparing(Occurrence::reference));
            Optional<Instant> next =
                    counting.stream().findFirst().map(d -> d.time().plus(policy.lasts()));
            return counting.isEmpty()
                    ? Judgement.absent(next)
                    : Judgement.present(
                            points, counting.stream().map(Occurrence::reference).toList(), next);
        };
    }
}
