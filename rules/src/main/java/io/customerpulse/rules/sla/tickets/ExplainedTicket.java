package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.sla.clock.TicketCourse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A ticket and its clocks at an instant, with the reasons, without a stream: the same rules over a
 * list of events.
 *
 * @param openedAt when it was opened
 * @param tier the customer's tier at that instant
 * @param severity the severity that counts at that instant
 * @param original the ticket's own severity, where a blocked go-live raised it
 * @param ended whether its clocks ended in silence because the contract ended
 * @param clocks those that have started
 */
public record ExplainedTicket(
        Instant openedAt,
        Tier tier,
        Severity severity,
        Optional<Severity> original,
        boolean ended,
        List<ExplainedClock> clocks) {

    public ExplainedTicket {
        clocks = List.copyOf(clocks);
    }

    /**
     * Explains a ticket.
     *
     * @param deliveries everything that reached the customer up to the instant, in any order
     * @return empty if the ticket was not opened by then
     */
    public static Optional<ExplainedTicket> at(
            Instant at,
            String customer,
            String ticketId,
            List<Delivery> deliveries,
            Policies policies) {
        SlaPolicies promised =
                new SlaPolicies(
                        policies.version(),
                        policies.sla(),
                        policies.customer(),
                        Map.of(),
                        Optional.empty());
        SlaAccount account = new SlaAccount();
        Tickets tickets = new Tickets();
        advance(new CustomerClocks(promised), account, tickets, customer, deliveries, at);
        return tickets.get(ticketId)
                .flatMap(record -> explain(record, account, promised, customer, at));
    }

    private static void advance(
            CustomerClocks clocks,
            SlaAccount account,
            Tickets tickets,
            String customer,
            List<Delivery> deliveries,
            Instant until) {
        TreeMap<Instant, List<Delivery>> waiting = new TreeMap<>();
        for (Delivery delivery : deliveries) {
            waiting.computeIfAbsent(delivery.at(), instant -> new ArrayList<>()).add(delivery);
        }
        Optional<Instant> next = next(account, waiting);
        while (next.filter(instant -> !instant.isAfter(until)).isPresent()) {
            List<Delivery> due = Optional.ofNullable(waiting.remove(next.get())).orElse(List.of());
            clocks.advance(account, tickets, customer, next.get(), due);
            next = next(account, waiting);
        }
    }

    private static Optional<Instant> next(
            SlaAccount account, TreeMap<Instant, List<Delivery>> waiting) {
        if (waiting.isEmpty()) {
            return account.nextTurn();
        }
        Instant first = waiting.firstKey();
        return account.nextTurn().filter(first::isAfter).or(() -> Optional.of(first));
    }

    private static Optional<ExplainedTicket> explain(
            TicketRecord record,
            SlaAccount account,
            SlaPolicies policies,
            String customer,
            Instant at) {
        return TicketCourse.of(record.events())
                .map(
                        course -> {
                            Standing standing = Standing.holding(Standing.of(course, account), at);
                            TicketClocks clocks =
                                    new TicketClocks(
                                            policies,
                                            customer,
                                            account,
                                            record,
                                            course,
                                            at,
                                            at,
                                            new Telling());
                            return new ExplainedTicket(
                                    course.openedAt(),
                                    standing.tier(),
                                    standing.severity(),
                                    standing.original(),
                                    record.ended(),
                                    record.ended() ? List.of() : clocks.explain());
                        });
    }

    /** Tickets are remembered however long they have been closed. */
    private static final class Tickets implements TicketStore {

        private final Map<String, TicketRecord> tickets = new TreeMap<>();

        @Override
        public Optional<TicketRecord> get(String ticketId) {
            return Optional.ofNullable(tickets.get(ticketId));
        }

        @Override
        public void put(TicketRecord ticket) {
            tickets.put(ticket.ticketId(), ticket);
        }

        @Override
        public void remove(String ticketId) {
            // Asked about later all the same.
        }

        @Override
        public Iterable<TicketRecord> all() {
            return List.copyOf(tickets.values());
        }

        @Override
        public void clear() {
            tickets.clear();
        }
    }
}
