package io.customerpulse.jobs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.jobs.replay.InputOrder;
import io.customerpulse.jobs.replay.Progress;
import io.customerpulse.jobs.replay.ReplayJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The history in {@code config/examples} that {@code docs/sla-credits.md} goes through. */
@Timeout(120)
class SlaCreditsExampleTest {

    private static final Path EXAMPLE = Path.of("..", "config", "examples", "sla-credits.ndjson");

    @TempDir private Path output;

    @Test
    void theExampleGivesTheCreditsAndReportsOfThePage() throws Exception {
        new ReplayJob(ShippedPolicies.POLICIES)
                .run(
                        new ReplayJob.Request(
                                EXAMPLE, output, new InputOrder.ByTime(), Optional.empty(), 1),
                        Progress.SILENT);

        assertThat(credits())
                .containsExactly(
                        "2026-01-06T18:00:00Z ACCRUED MISSED T-1 FIRST_RESPONSE +3 = 3",
                        "2026-01-06T22:00:00Z ISSUED TWICE_TARGET T-1 FIRST_RESPONSE +0 = 3",
                        "2026-01-15T15:00:00Z ACCRUED MISSED T-2 RESOLUTION +7 = 10",
                        "2026-01-21T15:00:00Z ACCRUED MISSED T-3 FIRST_RESPONSE +1 = 11",
                        "2026-01-26T16:00:00Z REVERSED EXCLUDED T-2 RESOLUTION -1 = 10",
                        "2026-02-01T05:00:00Z ISSUED MONTH_CLOSED T-3 FIRST_RESPONSE +0 = 10");
        assertThat(lines("sla-reports"))
                .extracting(
                        report ->
                                "%s %s %s: %s met, %s breached, %s excluded, %s %%, credit %s"
                                        .formatted(
                                                report.get("time").asText(),
                                                report.get("subject").asText(),
                                                report.at("/data/period").asText(),
                                                report.at("/data/met").asText(),
                                                report.at("/data/breached").asText(),
                                                report.at("/data/excluded").asText(),
                                                report.at("/data/achievedPercent").asText(),
                                                report.at("/data/creditPercent").asText("none")))
                .containsExactly(
                        "2026-02-02T05:00:00Z acme 2026-01: 3 met, 2 breached, 1 excluded,"
                                + " 60.0 %, credit 10",
                        "2026-02-02T05:00:00Z tier:MID_MARKET 2026-01: 3 met, 2 breached,"
                                + " 1 excluded, 60.0 %, credit none");
    }

    private List<String> credits() throws IOException {
        return lines("sla-events").stream()
                .filter(event -> event.get("type").asText().equals("sla.credited"))
                .map(
                        event ->
                                "%s %s %s %s %s %+d = %d"
                                        .formatted(
                                                event.get("time").asText(),
                                                event.at("/data/state").asText(),
                                                event.at("/data/reason").asText(),
                                                event.at("/data/ticketId").asText(),
                                                event.at("/data/target").asText(),
                                                event.at("/data/added").asInt(),
                                                event.at("/data/percent").asInt()))
                .toList();
    }

    private List<JsonNode> lines(String topic) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(output.resolve(topic + ".ndjson"))) {
            events.add(new JsonMapper().readTree(line));
        }
        return events;
    }
}
