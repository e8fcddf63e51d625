package io.customerpulse.rules.customer;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.ServiceFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Brings shared events to each customer concerned, and tells customers who arrive later of causes
 * that are still open ({@code docs/rules.md}, incidents). The customers are divided into shards by
 * a hash of their id; every shard sees every shared event and serves its own customers.
 */
public final class Directory {

    /** How many shards there are. It is part of the state: changing it loses who is known. */
    public static final int SHARDS = 32;

    /** The customers of a shard, wherever they are kept. */
    public interface KnownCustomers {

        /** Adds a customer; false when it was known. */
        boolean add(String customer);

        /** Every customer known. */
        Iterable<String> all();
    }

    private final CustomerPolicy policy;
    private final int shard;
    private final SharedCauses causes;
    private final KnownCustomers known;
    private final Consumer<Delivery> deliveries;

    /**
     * A view on one shard.
     *
     * @param causes the shard's state, changed by {@link #apply}
     * @param deliveries takes the copies for customers
     */
    public Directory(
            CustomerPolicy policy,
            int shard,
            SharedCauses causes,
            KnownCustomers known,
            Consumer<Delivery> deliveries) {
        this.policy = policy;
        this.shard = shard;
        this.causes = causes;
        this.known = known;
        this.deliveries = deliveries;
    }

    /** The shard that serves a customer. */
    public static int shardOf(String customer) {
        return Math.floorMod(Hashing.komihash5_0().hashCharsToInt(customer), SHARDS);
    }

    /**
     * Applies an entry at its instant; the caller keeps the order of {@link DirectoryEntry#ORDER}.
     *
     * @return whether it changed anything
     */
    public boolean apply(DirectoryEntry entry) {
        causes.expire(entry.at());
        causes.seen().expire(entry.at(), policy.duplicateMemory());
        if (entry instanceof DirectoryEntry.Arrival arrival) {
            return arrive(arrival.customer(), arrival.at());
        }
        DirectoryEntry.Shared shared = (DirectoryEntry.Shared) entry;
        if (!causes.seen().add(shared.event(), shared.at())) {
            return false;
        }
        shared.event().subject().ifPresent(customer -> arrive(customer, shared.at()));
        boolean concerned = share(shared.event(), shared.at());
        if (!concerned) {
            tellSubjectOnly(shared.event(), shared.at());
        }
        return concerned;
    }

    /** Whether an incident or maintenance names no one. */
    static boolean concernsEveryone(InputEvent event) {
        return named(event).isEmpty();
    }

    private boolean arrive(String customer, Instant at) {
        if (shardOf(customer) != shard || !known.add(customer)) {
            return false;
        }
        causes.concerningEveryone(at).forEach(cause -> deliver(customer, at, cause, true));
        return true;
    }

    private boolean share(InputEvent event, Instant at) {
        if (event.fact() instanceof ServiceFact.IncidentOpened opened) {
            if (causes.openIncident(opened.incidentId()).isPresent()) {
                return false;
            }
            reach(event, event, at);
            causes.open(opened.incidentId(), event);
            return true;
        }
        if (event.fact() instanceof ServiceFact.IncidentResolved resolved) {
            Optional<InputEvent> opened = causes.openIncident(resolved.incidentId());
            opened.ifPresent(incident -> reach(event, incident, at));
            causes.resolve(resolved.incidentId());
            return opened.isPresent();
        }
        if (event.fact() instanceof ServiceFact.MaintenanceScheduled) {
            reach(event, event, at);
            if (concernsEveryone(event)) {
                causes.schedule(event);
            }
            return true;
        }
        if (event.fact() instanceof ServiceFact.ForceMajeureDeclared declared) {
            reach(event, event, at);
            if (concernsEveryone(event)) {
                causes.declareForceMajeure(declared.cause(), event);
            }
            return true;
        }
        if (event.fact() instanceof ServiceFact.ForceMajeureEnded ended) {
            reach(event, event, at);
            if (concernsEveryone(event)) {
                causes.endForceMajeure(ended.cause());
            }
            return true;
        }
        return event.fact() instanceof MarketFact market && shareDownturn(market, event, at);
    }

    /** Every customer learns of every downturn, so that one who changes industry knows of it. */
    private boolean shareDownturn(MarketFact fact, InputEvent event, Instant at) {
        reach(event, event, at);
        if (fact instanceof MarketFact.DownturnStarted started && concernsEveryone(event)) {
            causes.beginDownturn(started.industry(), event);
        } else if (fact instanceof MarketFact.DownturnEnded ended) {
            causes.endDownturn(ended.industry());
        }
        return true;
    }

    /** Delivers an event to everyone whom the scope names, or to all. */
    private void reach(InputEvent event, InputEvent scope, Instant at) {
        Optional<List<String>> names = named(scope);
        if (names.isEmpty()) {
            known.all().forEach(customer -> deliver(customer, at, event, true));
            return;
        }
        TreeSet<String> reached = new TreeSet<>(names.get());
        for (String customer : reached) {
            if (shardOf(customer) == shard) {
                arrive(customer, at);
                deliver(customer, at, event, true);
            }
        }
        event.subject()
                .filter(customer -> !reached.contains(customer) && shardOf(customer) == shard)
                .ifPresent(customer -> deliver(customer, at, event, false));
    }

    /** An event about nothing new still shows that its subject exists. */
    private void tellSubjectOnly(InputEvent event, Instant at) {
        event.subject()
                .filter(customer -> shardOf(customer) == shard)
                .ifPresent(customer -> deliver(customer, at, event, false));
    }

    /** The customers an event names: its list wins over its subject. */
    private static Optional<List<String>> named(InputEvent event) {
        Optional<List<String>> customers =
                event.fact() instanceof ServiceFact.IncidentOpened opened
                        ? opened.customers()
                        : Optional.empty();
        return customers.isPresent() ? customers : event.subject().map(List::of);
    }

    private void deliver(String customer, Instant at, InputEvent event, boolean concerned) {
        deliveries.accept(new Delivery(customer, at, event, concerned, Optional.empty()));
    }
}
