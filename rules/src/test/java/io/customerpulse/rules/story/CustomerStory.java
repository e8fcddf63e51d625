package io.customerpulse.rules.story;

import io.customerpulse.events.Emission;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.result.Confidence;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.CustomerResult;
import io.customerpulse.events.result.HealthResult;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.rules.customer.CustomerFacts;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
    private final Policies policies;
    private Set<String> watched = Set.of();

    private CustomerStory(String customer, Policies policies) {
        this.customer = customer;
        this.policies = policies;
        this.run = CustomerRun.of(customer, policies);
    }

    /** A customer under the shipped policies. */
    public static CustomerStory story(String customer) {
        return story(customer, ShippedPolicies.read());
    }

    public static CustomerStory story(String customer, Policies policies) {
        return new CustomerStory(customer, policies);
    }

    /** Looks at some of the factors only, as if there were no others. */
    public CustomerStory watching(String... factors) {
        watched = Set.of(factors);
        return this;
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
        List<RiskResult.Scored> all = results(RiskResult.Scored.class);
        return watched.isEmpty() ? all : watched(all);
    }

    /** The scores as they would be if there were no factors but those watched. */
    private List<RiskResult.Scored> watched(List<RiskResult.Scored> all) {
        List<RiskResult.Scored> scores = new ArrayList<>();
        for (RiskResult.Scored scored : all) {
            Optional<RiskResult.Scored> before =
                    scores.isEmpty()
                            ? Optional.empty()
                            : Optional.of(scores.get(scores.size() - 1));
            List<String> changed = scored.changed().stream().filter(watched::contains).toList();
            List<Contribution> contributions =
                    scored.contributions().stream()
                            .filter(c -> watched.contains(c.factor()))
                            .toList();
            boolean same =
                    before.filter(b -> b.churned() == scored.churned()).isPresent()
                            && changed.isEmpty();
            if (!same) {
                int points = contributions.stream().mapToInt(Contribution::points).sum();
                scores.add(
                        new RiskResult.Scored(
                                points,
                                Math.max(0, Math.min(100, points)),
                                policies.risk().bands().of(points),
                                before.map(b -> OptionalInt.of(b.points()))
                                        .orElse(OptionalInt.empty()),
                                contributions,
                                changed,
                                scored.missing(),
                                scored.churned(),
                                scored.policyVersion()));
            }
        }
        return scores;
    }

    /** Everything measured, in order. */
    public List<CustomerResult.Measured> measurements() {
        return measured(CustomerResult.Measured.class).values().stream().toList();
    }

    /** When something was measured. */
    public List<String> measuredAt() {
        return measured(CustomerResult.Measured.class).keySet().stream()
                .map(Instant::toString)
                .toList();
    }

    /** The last published value of a metric, as text; {@code unknown} when it is missing. */
    public String metric(String name) {
        List<CustomerResult.Measured> all = measurements();
        CustomerResult.Measured last = all.get(all.size() - 1);
        if (last.missing().contains(name)) {
            return "unknown";
        }
        return last.metrics().get(name).toPlainString();
    }

    /** The health scores, in order. */
    public List<HealthResult.Scored> healthScores() {
        return measured(HealthResult.Scored.class).values().stream().toList();
    }

    /** When health was scored. */
    public List<String> healthScoredAt() {
        return measured(HealthResult.Scored.class).keySet().stream()
                .map(Instant::toString)
                .toList();
    }

    /** The last published value of a metric of health, as text; {@code unknown} without one. */
    public String healthMetric(String name) {
        List<HealthResult.Scored> all = healthScores();
        return all.get(all.size() - 1).components().stream()
                .flatMap(component -> component.metrics().stream())
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .map(BigDecimal::toPlainString)
                .orElse("unknown");
    }

    private <T> Map<Instant, T> measured(Class<T> type) {
        Map<Instant, T> results = new LinkedHashMap<>();
        for (Emission emission : settled().measurements()) {
            if (emission instanceof OutputEvent event && type.isInstance(event.result())) {
                results.put(event.time().orElseThrow(), type.cast(event.result()));
            }
        }
        return results;
    }

    /** The tombstones the record published, in words. */
    public List<String> recordTombstones() {
        return settled().measurements().stream()
                .filter(Tombstone.class::isInstance)
                .map(CustomerStory::inWords)
                .toList();
    }

    public List<RiskResult.BandChanged> bandChanges() {
        return results(RiskResult.BandChanged.class);
    }

    /** The last assessment that the record sent on. */
    public Signal.RiskAssessed lastSignal() {
        List<Signal> signals = settled().signals();
        return (Signal.RiskAssessed) signals.get(signals.size() - 1);
    }

    public Optional<Confidence> confidenceOf(String factor) {
        return contribution(factor).confidence();
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
