package io.customerpulse.rules.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.story.CustomerRun;
import io.customerpulse.rules.story.RandomStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is published depends on what happened, not on when it arrived or where it was stored. */
class ArrivalOrderProperties {

    private static final Policies POLICIES = ShippedPolicies.read();

    @Property(tries = 80)
    void theOrderOfArrivalChangesNothing(@ForAll long seed) {
        RandomStory story = RandomStory.ofWeeks(seed);
        List<Delivery> deliveries = withoutTelemetryThatOvertakesAnErasure(story.deliveries());
        assertThat(published(story, shuffled(deliveries, new Random(seed)), new Random(seed)))
                .isEqualTo(published(story, deliveries, new Random(0)));
    }

    @Property(tries = 80)
    void arrivalInTimeOrderMayBeAsFarAheadOfEventTimeAsItLikes(@ForAll long seed) {
        RandomStory story = RandomStory.ofMonths(seed);
        assertThat(published(story, story.deliveries(), new Random(seed)))
                .isEqualTo(published(story, story.deliveries(), new Random(seed + 1)));
    }

    @Property(tries = 60)
    void writingAndReadingTheStatesAfterEveryStepChangesNothing(@ForAll long seed) {
        RandomStory story = seed % 2 == 0 ? RandomStory.ofWeeks(seed) : RandomStory.ofMonths(seed);
        CustomerRun kept = CustomerRun.of(story.customer(), POLICIES);
        CustomerRun stored = CustomerRun.storedAfterEveryStep(story.customer(), POLICIES);
        for (CustomerRun run : List.of(kept, stored)) {
            story.deliveries().forEach(run::arrive);
            run.advanceTo(story.end());
        }
        assertThat(stored.emissions()).isEqualTo(kept.emissions());
        assertThat(stored.measurements()).isEqualTo(kept.measurements());
        assertThat(stored.signals()).isEqualTo(kept.signals());
    }

    /**
     * Without erasures: the directory, which these stories leave out, goes on knowing the incidents
     * of a customer that was erased, and ignores it when one of them is opened again.
     */
    @Property(tries = 60)
    void theHistoryOfASingleCustomerIsTheSameAsOnTheStream(@ForAll long seed) {
        RandomStory story = RandomStory.ofMonths(seed).without(CustomerFact.Erased.class);
        Instant until = Instant.parse("2027-06-01T00:00:00Z");
        List<Signal> history =
                new SingleCustomer(POLICIES, story.customer()).history(story.events(), until);
        CustomerRun run = CustomerRun.of(story.customer(), POLICIES);
        story.deliveries().forEach(run::arrive);
        run.advanceTo(until);
        assertThat(history).isEqualTo(run.signals());
    }

    private static List<Object> published(
            RandomStory story, List<Delivery> arrivals, Random random) {
        CustomerRun run = CustomerRun.of(story.customer(), POLICIES);
        for (int i = 0; i < arrivals.size(); i++) {
            run.arrive(arrivals.get(i));
            Instant earliest = earliest(arrivals.subList(i + 1, arrivals.size()), story);
            // Event time may have come as far as the events still to come allow, or lag behind.
            run.advanceTo(earliest.minusMillis(1 + random.nextLong(20 * 86_400_000L)));
        }
        run.advanceTo(story.end());
        List<Object> published = new ArrayList<>(run.signals());
        published.addAll(run.emissions());
        published.addAll(run.measurements());
        return published;
    }

    private static Instant earliest(List<Delivery> outstanding, RandomStory story) {
        return outstanding.stream().map(Delivery::at).min(Instant::compareTo).orElseGet(story::end);
    }

    /** Each event is up to three days out of order. */
    private static List<Delivery> shuffled(List<Delivery> deliveries, Random random) {
        record Arriving(Instant arrival, Delivery delivery) {}
        List<Arriving> arriving = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Duration delay = Duration.ofMinutes(random.nextInt(3 * 24 * 60));
            arriving.add(new Arriving(delivery.at().plus(delay), delivery));
        }
        Collections.shuffle(arriving, random);
        arriving.sort((one, other) -> one.arrival().compareTo(other.arrival()));
        return arriving.stream().map(Arriving::delivery).toList();
    }

    /**
     * Telemetry that arrives before an erasure although it is stamped after it goes with the
     * erasure ({@code docs/rules.md}, the end of a customer); nothing else may depend on arrival.
     */
    private static List<Delivery> withoutTelemetryThatOvertakesAnErasure(
            List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(
                        delivery ->
                                delivery.event().fact().type().kind() != FactType.Kind.DENSE
                                        || deliveries.stream()
                                                .filter(CustomerTimeline::erases)
                                                .noneMatch(erasure -> soonAfter(erasure, delivery)))
                .toList();
    }

    private static boolean soonAfter(Delivery erasure, Delivery delivery) {
        return delivery.at().isAfter(erasure.at())
                && delivery.at().isBefore(erasure.at().plus(Duration.ofDays(3)));
    }
}
