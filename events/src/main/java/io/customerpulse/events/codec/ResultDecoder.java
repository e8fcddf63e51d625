package io.customerpulse.events.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.Result;
import io.customerpulse.events.result.ResultType;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads back what {@link EventEncoder} wrote of results, for consumers in Java and for tests.
 * Fields it does not know are ignored.
 *
 * <p>Instances are thread-safe and worth keeping.
 */
public final class ResultDecoder {

    private final JsonMapper mapper = ContractJson.mapper();

    /** Creates a decoder. */
    public ResultDecoder() {}

    /**
     * Decodes one output event.
     *
     * @throws UnreadableResultException if the bytes are not an output event of the contract
     */
    public OutputEvent decode(byte[] json) {
        JsonNode event = tree(json);
        String typeName = text(event, "type");
        ResultType type =
                ResultType.named(typeName)
                        .orElseThrow(
                                () ->
                                        new UnreadableResultException(
                                                "type is \"%s\", which is no output type"
                                                        .formatted(typeName)));
        return new OutputEvent(
                text(event, "id"),
                Optional.ofNullable(event.get("subject")).map(JsonNode::textValue),
                time(event),
                result(type, event.path("data")));
    }

    private JsonNode tree(byte[] json) {
        try {
            JsonNode event = mapper.readTree(json);
            if (event.isObject()) {
                return event;
            }
        } catch (IOException broken) {
            throw new UnreadableResultException("not well-formed JSON", broken);
        }
        throw new UnreadableResultException("an output event must be one JSON object");
    }

    private static String text(JsonNode event, String attribute) {
        JsonNode value = event.path(attribute);
        if (!value.isTextual()) {
            throw new UnreadableResultException(attribute + " is missing or not a string");
        }
        return value.textValue();
    }

    private static Optional<Instant> time(JsonNode event) {
        if (!event.has("time")) {
            return Optional.empty();
        }
        String text = text(event, "time");
        long millis = Timestamps.epochMillis(text);
        if (millis == Timestamps.MALFORMED || millis == Timestamps.IMPOSSIBLE) {
            throw new UnreadableResultException("time is \"%s\", no timestamp".formatted(text));
        }
        return Optional.of(Instant.ofEpochMilli(millis));
    }

    private Result result(ResultType type, JsonNode data) {
        if (!data.isObject()) {
            throw new UnreadableResultException("data is missing or not an object");
        }
        try {
            return mapper.treeToValue(data, type.resultClass());
        } catch (IOException wrong) {
            throw new UnreadableResultException(
                    "data does not fit type " + type.typeName() + ": " + wrong.getMessage(), wrong);
        }
    }
}
