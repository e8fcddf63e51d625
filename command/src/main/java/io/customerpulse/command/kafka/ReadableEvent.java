package io.customerpulse.command.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of a topic as one line for a person: when, who, and what. It reads JSON as it comes
 * rather than by the contract, so that it also shows what does not keep to it.
 */
public final class ReadableEvent {

    private static final JsonMapper JSON = new JsonMapper();

    private ReadableEvent() {}

    /** The line. */
    public static String of(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return "%-24s  %-14s  deleted".formatted("", text(record.key()));
        }
        try {
            JsonNode event = JSON.readTree(record.value());
            if (event.path("type").isTextual()) {
                return "%-24s  %-14s  %s"
                        .formatted(
                                event.path("time").asText(),
                                event.path("subject").asText(),
                                what(event.path("type").asText(), event.path("data")));
            }
        } catch (IOException notJson) {
            // Shown as it is.
        }
        return "%-24s  %-14s  %s".formatted("", text(record.key()), text(record.value()));
    }

    /** The event as it is; a deletion as the line that stands for it in files. */
    public static String json(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? JSON.createObjectNode()
                        .put("tombstone", true)
                        .put("key", text(record.key()))
                        .put("time", Instant.ofEpochMilli(record.timestamp()).toString())
                        .toString()
                : text(record.value());
    }

    /** Whether it only carries time forward, and says nothing to a person. */
    public static boolean isTick(ConsumerRecord<byte[], byte[]> record) {
        return record.value() != null && text(record.value()).contains("\"type\":\"clock.ticked\"");
    }

    private static String what(String type, JsonNode data) {
        return switch (type) {
            case "risk.scored" ->
                    "%s %s%s%s"
                            .formatted(
                                    data.path("points").asText(),
                                    data.path("band").asText(),
                                    data.path("churned").asBoolean() ? " churned" : "",
                                    contributions(data.path("contributions")));
            case "risk.band_changed" ->
                    "%s -> %s, %s points: %s"
                            .formatted(
                                    data.path("from").asText(),
                                    data.path("to").asText(),
                                    data.path("points").asText(),
                                    listed(data.path("reasons")));
            case "health.scored" ->
                    "%s %s%s%s"
                            .formatted(
                                    data.path("score").asText(),
                                    data.path("zone").asText(),
                                    data.path("provisional").asBoolean() ? " provisional" : "",
                                    components(data.path("components")));
            case "event.rejected" ->
                    "%s: %s"
                            .formatted(
                                    data.path("reasonCode").asText(), data.path("reason").asText());
            default -> (type + " " + withoutVersion(data)).stripTrailing();
        };
    }

    private static String contributions(JsonNode contributions) {
        List<String> parts = new ArrayList<>();
        contributions.forEach(
                one ->
                        parts.add(
                                "%+d %s"
                                        .formatted(
                                                one.path("points").asInt(),
                                                one.path("factor").asText())));
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static String components(JsonNode components) {
        List<String> parts = new ArrayList<>();
        components.forEach(
                one -> parts.add(one.path("name").asText() + " " + one.path("score").asText()));
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static String listed(JsonNode texts) {
        List<String> parts = new ArrayList<>();
        texts.forEach(text -> parts.add(text.asText()));
        return String.join(", ", parts);
    }

    private static String withoutVersion(JsonNode data) {
        return data instanceof ObjectNode object
                ? object.deepCopy().without("policyVersion").toString()
                : data.toString();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
