package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.sla.clock.TicketCourse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
        Past past = new Past(customer, promised);
        past.advance(deliveries, at);
        return past.explained(ticketId, at);
    }

    /** What the stream would have done by an instant. */
    private static final class Past implements TicketStore {

        private final String customer;
        private final SlaPolicies policies;
        private final CustomerClocks clocks;
        private final SlaAccount account = new SlaAccount();
        private final Map<String, TicketRecord> tickets = new TreeMap<>();
        private final Map<String, ExplainedTicket> forgotten = new HashMap<>();
        private Instant now = Instant.MIN;

        Past(String customer, SlaPolicies policies) {
            this.customer = customer;
            this.policies = policies;
            this.clocks = new CustomerClocks(policies);
        }

        void advance(List<Delivery> deliveries, Instant until) {
            TreeMap<Instant, List<Delivery>> waiting = new TreeMap<>();
            for (Delivery delivery : deliveries) {
                waiting.computeIfAbsent(delivery.at(), instant -> new ArrayList<>()).add(delivery);
            }
            Optional<Instant> next = next(waiting);
            while (next.filter(instant -> !instant.isAfter(until)).isPresent()) {
                now = next.get();
                List<Delivery> due = Optional.ofNullable(waiting.remove(now)).orElse(List.of());
                clocks.advance(account, this, customer, now, due);
                next = next(waiting);
            }
        }

        private Optional<Instant> next(TreeMap<Instant, List<Delivery>> waiting) {
            if (waiting.isEmpty()) {
                return account.nextTurn();
            }
            Instant first = waiting.firstKey();
            return account.nextTurn().filter(first::isAfter).or(() -> Optional.of(first));
        }

        Optional<ExplainedTicket> explained(String ticketId, Instant at) {
            return get(ticketId)
                    .flatMap(record -> explain(record, at))
                    .or(() -> Optional.ofNullable(forgotten.get(ticketId)));
        }

        private Optional<ExplainedTicket> explain(TicketRecord record, Instant at) {
            return TicketCourse.of(record.events()).map(course -> explain(record, course, at));
        }

        private ExplainedTicket explain(TicketRecord record, TicketCourse course, Instant at) {
            Standing standing = Standing.holding(Standing.of(course, account), at);
            TicketClocks played =
                    new TicketClocks(
                            policies, customer, account, record, course, at, at, new Telling());
            return new ExplainedTicket(
                    course.openedAt(),
                    standing.tier(),
                    standing.severity(),
                    standing.original(),
                    record.ended(),
                    record.ended() ? List.of() : played.explain());
        }

        @Override
        public Optional<TicketRecord> get(String ticketId) {
            return Optional.ofNullable(tickets.get(ticketId));
        }

        @Override
        public void put(TicketRecord ticket) {
            tickets.put(ticket.ticketId(), ticket);
        }

        /** What the stream forgets may be asked about later all the same. */
        @Override
        public void remove(String ticketId) {
            Optional.ofNullable(tickets.remove(ticketId))
                    .flatMap(record -> explain(record, now))
                    .ifPresent(explained -> forgotten.put(ticketId, explained));
        }

        @Override
        public Iterable<TicketRecord> all() {
            return List.copyOf(tickets.values());
        }

        @Override
        public void clear() {
            tickets.clear();
            forgotten.clear();
        }
    }
}
