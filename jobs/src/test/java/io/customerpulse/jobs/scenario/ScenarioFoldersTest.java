package io.customerpulse.jobs.scenario;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.rules.risk.RiskFactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No factor is without scenarios, and no scenario is forgotten. */
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

    @Test
    void everyGroupIsAFactorOrKnownOtherwise() {
        Set<String> groups =
                Scenario.folders(Scenario.ROOT).stream().map(Scenario::name).collect(toSet());
        Set<String> known = new HashSet<>(ScenarioGroups.ALL);
        Arrays.stream(RiskFactor.values()).map(RiskFactor::id).forEach(known::add);

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

        assertThat(expected.resolve("risk-scores.ndjson")).isNotEmptyFile();
        assertThat(expected.resolve("risk-changes.ndjson")).exists();
    }
}
