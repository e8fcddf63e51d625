package io.customerpulse.rules.story;

import io.customerpulse.events.Emission;
import io.customerpulse.rules.customer.CustomerFacts;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.PublishedRisk;
import io.customerpulse.rules.risk.RiskScore;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.timeline.CustomerTimeline;
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
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One customer's record and score moved through event time the way a stream moves them: telemetry
 * of open days enters on arrival, everything else waits until event time reaches its instant, and
 * the turns that the states ask for come in between.
 */
public final class CustomerRun {

    private final String customer;
    private final CustomerTimeline timeline;
    private final RiskScore score;
    private final boolean storing;

    private CustomerRecord record = new CustomerRecord();
    private Optional<PublishedRisk> published = Optional.empty();
    private final TreeMap<Instant, List<Delivery>> waiting = new TreeMap<>();
    private final TreeMap<Instant, List<Signal>> signals = new TreeMap<>();
    private final List<Signal> sent = new ArrayList<>();
    private final List<Emission> emissions = new ArrayList<>();
    private final List<Emission> measurements = new ArrayList<>();
    private final List<CustomerTimeline.Applied> effects = new ArrayList<>();
    private final TreeSet<Instant> instants = new TreeSet<>();
    private Instant reached = Instant.MIN;

    private CustomerRun(String customer, Policies policies, boolean storing) {
        this.customer = customer;
        this.timeline = new CustomerTimeline(policies);
        this.score = new RiskScore(policies.risk(), policies.version());
        this.storing = storing;
    }

    public static CustomerRun of(String customer, Policies policies) {
        return new CustomerRun(customer, policies, false);
    }

    /** A run whose states are written and read back after every single step. */
    public static CustomerRun storedAfterEveryStep(String customer, Policies policies) {
        return new CustomerRun(customer, policies, true);
    }

    public void arrive(Delivery delivery) {
        if (!delivery.at().isAfter(reached)) {
            throw new IllegalArgumentException(delivery + " comes after " + reached);
        }
        boolean waitsForErasure =
                record.erasureAwaited().filter(delivery.at()::isAfter).isPresent();
        if (timeline.facts().fillsOpenDay(delivery) && !waitsForErasure) {
            boolean applied = timeline.facts().fillOpenDay(record, delivery);
            effects.add(
                    new CustomerTimeline.Applied(
                            delivery,
                            applied ? CustomerFacts.Effect.APPLIED : CustomerFacts.Effect.NONE));
            store();
        } else {
            waiting.computeIfAbsent(delivery.at(), at -> new ArrayList<>()).add(delivery);
            awaitNextErasure();
        }
    }

    private void awaitNextErasure() {
        record.erasureAwaited(
                waiting.values().stream()
                        .flatMap(List::stream)
                        .filter(CustomerTimeline::erases)
                        .map(Delivery::at)
                        .min(Instant::compareTo));
    }

    /** Event time has reached this instant: everything up to it happens. */
    public void advanceTo(Instant time) {
        advanceRecord(time);
        advanceScore(time);
        reached = time.isAfter(reached) ? time : reached;
    }

    private void advanceRecord(Instant time) {
        Optional<Instant> next = due(waiting, record.nextTurn(), time);
        while (next.isPresent()) {
            Instant at = next.get();
            List<Delivery> deliveries = Optional.ofNullable(waiting.remove(at)).orElse(List.of());
            CustomerTimeline.Step step = timeline.advance(record, customer, at, deliveries);
            awaitNextErasure();
            for (Signal signal : step.signals()) {
                sent.add(signal);
                signals.computeIfAbsent(signal.time(), t -> new ArrayList<>()).add(signal);
            }
            measurements.addAll(step.emissions());
            effects.addAll(step.effects());
            instants.add(at);
            requireProgress(at, record.nextTurn());
            store();
            next = due(waiting, record.nextTurn(), time);
        }
    }

    private void advanceScore(Instant time) {
        Optional<Instant> next = due(signals, published.flatMap(score::nextTurn), time);
        while (next.isPresent()) {
            Instant at = next.get();
            List<Signal> due = Optional.ofNullable(signals.remove(at)).orElse(List.of());
            RiskScore.Step step =
                    score.advance(published.orElseGet(PublishedRisk::new), customer, at, due);
            published = step.state();
            emissions.addAll(step.emissions());
            instants.add(at);
            requireProgress(at, published.flatMap(score::nextTurn));
            store();
            next = due(signals, published.flatMap(score::nextTurn), time);
        }
    }

    private static <T> Optional<Instant> due(
            TreeMap<Instant, T> waiting, Optional<Instant> turn, Instant time) {
        Optional<Instant> next =
                waiting.isEmpty()
                        ? turn
                        : turn.filter(t -> t.isBefore(waiting.firstKey()))
                                .or(() -> Optional.of(waiting.firstKey()));
        return next.filter(n -> !n.isAfter(time));
    }

    private static void requireProgress(Instant at, Optional<Instant> turn) {
        if (turn.filter(next -> !next.isAfter(at)).isPresent()) {
            throw new IllegalStateException("the turn after " + at + " is at " + turn.get());
        }
    }

    private void store() {
        if (storing) {
            record = stored(record);
            published = published.map(p -> copy(p::write, PublishedRisk::read));
        }
    }

    /** The record after it was written and read. */
    public static CustomerRecord stored(CustomerRecord record) {
        return copy(record::write, CustomerRecord::read);
    }

    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    private static <T> T copy(Writing writing, Reading<T> reading) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writing.to(new DataOutputStream(bytes));
            ByteArrayInputStream left = new ByteArrayInputStream(bytes.toByteArray());
            T copy = reading.from(new DataInputStream(left));
            if (left.available() > 0) {
                throw new IllegalStateException(left.available() + " bytes were not read");
            }
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public CustomerRecord record() {
        return record;
    }

    /** What the record told the score. */
    public List<Signal> signals() {
        return List.copyOf(sent);
    }

    /** What the score published. */
    public List<Emission> emissions() {
        return List.copyOf(emissions);
    }

    /** What the record published: metrics, health and its tombstones. */
    public List<Emission> measurements() {
        return List.copyOf(measurements);
    }

    /** What each delivery did, in the order in which they were applied. */
    public List<CustomerTimeline.Applied> effects() {
        return List.copyOf(effects);
    }

    /** The instants at which anything was looked at. */
    public List<Instant> instants() {
        return List.copyOf(instants);
    }
}
