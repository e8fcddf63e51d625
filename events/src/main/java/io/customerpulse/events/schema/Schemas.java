package io.customerpulse.events.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.ResultType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The JSON Schemas (2020-12) of all events, which lie beside this class's module under {@code
 * /schemas}. They refer to each other by relative paths; {@code definitions.json} holds the kinds
 * of values and the two {@code …-envelope.json} what all events have.
 */
public final class Schemas {

    private final JsonMapper mapper = new JsonMapper();

    /** Creates a reader of the schemas on the class path. */
    public Schemas() {}

    /** The path of an input type's schema on the class path. */
    public static String path(FactType type) {
        return "/schemas/input/" + type.typeName() + ".json";
    }

    /** The path of an output type's schema on the class path. */
    public static String path(ResultType type) {
        return "/schemas/output/" + type.typeName() + ".json";
    }

    /** The schema of an input type. */
    public JsonNode of(FactType type) {
        return read(path(type));
    }

    /** The schema of an output type. */
    public JsonNode of(ResultType type) {
        return read(path(type));
    }

    /** What every input event has. */
    public JsonNode inputEnvelope() {
        return read("/schemas/input-envelope.json");
    }

    /** What every output event has. */
    public JsonNode outputEnvelope() {
        return read("/schemas/output-envelope.json");
    }

    /** The kinds of values that fields have, under {@code $defs}. */
    public JsonNode definitions() {
        return read("/schemas/definitions.json");
    }

    private JsonNode read(String path) {
        try (InputStream schema = Schemas.class.getResourceAsStream(path)) {
            if (schema == null) {
                throw new IllegalStateException(
                        "the schema %s is missing from the class path".formatted(path));
            }
            return mapper.readTree(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the schema %s cannot be read".formatted(path), unreadable);
        }
    }
}
