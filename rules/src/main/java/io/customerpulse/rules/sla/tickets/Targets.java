package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.TargetSource;
import io.customerpulse.rules.sla.Allowance;
import io.customerpulse.rules.sla.Promise;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.OutOfReachException;
import io.customerpulse.rules.sla.clock.Aim;
import io.customerpulse.rules.sla.clock.AimChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which target governs a clock by one version of the policy ({@code docs/sla.md}, The targets). */
final class Targets {

    private final SlaPolicy policy;
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();

    Targets(SlaPolicy policy) {
        this.policy = policy;
        policy.calendars()
                .forEach((name, calendar) -> calendars.put(name, new BusinessCalendar(calendar)));
    }

    SlaPolicy policy() {
        return policy;
    }

    /** Whether anything at all is promised for a target. */
    boolean promises(ClockKind kind, SlaTarget target) {
        return kind == ClockKind.CONTRACT
                ? policy.contract().values().stream()
                        .anyMatch(table -> table.promises().containsKey(target))
                : policy.severityMatrix().promises().containsKey(target)
                        || policy.groups().values().stream()
                                .anyMatch(table -> table.promises().containsKey(target));
    }

    /**
     * What a clock is to keep to as its ticket's standing changes.
     *
     * @param opened when the ticket was opened
     * @param start when the clock starts to count
     * @param standings of the ticket, in order
     */
    List<AimChange> aims(
            ClockKind kind,
            SlaTarget target,
            TicketFact.Opened ticket,
            Instant opened,
            Instant start,
            List<Standing> standings) {
        List<AimChange> aims = new ArrayList<>();
        for (Standing standing : standings) {
            Optional<Aim> aim = aim(kind, target, ticket, opened, start, standing);
            int last = aims.size() - 1;
            if (!standing.from().isAfter(start)) {
                aims.clear();
                aims.add(new AimChange(start, aim));
            } else if (last < 0 || !aims.get(last).aim().equals(aim)) {
                aims.add(new AimChange(standing.from(), aim));
            }
        }
        return aims;
    }

    private Optional<Aim> aim(
            ClockKind kind,
            SlaTarget target,
            TicketFact.Opened ticket,
            Instant opened,
            Instant start,
            Standing standing) {
        List<Aim> candidates = new ArrayList<>();
        if (kind == ClockKind.CONTRACT) {
            policy.contract()
                    .get(standing.tier())
                    .promise(target, standing.severity())
                    .ifPresent(p -> add(candidates, p, TargetSource.TIER, opened, standing));
        } else {
            policy.severityMatrix()
                    .promise(target, standing.severity())
                    .ifPresent(p -> add(candidates, p, TargetSource.SEVERITY, opened, standing));
            ticket.group()
                    .map(policy.groups()::get)
                    .flatMap(table -> table.promise(target, standing.severity()))
                    .ifPresent(p -> add(candidates, p, TargetSource.GROUP, opened, standing));
        }
        return strictest(candidates, start);
    }

    private void add(
            List<Aim> candidates,
            Promise promise,
            TargetSource source,
            Instant opened,
            Standing standing) {
        for (Allowance allowance : allowances(promise, opened)) {
            candidates.add(
                    new Aim(
                            allowance.openTime(),
                            allowance.calendar(),
                            calendars.get(allowance.calendar()),
                            source,
                            policy.warnings().get(standing.tier())));
        }
    }

    private List<Allowance> allowances(Promise promise, Instant opened) {
        if (promise instanceof Promise.ByOpening byOpening) {
            return calendars.get(byOpening.calendar()).isOpen(opened)
                    ? byOpening.inside()
                    : byOpening.outside();
        }
        return ((Promise.Fixed) promise).allowances();
    }

    /** The one used up first, stops ignored; of equals the first. */
    private static Optional<Aim> strictest(List<Aim> candidates, Instant start) {
        Optional<Aim> strictest = Optional.empty();
        Instant earliest = Instant.MAX;
        for (Aim candidate : candidates) {
            Instant due = candidates.size() == 1 ? start : due(candidate, start);
            if (strictest.isEmpty() || due.isBefore(earliest)) {
                strictest = Optional.of(candidate);
                earliest = due;
            }
        }
        return strictest;
    }

    private static Instant due(Aim aim, Instant start) {
        try {
            return aim.calendar().add(start, aim.target());
        } catch (OutOfReachException never) {
            return Instant.MAX;
        }
    }
}
