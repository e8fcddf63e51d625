package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaSignal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Moves the clocks of one customer through time as a stream would. After each instant everything
 * kept is written and read again. A missed deadline becomes a breach here by the definition of the
 * pattern: the clock ran, and did not settle since.
 */
final class ClockRun {

    private final String customer;
    private CustomerClocks clocks;
    private SlaAccount account = new SlaAccount();
    private final MemoryStore tickets = new MemoryStore();
    private final List<SlaSignal> signals = new ArrayList<>();
    private final List<OutputEvent> published = new ArrayList<>();
    private final Set<ClockId> running = new HashSet<>();
    private int withoutOpening;

    ClockRun(String customer, SlaPolicies policies) {
        this.customer = customer;
        this.clocks = new CustomerClocks(policies);
    }

    /** The job goes on with other policies. */
    void restart(SlaPolicies policies) {
        clocks = new CustomerClocks(policies);
    }

    void advance(TreeMap<Instant, List<Delivery>> waiting, Instant until) {
        while (true) {
            Optional<Instant> turn = account.nextTurn();
            Optional<Instant> next =
                    waiting.isEmpty()
                            ? turn
                            : turn.filter(at -> at.isBefore(waiting.firstKey()))
                                    .or(() -> Optional.of(waiting.firstKey()));
            if (next.filter(at -> !at.isAfter(until)).isEmpty()) {
                return;
            }
            Instant at = next.get();
            List<Delivery> due = Optional.ofNullable(waiting.remove(at)).orElse(List.of());
            take(clocks.advance(account, tickets, customer, at, due));
            account = copy(account::write, SlaAccount::read);
            if (account.nextTurn().filter(later -> !later.isAfter(at)).isPresent()) {
                throw new IllegalStateException("the account does not get beyond " + at);
            }
        }
    }

    private void take(CustomerClocks.Step step) {
        signals.addAll(step.signals());
        withoutOpening += step.withoutOpening();
        for (SlaSignal signal : step.signals()) {
            if (signal instanceof SlaSignal.ClockRuns runs && !running.add(runs.clock())) {
                throw new IllegalStateException("runs twice: " + runs);
            } else if (signal instanceof SlaSignal.ClockSettled settled
                    && !running.remove(settled.clock())) {
                throw new IllegalStateException("settles without running: " + settled);
            } else if (signal instanceof SlaSignal.DeadlinePassed passed) {
                if (!running.remove(passed.clock())) {
                    throw new IllegalStateException("missed without running: " + passed);
                }
                published.add(OutputEvent.of(customer, passed.time(), passed.breach()));
            } else if (signal instanceof SlaSignal.Verdict verdict
                    && verdict.result() instanceof SlaResult.Breached) {
                throw new IllegalStateException("decided without the pattern: " + verdict);
            } else if (signal instanceof SlaSignal.Erased) {
                running.clear();
            }
        }
        published.addAll(step.results());
    }

    List<OutputEvent> published() {
        return List.copyOf(published);
    }

    List<SlaSignal> signals() {
        return List.copyOf(signals);
    }

    int withoutOpening() {
        return withoutOpening;
    }

    SlaAccount account() {
        return account;
    }

    int ticketsKept() {
        return tickets.bytes.size();
    }

    /** The verdicts that stand, by clock; clocks without one are left out. */
    Map<String, List<String>> standing() {
        Map<String, List<String>> standing = new TreeMap<>();
        for (TicketRecord ticket : tickets.all()) {
            ticket.clocks()
                    .forEach(
                            (key, memory) -> {
                                if (!memory.verdicts().isEmpty()) {
                                    standing.put(
                                            ticket.ticketId() + " " + key,
                                            memory.verdicts().stream()
                                                    .map(v -> v.kind() + " " + v.at())
                                                    .sorted()
                                                    .toList());
                                }
                            });
        }
        return standing;
    }

    /** The bytes of the account and of all tickets. */
    int bytesKept() {
        return bytes(account::write).length
                + tickets.bytes.values().stream().mapToInt(bytes -> bytes.length).sum();
    }

    /** Keeps tickets as bytes. */
    private static final class MemoryStore implements TicketStore {

        private final TreeMap<String, byte[]> bytes = new TreeMap<>();

        @Override
        public Optional<TicketRecord> get(String ticketId) {
            return Optional.ofNullable(bytes.get(ticketId))
                    .map(kept -> read(kept, TicketRecord::read));
        }

        @Override
        public void put(TicketRecord ticket) {
            bytes.put(ticket.ticketId(), ClockRun.bytes(ticket::write));
        }

        @Override
        public void remove(String ticketId) {
            bytes.remove(ticketId);
        }

        @Override
        public Iterable<TicketRecord> all() {
            return bytes.values().stream().map(kept -> read(kept, TicketRecord::read)).toList();
        }

        @Override
        public void clear() {
            bytes.clear();
        }
    }

    private interface Writing {
        void to(DataOutput out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    private static <T> T copy(Writing writing, Reading<T> reading) {
        return read(bytes(writing), reading);
    }

    private static byte[] bytes(Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writing.to(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            T value = reading.from(new DataInputStream(in));
            if (in.available() > 0) {
                throw new IllegalStateException(in.available() + " bytes were not read");
            }
            return value;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
