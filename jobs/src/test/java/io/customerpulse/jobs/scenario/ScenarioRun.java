package io.customerpulse.jobs.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customerpulse.events.Topic;
import io.customerpulse.jobs.replay.InputOrder;
import io.customerpulse.jobs.replay.Progress;
import io.customerpulse.jobs.replay.ReplayJob;
import io.customerpulse.rules.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scenarios replayed as one history, since starting a job takes longer than all of them. */
final class ScenarioRun {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final Path output;

    private ScenarioRun(Path output) {
        this.output = output;
    }

    /**
     * Replays the scenarios.
     *
     * @param policies those of all of them
     * @param directory for inputs and outputs of this run alone
     */
    static ScenarioRun of(
            List<Scenario> scenarios, Policies policies, InputOrder order, Path directory)
            throws Exception {
        Path input = Files.createDirectories(directory.resolve("input"));
        for (Scenario scenario : scenarios) {
            Files.copy(scenario.input(), input.resolve(fileName(scenario)));
        }
        Path output = directory.resolve("output");
        new ReplayJob(policies)
                .run(
                        new ReplayJob.Request(input, output, order, Optional.empty(), 2),
                        Progress.SILENT);
        return new ScenarioRun(output);
    }

    /**
     * What came of one of the scenarios on a topic, as the expectations say it: without what all
     * events have alike, and without ids, which follow from the rest.
     */
    List<String> results(Scenario scenario, Topic topic) throws IOException {
        Path file = output.resolve(topic.topicName() + ".ndjson");
        if (!Files.exists(file)) {
            return List.of();
        }
        Instant end = scenario.end();
        List<String> results = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            ObjectNode event = (ObjectNode) JSON.readTree(line);
            if (isOf(scenario, event) && !time(event).filter(end::isBefore).isPresent()) {
                results.add(canonical(stripped(event)));
            }
        }
        return results;
    }

    /** The same JSON for the same content. */
    static String canonical(String json) throws IOException {
        return canonical(JSON.readTree(json));
    }

    private static String canonical(JsonNode json) throws IOException {
        return JSON.writeValueAsString(JSON.convertValue(json, Map.class));
    }

    private static boolean isOf(Scenario scenario, JsonNode event) {
        String file = event.at("/data/origin/topic").asText("");
        if (!file.isEmpty()) {
            return file.equals(fileName(scenario));
        }
        String subject =
                event.has("key") ? event.get("key").asText() : event.path("subject").asText("");
        return scenario.isAbout(subject);
    }

    private static Optional<Instant> time(JsonNode event) {
        return Optional.ofNullable(event.get("time")).map(JsonNode::asText).map(Instant::parse);
    }

    private static JsonNode stripped(ObjectNode event) {
        event.remove(List.of("specversion", "id", "source"));
        if (event.path("data") instanceof ObjectNode data) {
            data.remove("policyVersion");
            if (data.path("origin") instanceof ObjectNode origin) {
                origin.put("topic", Scenario.INPUT);
            }
        }
        return event;
    }

    private static String fileName(Scenario scenario) {
        return scenario.name() + ".ndjson";
    }
}
