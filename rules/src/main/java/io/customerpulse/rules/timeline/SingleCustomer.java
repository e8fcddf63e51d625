package io.customerpulse.rules.timeline;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.Directory;
import io.customerpulse.rules.customer.DirectoryEntry;
import io.customerpulse.rules.customer.SharedCauses;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The history of one customer without a stream: the same rules over a list of its events. For
 * explaining, where starting a job would be too slow.
 */
public final class SingleCustomer {

    private final Policies policies;
    private final String customer;
    private final CustomerTimeline timeline;

    /** With all risk factors decided by the record alone. */
    public SingleCustomer(Policies policies, String customer) {
        this(policies, customer, new CustomerTimeline(policies));
    }

    private SingleCustomer(Policies policies, String customer, CustomerTimeline timeline) {
        this.policies = policies;
        this.customer = customer;
        this.timeline = timeline;
    }

    /** With what flags begin and end with, which patterns are to follow. */
    public static SingleCustomer withFlags(Policies policies, String customer) {
        return new SingleCustomer(policies, customer, CustomerTimeline.withFlags(policies));
    }

    /** Whether an event can matter to the customer: its own, and every shared one. */
    public boolean mayConcern(InputEvent event) {
        return event.fact().type().kind() == FactType.Kind.SHARED
                || event.fact().type().kind() != FactType.Kind.CONTROL
                        && event.subject().filter(customer::equals).isPresent();
    }

    /**
     * Everything that became true of the customer.
     *
     * @param events those that {@link #mayConcern} it, in any order
     * @param until the last instant looked at
     */
    public List<Signal> history(List<InputEvent> events, Instant until) {
        TreeMap<Instant, List<Delivery>> waiting = new TreeMap<>();
        List<Delivery> onArrival = new ArrayList<>();
        for (Delivery delivery : deliveries(events, until)) {
            if (timeline.facts().fillsOpenDay(delivery)) {
                onArrival.add(delivery);
            } else {
                waiting.computeIfAbsent(delivery.at(), at -> new ArrayList<>()).add(delivery);
            }
        }
        onArrival.sort(Delivery.ORDER);
        return advance(waiting, new ArrayDeque<>(onArrival), until);
    }

    private List<Signal> advance(
            TreeMap<Instant, List<Delivery>> waiting, Deque<Delivery> onArrival, Instant until) {
        CustomerRecord record = new CustomerRecord();
        List<Signal> signals = new ArrayList<>();
        while (true) {
            Optional<Instant> next = earlier(record.nextTurn(), waiting);
            Optional<Delivery> usage = Optional.ofNullable(onArrival.peek());
            if (usage.isPresent() && next.filter(usage.get().at()::isAfter).isEmpty()) {
                timeline.facts().fillOpenDay(record, onArrival.remove());
            } else if (next.filter(at -> !at.isAfter(until)).isPresent()) {
                List<Delivery> due =
                        Optional.ofNullable(waiting.remove(next.get())).orElse(List.of());
                signals.addAll(timeline.advance(record, customer, next.get(), due).signals());
            } else {
                return signals;
            }
        }
    }

    private static Optional<Instant> earlier(
            Optional<Instant> turn, TreeMap<Instant, List<Delivery>> waiting) {
        if (waiting.isEmpty()) {
            return turn;
        }
        Instant first = waiting.firstKey();
        return turn.filter(at -> at.isBefore(first)).or(() -> Optional.of(first));
    }

    /**
     * What reaches the customer, shared events by way of its shard of the directory.
     *
     * @param events those that {@link #mayConcern} it, in any order
     * @param until the last instant looked at
     */
    public List<Delivery> deliveries(List<InputEvent> events, Instant until) {
        List<Delivery> deliveries = new ArrayList<>();
        List<DirectoryEntry> entries = new ArrayList<>();
        int shard = Directory.shardOf(customer);
        for (InputEvent event : events) {
            if (event.time().isAfter(until)) {
                continue;
            }
            if (event.fact().type().kind() == FactType.Kind.SHARED) {
                entries.add(
                        new DirectoryEntry.Shared(shard, event, event.time(), Optional.empty()));
            } else {
                deliveries.add(Delivery.onTime(customer, event));
                entries.add(new DirectoryEntry.Arrival(customer, event.time()));
            }
        }
        Directory directory = directory(shard, deliveries);
        entries.stream().sorted(DirectoryEntry.ORDER).forEach(directory::apply);
        return deliveries;
    }

    private Directory directory(int shard, List<Delivery> deliveries) {
        CustomerPolicy policy = policies.customer();
        Set<String> known = new TreeSet<>();
        Directory.KnownCustomers customers =
                new Directory.KnownCustomers() {
                    @Override
                    public boolean add(String added) {
                        return known.add(added);
                    }

                    @Override
                    public Iterable<String> all() {
                        return List.copyOf(known);
                    }
                };
        return new Directory(
                policy,
                shard,
                new SharedCauses(),
                customers,
                delivery -> {
                    if (delivery.customer().equals(customer)) {
                        deliveries.add(delivery);
                    }
                });
    }
}
