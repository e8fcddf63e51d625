package io.customerpulse.functions.serialization;

import static io.customerpulse.functions.ShippedPolicies.POLICIES;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.sla.tickets.CustomerClocks;
import io.customerpulse.rules.sla.tickets.SlaAccount;
import io.customerpulse.rules.sla.tickets.SlaPolicies;
import io.customerpulse.rules.sla.tickets.TicketRecord;
import io.customerpulse.rules.sla.tickets.TicketStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The clocks of one customer, without a stream. */
final class KeptClocks implements TicketStore {

    private static final String CUSTOMER = "acme";

    private final CustomerClocks clocks =
            new CustomerClocks(
                    new SlaPolicies(
                            "1", POLICIES.sla(), POLICIES.customer(), Map.of(), Optional.empty()));
    private final SlaAccount account;
    private final TreeMap<String, TicketRecord> tickets = new TreeMap<>();

    private KeptClocks(SlaAccount account) {
        this.account = account;
    }

    static KeptClocks of(SlaAccount account, TicketRecord ticket) {
        KeptClocks clocks = new KeptClocks(account);
        clocks.put(ticket);
        return clocks;
    }

    static KeptClocks after(List<InputEvent> events) {
        KeptClocks clocks = new KeptClocks(new SlaAccount());
        clocks.then(events);
        return clocks;
    }

    /** What is told when these events happen, and nothing after them. */
    List<String> then(List<InputEvent> events) {
        List<String> told = new ArrayList<>();
        TreeMap<Instant, List<Delivery>> waiting = new TreeMap<>();
        for (InputEvent event : events) {
            waiting.computeIfAbsent(event.time(), at -> new ArrayList<>())
                    .add(Delivery.onTime(CUSTOMER, event));
        }
        while (!waiting.isEmpty()) {
            Instant next = waiting.firstKey();
            Instant at = account.nextTurn().filter(next::isAfter).orElse(next);
            List<Delivery> due = Optional.ofNullable(waiting.remove(at)).orElse(List.of());
            clocks.advance(account, this, CUSTOMER, at, due).results().stream()
                    .map(KeptClocks::line)
                    .forEach(told::add);
        }
        return told;
    }

    private static String line(OutputEvent event) {
        List<String> fields = ((SlaResult) event.result()).distinguisher();
        return event.result().type().typeName() + " " + fields.get(1) + " " + fields.get(2);
    }

    SlaAccount account() {
        return account;
    }

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
        tickets.remove(ticketId);
    }

    @Override
    public Iterable<TicketRecord> all() {
        return tickets.values();
    }

    @Override
    public void clear() {
        tickets.clear();
    }
}
