package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.clock.TicketCourse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What decides about the targets of a ticket, from an instant on.
 *
 * @param from inclusive
 * @param tier the customer's tier
 * @param severity the severity that counts
 * @param original the ticket's own severity, where a blocked go-live raised it
 */
record Standing(Instant from, Tier tier, Severity severity, Optional<Severity> original) {

    /** How the ticket stood from its opening on, in order. */
    static List<Standing> of(TicketCourse ticket, SlaAccount account) {
        Optional<Instant> live = liveFrom(ticket, account);
        TreeSet<Instant> changes = new TreeSet<>();
        ticket.severities().forEach(change -> changes.add(change.from()));
        account.tiers().entries().forEach(entry -> changes.add(entry.time()));
        live.ifPresent(changes::add);
        List<Standing> standings = new ArrayList<>();
        for (Instant at : changes.tailSet(ticket.openedAt(), true)) {
            Standing next = at(at, ticket, account, live);
            if (standings.isEmpty() || !next.sameAs(standings.get(standings.size() - 1))) {
                standings.add(next);
            }
        }
        return standings;
    }

    private static Standing at(
            Instant at, TicketCourse ticket, SlaAccount account, Optional<Instant> live) {
        Severity own = own(ticket, at);
        boolean raised =
                ticket.opened().blocksGoLive()
                        && own != Severity.P0
                        && live.filter(instant -> !instant.isAfter(at)).isEmpty();
        return new Standing(
                at,
                account.tierAt(at),
                raised ? Severity.P0 : own,
                raised ? Optional.of(own) : Optional.empty());
    }

    private static Severity own(TicketCourse ticket, Instant at) {
        Severity own = ticket.opened().severity();
        for (TicketCourse.SeverityChange change : ticket.severities()) {
            if (!change.from().isAfter(at)) {
                own = change.severity();
            }
        }
        return own;
    }

    /** When the customer went live after a ticket was opened that blocked it. */
    private static Optional<Instant> liveFrom(TicketCourse ticket, SlaAccount account) {
        if (!ticket.opened().blocksGoLive()) {
            return Optional.empty();
        }
        Dated<?> opening =
                new Dated<>(
                        ticket.openedAt(), ticket.opening().source(), ticket.opening().id(), "");
        return account.goLives().entries().stream()
                .filter(live -> Dated.ORDER.compare(live, opening) > 0)
                .map(Dated::time)
                .findFirst();
    }

    /** The one of some standings that holds at an instant. */
    static Standing holding(List<Standing> standings, Instant at) {
        Standing holding = standings.get(0);
        for (Standing standing : standings) {
            if (!standing.from().isAfter(at)) {
                holding = standing;
            }
        }
        return holding;
    }

    private boolean sameAs(Standing other) {
        return tier == other.tier && severity == other.severity && original.equals(other.original);
    }
}
