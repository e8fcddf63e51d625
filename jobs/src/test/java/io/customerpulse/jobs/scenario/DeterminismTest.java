package io.customerpulse.jobs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.jobs.replay.FailingReplay;
import io.customerpulse.jobs.replay.InputOrder;
import io.customerpulse.jobs.replay.Progress;
import io.customerpulse.jobs.replay.ReplayJob;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.risk.RiskFactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same events give the same bytes: in whatever order they arrive, at any parallelism, and after
 * a failure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class DeterminismTest {

    private static final InputOrder BY_TIME = new InputOrder.ByTime();
    private static final InputOrder AS_ARRIVED = new InputOrder.AsArrived(RandomHistory.BOUND);

    private final RandomHistory history = RandomHistory.of(20260101);

    @TempDir static Path directory;
    private List<String> reference;

    @BeforeAll
    void replayInTheOrderOfTime() throws Exception {
        reference = replay("reference", history, BY_TIME, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void theParallelismDoesNotMatter(int parallelism) throws Exception {
        assertSame(replay("parallelism-" + parallelism, history, BY_TIME, parallelism));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4"})
    void theOrderOfArrivalDoesNotMatter(long seed, int parallelism) throws Exception {
        assertSame(replay("shuffled-" + seed, history.shuffled(seed), AS_ARRIVED, parallelism));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFailureInTheMiddleDoesNotMatter(int parallelism) throws Exception {
        Path marker = directory.resolve("failed-" + parallelism);
        ReplayJob.Request request =
                request("failing-" + parallelism, history.shuffled(7), AS_ARRIVED, parallelism);
        new FailingReplay(ShippedPolicies.POLICIES, marker).run(request);

        assertThat(marker).exists();
        assertSame(results(request.output()));
    }

    @Test
    void theHistoryShowsEveryFactorAndBandAndEndOfACustomer() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<String> factors = new HashSet<>();
        Set<String> bands = new HashSet<>();
        boolean churned = false;
        boolean erased = false;
        for (String line : reference) {
            JsonNode event = json.readTree(line.substring(line.indexOf('{')));
            erased |= event.has("tombstone");
            churned |= event.at("/data/churned").asBoolean();
            event.at("/data/contributions").forEach(c -> factors.add(c.get("factor").asText()));
            bands.add(event.at("/data/to").asText());
        }

        assertThat(factors)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RiskFactor.values()).map(RiskFactor::id).toList());
        assertThat(bands)
                .contains(Arrays.stream(RiskBand.values()).map(Enum::name).toArray(String[]::new));
        assertThat(churned).isTrue();
        assertThat(erased).isTrue();
    }

    @Test
    void theHistoryRaisesAndClearsEveryFlagAndHasOneGoOn() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<String> raised = new HashSet<>();
        Set<String> cleared = new HashSet<>();
        boolean continued = false;
        for (String line : reference) {
            if (line.startsWith("flags.ndjson")) {
                JsonNode event = json.readTree(line.substring(line.indexOf('{')));
                boolean begins = event.get("type").asText().equals("flag.raised");
                (begins ? raised : cleared).add(event.at("/data/flag").asText());
                continued |= event.at("/data/continues").asBoolean();
            }
        }

        List<String> flags = Arrays.stream(Flag.values()).map(Flag::id).toList();
        assertThat(raised).containsExactlyInAnyOrderElementsOf(flags);
        assertThat(cleared).containsExactlyInAnyOrderElementsOf(flags);
        assertThat(continued).isTrue();
    }

    private void assertSame(List<String> results) {
        assertThat(firstDifference(results)).isEmpty();
    }

    private Optional<String> firstDifference(List<String> results) {
        for (int line = 0; line < Math.max(results.size(), reference.size()); line++) {
            String expected = line < reference.size() ? reference.get(line) : "nothing";
            String actual = line < results.size() ? results.get(line) : "nothing";
            if (!expected.equals(actual)) {
                return Optional.of(
                        "line %d:\n%s\ninstead of\n%s".formatted(line, actual, expected));
            }
        }
        return Optional.empty();
    }

    private List<String> replay(String name, RandomHistory input, InputOrder order, int parallelism)
            throws Exception {
        ReplayJob.Request request = request(name, input, order, parallelism);
        new ReplayJob(ShippedPolicies.POLICIES).run(request, Progress.SILENT);
        return results(request.output());
    }

    private ReplayJob.Request request(
            String name, RandomHistory input, InputOrder order, int parallelism)
            throws IOException {
        Path file = Files.write(directory.resolve(name + ".ndjson"), input.lines());
        return new ReplayJob.Request(
                file, directory.resolve(name), order, Optional.empty(), parallelism);
    }

    /** Every line of every file, after the file's name. */
    private static List<String> results(Path output) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(output)) {
            entries.forEach(file -> files.put(file.getFileName().toString(), file));
        }
        List<String> lines = new ArrayList<>();
        for (var file : files.entrySet()) {
            for (String line : Files.readAllLines(file.getValue())) {
                lines.add(file.getKey() + " " + line);
            }
        }
        return lines;
    }
}
