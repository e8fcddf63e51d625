package io.customerpulse.rules.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.story.CustomerRun;
import io.customerpulse.rules.story.RandomStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is published says, at every instant, what a slow and plain definition says. */
class FactorProperties {

    private static final Policies POLICIES = ShippedPolicies.read();

    @Property(tries = 50)
    void theScoreInForceIsRightInStoriesOfWeeks(@ForAll long seed) {
        assertRightAtEveryInstant(RandomStory.ofWeeks(seed), new Random(seed));
    }

    @Property(tries = 50)
    void theScoreInForceIsRightInStoriesOfMonths(@ForAll long seed) {
        assertRightAtEveryInstant(RandomStory.ofMonths(seed), new Random(seed));
    }

    @Example
    void theStoriesKnowEveryFactorWithAllItsPoints() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 60; seed++) {
            for (RandomStory story :
                    List.of(RandomStory.ofWeeks(seed), RandomStory.ofMonths(seed))) {
                CustomerRun run = CustomerRun.of(story.customer(), POLICIES);
                story.deliveries().forEach(run::arrive);
                run.advanceTo(story.end());
                TreeMap<Instant, Optional<Map<String, Integer>>> published = new TreeMap<>();
                run.emissions().forEach(emission -> note(emission, published));
                published.values().stream()
                        .flatMap(Optional::stream)
                        .flatMap(factors -> factors.entrySet().stream())
                        .forEach(factor -> seen.add(factor.getKey() + " " + factor.getValue()));
            }
        }
        assertThat(seen)
                .containsExactly(
                        "billing-questions 10",
                        "budget-cut 15",
                        "competitor-acquisition 20",
                        "competitor-mentioned 5",
                        "contract-disputed 30",
                        "contract-ending 10",
                        "data-quality 15",
                        "downtime 25",
                        "expansion-ongoing -10",
                        "expansion-won -10",
                        "implementation-delayed 20",
                        "integration-failure 20",
                        "low-adoption 10",
                        "low-adoption 20",
                        "low-adoption 5",
                        "low-csat 15",
                        "low-nps 10",
                        "low-nps 20",
                        "many-tickets 10",
                        "market-downturn 10",
                        "merger 10",
                        "multi-year -15",
                        "negative-social 10",
                        "no-expansion 5",
                        "no-review 5",
                        "no-usage 20",
                        "nps-drop 15",
                        "price-increase 15",
                        "proactive-feedback -5",
                        "renewal-past-due 25",
                        "repeated-poor-csat 15",
                        "sponsor-engaged -5",
                        "stakeholder-departed 25",
                        "stakeholder-departed 30",
                        "training-incomplete 15");
    }

    private static void assertRightAtEveryInstant(RandomStory story, Random random) {
        CustomerRun run = CustomerRun.of(story.customer(), POLICIES);
        story.deliveries().forEach(run::arrive);
        run.advanceTo(story.end());
        TreeMap<Instant, Optional<Map<String, Integer>>> published = new TreeMap<>();
        published.put(Instant.MIN, Optional.empty());
        run.emissions().forEach(emission -> note(emission, published));
        for (Instant at : instants(story, run, random)) {
            assertThat(published.floorEntry(at).getValue())
                    .as("the factors at %s", at)
                    .isEqualTo(ReferenceRisk.factors(story.events(), at));
        }
    }

    private static void note(
            Emission emission, TreeMap<Instant, Optional<Map<String, Integer>>> published) {
        if (emission instanceof Tombstone tombstone) {
            published.put(tombstone.time(), Optional.empty());
        } else if (emission instanceof OutputEvent event
                && event.result() instanceof RiskResult.Scored scored) {
            Map<String, Integer> factors = new TreeMap<>();
            scored.contributions().forEach(c -> factors.put(c.factor(), c.points()));
            published.put(event.time().orElseThrow(), Optional.of(factors));
        }
    }

    /** Some of the instants at which anything can turn, each with both neighbours. */
    private static TreeSet<Instant> instants(RandomStory story, CustomerRun run, Random random) {
        TreeSet<Instant> turns = new TreeSet<>(run.instants());
        for (InputEvent event : story.events()) {
            for (int days : new int[] {0, 7, 14, 30, 60, 90, 180, 183}) {
                turns.add(event.time().plus(Duration.ofDays(days)));
                turns.add(event.time().plus(Duration.ofDays(days)).plus(Duration.ofHours(5)));
            }
        }
        TreeSet<Instant> instants = new TreeSet<>();
        for (Instant turn : turns) {
            if (random.nextInt(turns.size()) < 60) {
                instants.add(turn.minusMillis(1));
                instants.add(turn);
                instants.add(turn.plusMillis(1));
                instants.add(turn.plusMillis(random.nextInt(5 * 86_400_000)));
            }
        }
        return instants;
    }
}
