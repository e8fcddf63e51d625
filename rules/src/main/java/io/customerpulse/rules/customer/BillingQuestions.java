package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Billing tickets from a customer's finance people, or from people whose role is not known ({@code
 * docs/rules.md}, people, surveys, tickets).
 */
public final class BillingQuestions {

    /** How long a solved ticket may still be reopened, unless it counts for longer. */
    private static final Duration KEPT = Duration.ofDays(100);

    private static final String FINANCE = "FINANCE";

    /**
     * One ticket.
     *
     * @param opened the event that opened it
     * @param roleKnown whether it is known to come from finance
     * @param solved when it was last solved; empty while unsolved
     */
    public record Ticket(Occurrence opened, boolean roleKnown, Optional<Instant> solved) {

        /** Whether it counts: unsolved, or solved so short a time ago. */
        public boolean counts(Instant at, Duration lingers) {
            return solved.filter(time -> !time.plus(lingers).isAfter(at)).isEmpty();
        }
    }

    private final Map<String, Ticket> tickets = new TreeMap<>();

    /** The tickets, oldest first. */
    public List<Ticket> tickets() {
        return tickets.values().stream()
                .sorted(
                        Comparator.comparing((Ticket t) -> t.opened().time())
                                .thenComparing(t -> t.opened().reference()))
                .toList();
    }

    void apply(TicketFact fact, Occurrence event) {
        if (fact instanceof TicketFact.Opened opened) {
            boolean asks =
                    opened.group().filter(TicketGroup.BILLING::equals).isPresent()
                            && opened.requesterRole().map(FINANCE::equals).orElse(true);
            if (asks) {
                tickets.putIfAbsent(
                        opened.ticketId(),
                        new Ticket(event, opened.requesterRole().isPresent(), Optional.empty()));
            }
        } else if (fact instanceof TicketFact.Solved solved) {
            solve(solved.ticketId(), event.time());
        } else if (fact instanceof TicketFact.Closed closed) {
            solve(closed.ticketId(), event.time());
        } else if (fact instanceof TicketFact.Reopened reopened) {
            tickets.computeIfPresent(
                    reopened.ticketId(),
                    (id, t) -> new Ticket(t.opened(), t.roleKnown(), Optional.empty()));
        }
    }

    private void solve(String ticketId, Instant at) {
        tickets.computeIfPresent(
                ticketId,
                (id, t) ->
                        t.solved().isPresent()
                                ? t
                                : new Ticket(t.opened(), t.roleKnown(), Optional.of(at)));
    }

    /** Forgets tickets solved so long ago that they do not count and nobody reopens them. */
    public void expire(Instant at, Duration lingers) {
        Duration kept = lingers.compareTo(KEPT) > 0 ? lingers : KEPT;
        tickets.values()
                .removeIf(t -> t.solved().filter(s -> !s.plus(kept).isAfter(at)).isPresent());
    }

    void write(CompactOutput out) throws IOException {
        out.writeCount(tickets.size());
        for (Map.Entry<String, Ticket> entry : tickets.entrySet()) {
            out.writeText(entry.getKey());
            entry.getValue().opened().write(out);
            out.writeBoolean(entry.getValue().roleKnown());
            out.writeOptional(entry.getValue().solved(), CompactOutput::writeInstant);
        }
    }

    static BillingQuestions read(CompactInput in) throws IOException {
        BillingQuestions questions = new BillingQuestions();
        for (int i = in.readSize(); i > 0; i--) {
            questions.tickets.put(
                    in.readText(),
                    new Ticket(
                            Occurrence.read(in),
                            in.readBoolean(),
                            in.readOptional(CompactInput::readInstant)));
        }
        return questions;
    }
}
