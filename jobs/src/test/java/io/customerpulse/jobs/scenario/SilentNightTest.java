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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tickets are open and nothing happens but that time passes, carried by ticks a quarter of an hour
 * apart: what is missed is missed at its own instant, not at the next tick.
 */
@Timeout(120)
class SilentNightTest {

    private static final Instant EVENING = Instant.parse("2026-01-13T23:30:00Z");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void everyBreachCarriesItsExactInstant(int parallelism) throws Exception {
        List<String> lines = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant opened = EVENING.plusMillis(i * 61_007L);
            lines.add(customer(i));
            lines.add(opened(i, opened));
            expected.add("night-%02d %s".formatted(i, opened.plus(Duration.ofMinutes(30))));
        }
        for (int tick = 0; tick <= 10; tick++) {
            lines.add(tick(EVENING.plus(Duration.ofMinutes(15L * tick))));
        }

        assertThat(firstResponsesMissed(lines, parallelism))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<String> firstResponsesMissed(List<String> lines, int parallelism)
            throws Exception {
        Path input = Files.write(folder.resolve("night.ndjson"), lines);
        Path output = folder.resolve("out");
        new ReplayJob(ShippedPolicies.POLICIES)
                .run(
                        new ReplayJob.Request(
                                input,
                                output,
                                new InputOrder.ByTime(),
                                Optional.empty(),
                                parallelism),
                        Progress.SILENT);
        return breaches(output.resolve("sla-events.ndjson"));
    }

    private static List<String> breaches(Path events) throws IOException {
        List<String> breaches = new ArrayList<>();
        for (String line : Files.readAllLines(events)) {
            JsonNode event = new JsonMapper().readTree(line);
            if (event.get("type").asText().equals("sla.breached")
                    && event.at("/data/target").asText().equals("FIRST_RESPONSE")
                    && event.at("/data/clock").asText().equals("CONTRACT")) {
                breaches.add(event.get("subject").asText() + " " + event.get("time").asText());
            }
        }
        return breaches;
    }

    private static String customer(int number) {
        return event(
                "customer.updated",
                number,
                EVENING.minusSeconds(3_600),
                "{\"annualContractValue\":200000}");
    }

    private static String opened(int number, Instant at) {
        return event("ticket.opened", number, at, "{\"ticketId\":\"T-1\",\"severity\":\"P0\"}");
    }

    private static String event(String type, int number, Instant at, String data) {
        return """
               {"specversion":"1.0","id":"%s-%d","source":"/test","type":"%s","subject":"night-%02d",\
               "time":"%s","data":%s}"""
                .formatted(type, number, type, number, at, data);
    }

    private static String tick(Instant at) {
        return """
               {"specversion":"1.0","id":"tick %s","source":"/test","type":"clock.ticked",\
               "time":"%s","data":{}}"""
                .formatted(at, at);
    }
}
