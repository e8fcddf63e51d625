package io.customerpulse.jobs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.jobs.replay.InputOrder;
import io.customerpulse.jobs.replay.Progress;
import io.customerpulse.jobs.replay.ReplayJob;
import io.customerpulse.rules.flag.Flag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The history in {@code config/examples} shows every flag. */
@Timeout(120)
class FlagsExampleTest {

    private static final Path EXAMPLE = Path.of("..", "config", "examples", "flags.ndjson");

    @Test
    void theExampleRaisesAndClearsEveryFlag(@TempDir Path output) throws Exception {
        new ReplayJob(ShippedPolicies.POLICIES)
                .run(
                        new ReplayJob.Request(
                                EXAMPLE, output, new InputOrder.ByTime(), Optional.empty(), 1),
                        Progress.SILENT);

        Set<String> raised = new HashSet<>();
        Set<String> cleared = new HashSet<>();
        for (String line : Files.readAllLines(output.resolve("flags.ndjson"))) {
            JsonNode event = new JsonMapper().readTree(line);
            (event.get("type").asText().equals("flag.raised") ? raised : cleared)
                    .add(event.at("/data/flag").asText());
        }
        List<String> flags = Arrays.stream(Flag.values()).map(Flag::id).toList();
        assertThat(raised).containsExactlyInAnyOrderElementsOf(flags);
        assertThat(cleared).containsExactlyInAnyOrderElementsOf(flags);
    }
}
