package io.customerpulse.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.FactType;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Makes input events of bytes: CloudEvents 1.0 in structured mode (one JSON object) and in binary
 * mode (attributes beside the data). Whatever the bytes are, the answer is a {@link Decoded};
 * nothing is thrown. One pass, whatever the order of the attributes. Where attributes or fields are
 * given twice, the last counts.
 *
 * <p>Instances are thread-safe and worth keeping: they remember field names.
 */
public final class EventDecoder {

    private final JsonInput input = new JsonInput();

    /** Creates a decoder. */
    public EventDecoder() {}

    /** Decodes a structured-mode event; {@code null} bytes are refused like empty ones. */
    public Decoded decode(byte[] json) {
        Attributes attributes = new Attributes();
        try {
            return decoded(attributes, read(json, attributes));
        } catch (Refusal refusal) {
            return rejected(attributes, refusal);
        }
    }

    /**
     * Decodes a binary-mode event.
     *
     * @param attributes by their names, without the prefix the protocol puts before them; {@code
     *     content-type} is understood beside {@code datacontenttype}
     * @param data the JSON of the data; empty or {@code null} counts as {@code {}}
     */
    public Decoded decodeBinary(Map<String, String> attributes, byte[] data) {
        Attributes read = Attributes.of(attributes);
        try {
            return decoded(read, new Data.Encoded(data == null ? new byte[0] : data));
        } catch (Refusal refusal) {
            return rejected(read, refusal);
        }
    }

    /** The data as the event carries it. */
    private sealed interface Data {

        record Fields(DataFields fields) implements Data {}

        /** JSON still to be parsed, as in binary mode. */
        record Encoded(byte[] json) implements Data {}

        /** Anything but an object. */
        record Unusable(Refusal refusal) implements Data {}
    }

    private Data read(byte[] json, Attributes attributes) throws Refusal {
        if (json == null || json.length == 0) {
            throw new Refusal(RejectionCode.BROKEN_JSON, "there are no bytes");
        }
        try (JsonParser parser = input.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Refusal(RejectionCode.BROKEN_JSON, "an event must be one JSON object");
            }
            Data data = new Data.Fields(new DataFields());
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                switch (name) {
                    case "data" -> data = data(parser);
                    case "data_base64" -> data = encodedData(parser, data);
                    default -> attributes.read(name, parser);
                }
            }
            JsonInput.end(parser);
            return data;
        } catch (IOException | RuntimeException broken) {
            // Unchecked ones too: no bytes may stop a job, not even those that find a flaw in the
            // parser. The original is kept on the dead letters, so nothing is hidden by this.
            throw JsonInput.broken("the event", broken);
        }
    }

    private static Data data(JsonParser parser) throws IOException {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            return new Data.Fields(DataFields.read(parser));
        }
        return withoutFields(JsonValue.of(parser));
    }

    private static Data withoutFields(JsonValue value) {
        return value instanceof JsonValue.Null
                ? new Data.Fields(new DataFields())
                : new Data.Unusable(Refusal.wrongType("data", value.shown(), "an object"));
    }

    private static Data encodedData(JsonParser parser, Data otherwise) throws IOException {
        JsonValue value = JsonValue.next(parser);
        if (value instanceof JsonValue.Null) {
            return otherwise;
        } else if (value instanceof JsonValue.Text text) {
            try {
                return new Data.Encoded(Base64.getDecoder().decode(text.text()));
            } catch (IllegalArgumentException notBase64) {
                // Falls through to the refusal below.
            }
        }
        return new Data.Unusable(
                Refusal.wrongType("data_base64", value.shown(), "a string in Base64"));
    }

    private Decoded decoded(Attributes attributes, Data data) throws Refusal {
        Attributes.Header header = attributes.header();
        Optional<FactType> type = FactType.named(header.type());
        if (type.isEmpty()) {
            return new Decoded.UnknownType(
                    header.type(), header.source(), header.id(), header.subject(), header.time());
        }
        if (type.get().needsSubject() && header.subject().isEmpty()) {
            throw new Refusal(
                    RejectionCode.MISSING_SUBJECT,
                    "subject must name the customer in events of type " + header.type());
        }
        DataFields fields = fields(data);
        InputEvent event =
                new InputEvent(
                        header.source(),
                        header.id(),
                        header.time(),
                        header.subject(),
                        Facts.read(type.get(), fields));
        return new Decoded.Accepted(event, fields.unknown());
    }

    private DataFields fields(Data data) throws Refusal {
        if (data instanceof Data.Fields read) {
            return read.fields();
        } else if (data instanceof Data.Encoded encoded) {
            return parsed(encoded.json());
        }
        throw ((Data.Unusable) data).refusal();
    }

    private DataFields parsed(byte[] json) throws Refusal {
        if (json.length == 0) {
            return new DataFields();
        }
        try (JsonParser parser = input.parser(json)) {
            Data data = data(parser);
            JsonInput.end(parser);
            return fields(data);
        } catch (IOException | RuntimeException broken) {
            throw JsonInput.broken("the data", broken);
        }
    }

    private static Decoded rejected(Attributes attributes, Refusal refusal) {
        Envelope shown = attributes.shown();
        return new Decoded.Rejected(
                refusal.code(), refusal.getMessage(), shown.time(), shown.subject());
    }
}
