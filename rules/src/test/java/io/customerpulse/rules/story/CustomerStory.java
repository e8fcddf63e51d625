package io.customerpulse.rules.story;

import io.customerpulse.events.Emission;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.rules.customer.CustomerFacts;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The story of one customer, told in time order: what happened when, and what is then true. Events
 * have the source {@code /story} and the ids {@code e001}, {@code e002} … in the order of telling.
 */
public final class CustomerStory {

    private static final String SOURCE = "/story";

    private final String customer;
    private final CustomerRun run;
    private int events;
    private Instant told = Instant.MIN;

    private CustomerStory(String customer, Policies policies) {
        this.customer = customer;
        this.run = CustomerRun.of(customer, policies);
    }

    /** A customer under the shipped policies. */
    public static CustomerStory story(String customer) {
        return story(customer, ShippedPolicies.read());
    }

    public static CustomerStory story(String customer, Policies policies) {
        return new CustomerStory(customer, policies);
    }

    /** The instant before, to the resolution of event time. */
    public static String justBefore(String instant) {
        return Instant.parse(instant).minusMillis(1).toString();
    }

    /** An instant some time after another, such as {@code P30D} or {@code PT6H}. */
    public static String after(String duration, String instant) {
        return Instant.parse(instant).plus(Duration.parse(duration)).toString();
    }

    /** Events of the customer's own happen at an instant. */
    public CustomerStory at(String instant, Fact... facts) {
        for (Fact fact : facts) {
            tell(own(instant, nextId(), fact), Instant.parse(instant), true);
        }
        return this;
    }

    /** An event of the customer's own with an id of our choice. */
    public CustomerStory withId(String id, String instant, Fact fact) {
        return tell(own(instant, id, fact), Instant.parse(instant), true);
    }

    /** A copy of a shared event, which names nobody, reaches the customer. */
    public CustomerStory shared(String instant, Fact fact) {
        return tell(everyones(instant, fact), Instant.parse(instant), true);
    }

    /** A cause that began for everyone at one instant is told of at another. */
    public CustomerStory toldAt(String toldAt, String instant, Fact fact) {
        return tell(everyones(instant, fact), Instant.parse(toldAt), true);
    }

    /** An event of the customer's own is late: it counts only from a later instant. */
    public CustomerStory lateAt(String countsFrom, String instant, Fact fact) {
        return tell(own(instant, nextId(), fact), Instant.parse(countsFrom), true);
    }

    /** A shared event has this customer as its subject, but concerns others. */
    public CustomerStory concerningOthers(String instant, Fact fact) {
        return tell(own(instant, nextId(), fact), Instant.parse(instant), false);
    }

    private InputEvent own(String instant, String id, Fact fact) {
        return new InputEvent(SOURCE, id, Instant.parse(instant), Optional.of(customer), fact);
    }

    private InputEvent everyones(String instant, Fact fact) {
        return new InputEvent(SOURCE, nextId(), Instant.parse(instant), Optional.empty(), fact);
    }

    private String nextId() {
        return "e%03d".formatted(++events);
    }

    private CustomerStory tell(InputEvent event, Instant at, boolean concerned) {
        if (at.isBefore(told)) {
            throw new IllegalArgumentException(at + " is told after " + told);
        }
        run.advanceTo(at.minusMillis(1));
        run.arrive(new Delivery(customer, at, event, concerned, Optional.empty()));
        told = at;
        return this;
    }

    /** Time goes on to an instant. */
    public CustomerStory until(String instant) {
        if (Instant.parse(instant).isBefore(told)) {
            throw new IllegalArgumentException(instant + " is told after " + told);
        }
        told = Instant.parse(instant);
        run.advanceTo(told);
        return this;
    }

    /** The record as it is now. */
    public CustomerRecord record() {
        return settled().record();
    }

    /** What the deliveries did, in the order in which they were applied. */
    public List<CustomerFacts.Effect> effects() {
        return settled().effects().stream().map(applied -> applied.effect()).toList();
    }

    /** The factors that count now and their points. */
    public Map<String, Integer> factors() {
        Map<String, Integer> factors = new LinkedHashMap<>();
        last().contributions().forEach(c -> factors.put(c.factor(), c.points()));
        return factors;
    }

    /** The last score. */
    public RiskResult.Scored last() {
        List<RiskResult.Scored> scores = scores();
        if (scores.isEmpty()) {
            throw new IllegalStateException("nothing was scored");
        }
        return scores.get(scores.size() - 1);
    }

    public List<RiskResult.Scored> scores() {
        return results(RiskResult.Scored.class);
    }

    public List<RiskResult.BandChanged> bandChanges() {
        return results(RiskResult.BandChanged.class);
    }

    /** The last assessment that the record sent on. */
    public Signal.RiskAssessed lastSignal() {
        List<Signal> signals = settled().signals();
        return (Signal.RiskAssessed) signals.get(signals.size() - 1);
    }

    public List<String> evidenceOf(String factor) {
        return contribution(factor).evidence();
    }

    public String sinceOf(String factor) {
        return contribution(factor).since().toString();
    }

    private Contribution contribution(String factor) {
        return last().contributions().stream()
                .filter(c -> c.factor().equals(factor))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(factor + " does not count"));
    }

    /** Everything published, in words. */
    public List<String> history() {
        return settled().emissions().stream().map(CustomerStory::inWords).toList();
    }

    private <T> List<T> results(Class<T> type) {
        List<T> results = new ArrayList<>();
        for (Emission emission : settled().emissions()) {
            if (emission instanceof OutputEvent event && type.isInstance(event.result())) {
                results.add(type.cast(event.result()));
            }
        }
        return results;
    }

    private CustomerRun settled() {
        run.advanceTo(told);
        return run;
    }

    private static String inWords(Emission emission) {
        if (emission instanceof Tombstone tombstone) {
            return tombstone.time() + " forgotten on " + tombstone.topic().topicName();
        }
        OutputEvent event = (OutputEvent) emission;
        String time = event.time().orElseThrow().toString();
        if (event.result() instanceof RiskResult.Scored scored) {
            List<String> words = new ArrayList<>(List.of(time, "" + scored.points()));
            words.add(scored.band().name());
            scored.contributions().forEach(c -> words.add(c.factor() + "=" + c.points()));
            if (scored.churned()) {
                words.add("churned");
            }
            return String.join(" ", words);
        }
        RiskResult.BandChanged change = (RiskResult.BandChanged) event.result();
        return time + " announced " + change.from() + " -> " + change.to();
    }
}
