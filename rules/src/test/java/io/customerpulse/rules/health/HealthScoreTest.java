package io.customerpulse.rules.health;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.training;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.HealthResult;
import io.customerpulse.rules.metric.Fraction;
import io.customerpulse.rules.metric.Metric;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.story.CustomerStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anchors, weights, coverage and zones of the health score. */
class HealthScoreTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final Policies SHIPPED = ShippedPolicies.read();

    private final Map<Metric, Fraction> metrics = new EnumMap<>(Metric.class);

    private HealthScoreTest with(Metric metric, String value) {
        metrics.put(metric, Fraction.of(new BigDecimal(value)));
        return this;
    }

    /** As many metrics of each component of the shipped policies at their best. */
    private HealthScoreTest best(HealthComponent component, int count) {
        SHIPPED.health().anchors().get(component).keySet().stream()
                .limit(count)
                .forEach(metric -> with(metric, "1000"));
        return this;
    }

    private Optional<HealthResult.Scored> score(Policies policies) {
        return new HealthScore(policies.health(), policies.version())
                .score(metrics)
                .map(health -> health.result(Optional.empty()));
    }

    private HealthResult.Scored score() {
        return score(SHIPPED).orElseThrow();
    }

    @ParameterizedTest(name = "{0} active days score {1}")
    @CsvSource({"0, 0", "2, 1.5", "4, 3", "6, 4", "12, 7", "16, 8", "28, 10", "40, 10", "-1, 0"})
    void anchorsAreJoinedByLinesAndClampedOutside(String days, BigDecimal score) {
        Anchors anchors =
                SHIPPED.health().anchors().get(HealthComponent.USAGE).get(Metric.ACTIVE_DAYS);
        assertThat(anchors.score(Fraction.of(new BigDecimal(days))).rounded(4))
                .isEqualByComparingTo(score);
    }

    @ParameterizedTest(name = "a growth of {0} scores {1}")
    @CsvSource({
        "-0.5, 0",
        "-0.20, 0",
        "-0.11, 1.5",
        "-0.02, 3",
        "0, 4",
        "0.02, 5",
        "0.30, 10",
        "0.31, 10"
    })
    void negativeValuesLieOnTheirLineToo(String growth, BigDecimal score) {
        Anchors anchors =
                SHIPPED.health().anchors().get(HealthComponent.GROWTH).get(Metric.USAGE_GROWTH);
        assertThat(anchors.score(Fraction.of(new BigDecimal(growth))).rounded(4))
                .isEqualByComparingTo(score);
    }

    @Test
    void nothingIsScoredWhileNothingIsKnown() {
        assertThat(score(SHIPPED)).isEmpty();
    }

    @Test
    void satisfactionAloneIsNotScoredByTheStandardProfile() {
        with(Metric.CSAT_MEAN, "5");
        assertThat(score(SHIPPED)).isEmpty();
    }

    @Test
    void aComponentIsTheMeanOfItsKnownMetrics() {
        with(Metric.TRAINING, "0.6").with(Metric.SURVEYS, "0.1");
        HealthResult.Component engagement = score().components().get(1);
        assertThat(engagement.name()).isEqualTo("engagement");
        assertThat(engagement.score()).contains(new BigDecimal("5"));
        assertThat(engagement.metrics())
                .containsExactly(
                        metric("training", "0.6", "7"),
                        metric("surveys", "0.1", "3"),
                        unknown("actions"),
                        unknown("reviews"));
    }

    private static HealthResult.Metric metric(String name, String value, String score) {
        return new HealthResult.Metric(
                name, Optional.of(new BigDecimal(value)), Optional.of(new BigDecimal(score)));
    }

    private static HealthResult.Metric unknown(String name) {
        return new HealthResult.Metric(name, Optional.empty(), Optional.empty());
    }

    @Test
    void theScoreIsTheMeanOfTheKnownComponents() {
        with(Metric.ACTIVE_DAYS, "28").with(Metric.TRAINING, "0.6").with(Metric.ROI, "0.3");
        HealthResult.Scored scored = score();
        assertThat(scored.score()).as("(10 + 7 + 3) / 3 x 10").isEqualByComparingTo("66.67");
        assertThat(scored.score10()).isEqualByComparingTo("6.667");
        assertThat(scored.zone()).hasToString("YELLOW");
        assertThat(scored.policyVersion()).isEqualTo(SHIPPED.version());
    }

    @Test
    void satisfactionIsPublishedWithWeightZero() {
        with(Metric.TRAINING, "1").with(Metric.CSAT_MEAN, "1");
        assertThat(score().score()).isEqualByComparingTo("100");
        HealthResult.Component satisfaction = score().components().get(4);
        assertThat(satisfaction.weight()).isEqualByComparingTo("0");
        assertThat(satisfaction.score()).contains(BigDecimal.ZERO);
    }

    @Test
    void theProfileOfFiveWeighsSatisfactionToo(@TempDir Path folder) {
        ShippedPolicies.copyTo(folder);
        ShippedPolicies.edit(folder.resolve("health.yaml"), "profile: standard", "profile: five");
        Policies five = ShippedPolicies.read(folder);
        with(Metric.TRAINING, "1").with(Metric.CSAT_MEAN, "1");
        HealthResult.Scored scored = score(five).orElseThrow();
        assertThat(scored.score()).isEqualByComparingTo("50");
        assertThat(scored.components())
                .extracting(component -> component.weight().intValue())
                .containsOnly(20);
    }

    @Test
    void coverageIsKnownWeightTimesTheKnownShareOfMetrics() {
        with(Metric.TRAINING, "1");
        assertThat(score().coverage()).as("1/4 of 1/15").isEqualByComparingTo("0.0167");
        assertThat(score().provisional()).isTrue();
    }

    @Test
    void withHalfOfTheCoverageAScoreIsNotProvisional() {
        // All components and 8 of 15 metrics, then 7 of 15.
        best(HealthComponent.USAGE, 2).best(HealthComponent.ENGAGEMENT, 2);
        best(HealthComponent.SUCCESS, 2).best(HealthComponent.GROWTH, 2);
        assertThat(score().coverage()).isEqualByComparingTo("0.5333");
        assertThat(score().provisional()).isFalse();
        metrics.remove(Metric.ACTIVE_DAYS);
        assertThat(score().coverage()).isEqualByComparingTo("0.4667");
        assertThat(score().provisional()).isTrue();
    }

    @Test
    void aCoverageOfExactlyTheBoundIsNotProvisional(@TempDir Path folder) {
        ShippedPolicies.copyTo(folder);
        ShippedPolicies.edit(
                folder.resolve("health.yaml"), "provisionalBelow: 0.5", "provisionalBelow: 0.2");
        best(HealthComponent.USAGE, 1).best(HealthComponent.ENGAGEMENT, 1);
        best(HealthComponent.SUCCESS, 1);
        with(Metric.INTEGRATIONS, "4");
        // 3/4 of 4/15.
        HealthResult.Scored scored = score(ShippedPolicies.read(folder)).orElseThrow();
        assertThat(scored.coverage()).isEqualByComparingTo("0.2");
        assertThat(scored.provisional()).isFalse();
    }

    @ParameterizedTest(name = "training of {0}: {1} {2}")
    @CsvSource({
        "0.3, 50, YELLOW",
        "0.29999, 50, RED",
        "0.725, 80, GREEN",
        "0.72499, 80, YELLOW",
        "0, 0, RED",
        "1, 100, GREEN"
    })
    void theZoneFollowsFromTheUnroundedScore(String training, BigDecimal score, String zone) {
        with(Metric.TRAINING, training);
        assertThat(score().score()).isEqualByComparingTo(score);
        assertThat(score().zone()).hasToString(zone);
    }

    @Test
    void healthIsPublishedWhenItChangesOnly() {
        CustomerStory acme = story("acme").at(START, updated());
        assertThat(acme.healthScoredAt()).isEmpty();
        acme.at(after("P1D", START), training("60")).at(after("P2D", START), updated());
        acme.at(after("P3D", START), training("85"));
        assertThat(acme.healthScoredAt()).containsExactly(after("P1D", START), after("P3D", START));
        List<HealthResult.Scored> scores = acme.healthScores();
        assertThat(scores.get(0).previousScore()).isEmpty();
        assertThat(scores.get(0).score()).isEqualByComparingTo("70");
        assertThat(scores.get(1).previousScore().orElseThrow()).isEqualByComparingTo("70");
        assertThat(scores.get(1).score()).isEqualByComparingTo("90");
    }
}
