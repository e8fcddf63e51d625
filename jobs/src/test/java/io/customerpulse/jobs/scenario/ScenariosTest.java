package io.customerpulse.jobs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.replay.InputOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @BeforeAll
    void replayThemAll(@TempDir Path directory) throws Exception {
        List<Scenario> together = new ArrayList<>();
        List<Scenario> measured = new ArrayList<>();
        for (Scenario scenario : Scenario.all()) {
            Path own = directory.resolve(scenario.name());
            switch (scenario.group()) {
                case ScenarioGroups.AS_ARRIVED ->
                        runs.put(
                                scenario,
                                ScenarioRun.of(
                                        List.of(scenario),
                                        new InputOrder.AsArrived(LATENESS_BOUND),
                                        own));
                case ScenarioGroups.SHARED ->
                        runs.put(
                                scenario,
                                ScenarioRun.of(List.of(scenario), new InputOrder.ByTime(), own));
                case ScenarioGroups.METRICS, ScenarioGroups.HEALTH -> measured.add(scenario);
                default -> together.add(scenario);
            }
        }
        ScenarioRun run =
                ScenarioRun.of(together, new InputOrder.ByTime(), directory.resolve("together"));
        together.forEach(scenario -> runs.put(scenario, run));
        ScenarioRun measuredRun =
                ScenarioRun.of(measured, new InputOrder.ByTime(), directory.resolve("measured"));
        measured.forEach(scenario -> runs.put(scenario, measuredRun));
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
