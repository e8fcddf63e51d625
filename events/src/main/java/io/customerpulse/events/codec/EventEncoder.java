package io.customerpulse.events.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.events.Emission;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes events as the contract has them: one line of JSON without a line break, its fields always
 * in the same order, so that equal events give equal bytes.
 *
 * <p>Instances are thread-safe and worth keeping.
 */
public final class EventEncoder {

    private final JsonMapper mapper = ContractJson.mapper();

    /** Creates an encoder. */
    public EventEncoder() {}

    /** An input event as structured-mode JSON. Decoding it gives an equal event. */
    public byte[] encode(InputEvent event) {
        return line(
                json ->
                        writeEvent(
                                json,
                                event.id(),
                                event.source(),
                                event.fact().type().typeName(),
                                event.subject(),
                                Optional.of(event.time()),
                                event.fact()));
    }

    /**
     * What is written to a file: a result as structured-mode JSON (the bytes on Kafka, too), a
     * tombstone as the line that stands for it.
     */
    public byte[] encode(Emission emission) {
        if (emission instanceof OutputEvent event) {
            return line(
                    json ->
                            writeEvent(
                                    json,
                                    event.id(),
                                    OutputEvent.SOURCE,
                                    event.result().type().typeName(),
                                    event.subject(),
                                    event.time(),
                                    event.result()));
        }
        Tombstone tombstone = (Tombstone) emission;
        return line(
                json -> {
                    json.writeStartObject();
                    json.writeBooleanField("tombstone", true);
                    json.writeStringField("key", tombstone.key());
                    json.writeStringField("time", tombstone.time().toString());
                    json.writeEndObject();
                });
    }

    private static void writeEvent(
            JsonGenerator json,
            String id,
            String source,
            String type,
            Optional<String> subject,
            Optional<Instant> time,
            Object data)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("specversion", "1.0");
        json.writeStringField("id", id);
        json.writeStringField("source", source);
        json.writeStringField("type", type);
        if (subject.isPresent()) {
            json.writeStringField("subject", subject.get());
        }
        if (time.isPresent()) {
            json.writeStringField("time", time.get().toString());
        }
        json.writePOJOField("data", data);
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private byte[] line(Content content) {
        // By way of characters: what is no character becomes a question mark then, where writing
        // bytes directly would fail, and with it a job.
        StringWriter line = new StringWriter(512);
        try (JsonGenerator json = mapper.createGenerator(line)) {
            content.writeTo(json);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("an event could not be written as JSON", unwritable);
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
