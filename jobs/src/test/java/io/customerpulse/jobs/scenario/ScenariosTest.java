package io.customerpulse.jobs.scenario;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.jobs.replay.InputOrder;
import io.customerpulse.rules.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of each scenario is what its folder says, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ScenariosTest {

    private static final Duration LATENESS_BOUND = Duration.ofSeconds(1);

    private final Map<Scenario, ScenarioRun> runs = new HashMap<>();

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    /**
     * Scenarios that run as one history: all with the same policies, those that show what is
     * measured apart from those with events of every customer, and some each by itself.
     */
    private record Together(Optional<String> alone, boolean measured, Optional<String> policies) {

        static Together with(Scenario scenario) {
            boolean alone =
                    scenario.group().equals(ScenarioGroups.AS_ARRIVED)
                            || scenario.group().equals(ScenarioGroups.SHARED);
            return new Together(
                    alone ? Optional.of(scenario.name()) : Optional.empty(),
                    scenario.showsMeasures(),
                    scenario.policyChanges());
        }
    }

    @BeforeAll
    void replayThemAll(@TempDir Path directory) throws Exception {
        Map<Together, List<Scenario>> histories =
                Scenario.all().stream().collect(groupingBy(Together::with));
        for (var history : histories.entrySet()) {
            List<Scenario> scenarios = history.getValue();
            Path own = Files.createDirectory(directory.resolve(scenarios.get(0).name()));
            ScenarioRun run =
                    ScenarioRun.of(
                            scenarios,
                            policies(history.getKey().policies(), own),
                            order(scenarios.get(0)),
                            own);
            scenarios.forEach(scenario -> runs.put(scenario, run));
        }
    }

    private static Policies policies(Optional<String> changes, Path directory) throws IOException {
        return changes.isEmpty()
                ? ShippedPolicies.POLICIES
                : ShippedPolicies.with(
                        changes.get(), Files.createDirectory(directory.resolve("policies")));
    }

    private static InputOrder order(Scenario scenario) {
        return scenario.group().equals(ScenarioGroups.AS_ARRIVED)
                ? new InputOrder.AsArrived(LATENESS_BOUND)
                : new InputOrder.ByTime();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void comesOutAsExpected(Scenario scenario) throws IOException {
        for (Topic topic : Topic.values()) {
            if (!scenario.shows(topic)) {
                continue;
            }
            List<String> expected = new ArrayList<>();
            for (String line : scenario.expected(topic)) {
                expected.add(ScenarioRun.canonical(line));
            }

            assertThat(runs.get(scenario).results(scenario, topic))
                    .as(topic.topicName())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
