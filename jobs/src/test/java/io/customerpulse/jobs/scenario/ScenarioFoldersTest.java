package io.customerpulse.jobs.scenario;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customerpulse.events.Topic;
import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.metric.Metric;
import io.customerpulse.rules.risk.RiskFactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No factor and no metric is without scenarios, and no scenario is forgotten. */
class ScenarioFoldersTest {

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @EnumSource(RiskFactor.class)
    void everyFactorIsShownOnBothSidesOfItsBoundaryAndAtItsEnd(RiskFactor factor) {
        assertThat(Scenario.folders(Scenario.ROOT.resolve(factor.id())))
                .extracting(Scenario::name)
                .contains("below", "at", "above", "ends");
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void everyFlagIsShownOnBothSidesOfItsBoundaryAndAtItsEnd(Flag flag) {
        Path group = Scenario.ROOT.resolve(flag.id());
        for (String side : List.of("below", "at", "above", "ends")) {
            assertThat(group.resolve(side).resolve("expected").resolve("flags.ndjson"))
                    .as(side)
                    .exists();
        }
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void everyFlagIsRaisedAndCleared(Flag flag) throws IOException {
        Set<String> types = new HashSet<>();
        for (Path folder : Scenario.folders(Scenario.ROOT.resolve(flag.id()))) {
            for (String line : new Scenario(flag.id(), folder).expected(Topic.FLAGS)) {
                JsonNode event = new JsonMapper().readTree(line);
                if (event.at("/data/flag").asText().equals(flag.id())) {
                    types.add(event.get("type").asText());
                }
            }
        }

        assertThat(types).containsExactlyInAnyOrder("flag.raised", "flag.cleared");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricIsShownOnBothSidesOfItsBoundaryAndAtItsEnd(Metric metric) {
        assertThat(Scenario.folders(Scenario.ROOT.resolve(metric.metricName())))
                .extracting(Scenario::name)
                .contains("below", "at", "above", "ends");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricIsShownWhereItIsPublished(Metric metric) throws IOException {
        Topic topic = metric.published() ? Topic.CUSTOMER_METRICS : Topic.HEALTH_SCORES;
        Path at = Scenario.ROOT.resolve(metric.metricName()).resolve("at");
        Scenario scenario = new Scenario(metric.metricName(), at);
        List<JsonNode> values = new ArrayList<>();
        for (String line : scenario.expected(topic)) {
            JsonNode data = new JsonMapper().readTree(line).get("data");
            values.add(
                    metric.published()
                            ? data.path(metric.metricName())
                            : healthMetric(data, metric).path("value"));
        }

        assertThat(values).anyMatch(JsonNode::isNumber);
    }

    static List<Metric> metricsOfHealth() {
        return ShippedPolicies.POLICIES.health().anchors().values().stream()
                .flatMap(component -> component.keySet().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("metricsOfHealth")
    void everyMetricOfHealthIsShownAtItsAnchors(Metric metric) throws IOException {
        Path folder = Scenario.ROOT.resolve(metric.metricName()).resolve("anchors");
        Set<Double> scores = new HashSet<>();
        for (String line :
                new Scenario(metric.metricName(), folder).expected(Topic.HEALTH_SCORES)) {
            JsonNode data = new JsonMapper().readTree(line).get("data");
            JsonNode score = healthMetric(data, metric).path("score");
            if (score.isNumber()) {
                scores.add(score.asDouble());
            }
        }

        assertThat(scores).contains(5.0, 7.0, 9.0).hasSizeGreaterThanOrEqualTo(5);
    }

    private static JsonNode healthMetric(JsonNode data, Metric metric) {
        for (JsonNode component : data.get("components")) {
            for (JsonNode candidate : component.get("metrics")) {
                if (candidate.get("name").asText().equals(metric.metricName())) {
                    return candidate;
                }
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void theTierIsShownOnBothSidesOfItsBoundaryAndAtItsEnd() {
        assertThat(Scenario.folders(Scenario.ROOT.resolve("tier")))
                .extracting(Scenario::name)
                .contains("below", "at", "above", "ends");
    }

    @Test
    void everyGroupIsAFactorOrAFlagOrAMetricOrKnownOtherwise() {
        Set<String> groups =
                Scenario.folders(Scenario.ROOT).stream().map(Scenario::name).collect(toSet());
        Set<String> known = new HashSet<>(ScenarioGroups.ALL);
        Arrays.stream(RiskFactor.values()).map(RiskFactor::id).forEach(known::add);
        Arrays.stream(Metric.values()).map(Metric::metricName).forEach(known::add);
        Arrays.stream(Flag.values()).map(Flag::id).forEach(known::add);

        assertThat(groups).isEqualTo(known);
    }

    @Test
    void thePolicyHasTheFactorsThatAreShown() throws IOException {
        JsonNode policy =
                new YAMLMapper().readTree(ShippedPolicies.FOLDER.resolve("risk.yaml").toFile());
        Set<String> factors = new HashSet<>();
        policy.get("factors").fieldNames().forEachRemaining(factors::add);

        assertThat(factors)
                .isEqualTo(Arrays.stream(RiskFactor.values()).map(RiskFactor::id).collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioSaysWhatItShows(Scenario scenario) {
        assertThat(scenario.folder().resolve("about.md")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioSaysWhatComesOfIt(Scenario scenario) {
        Path expected = scenario.folder().resolve("expected");
        if (scenario.isOnlyOfAFlag()) {
            assertThat(expected.resolve("flags.ndjson")).exists();
            return;
        }
        assertThat(expected.resolve("risk-scores.ndjson")).isNotEmptyFile();
        assertThat(expected.resolve("risk-changes.ndjson")).exists();
    }
}
