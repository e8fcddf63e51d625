package io.customerpulse.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The CloudEvents attributes of one event as they came, and what they are worth. */
final class Attributes {

    private JsonValue specVersion = JsonValue.NULL;
    private JsonValue id = JsonValue.NULL;
    private JsonValue source = JsonValue.NULL;
    private JsonValue type = JsonValue.NULL;
    private JsonValue subject = JsonValue.NULL;
    private JsonValue time = JsonValue.NULL;
    private JsonValue dataContentType = JsonValue.NULL;

    /** Nothing seen yet. */
    Attributes() {}

    /** The attributes of a binary-mode event. */
    static Attributes of(Map<String, String> texts) {
        Attributes attributes = new Attributes();
        texts.forEach(
                (name, text) ->
                        attributes.put(
                                name, text == null ? JsonValue.NULL : new JsonValue.Text(text)));
        return attributes;
    }

    /** Whether it is one of those looked at; others are extensions and ignored. */
    static boolean known(String name) {
        return switch (name) {
            case "specversion", "id", "source", "type", "subject", "time", "datacontenttype" ->
                    true;
            default -> false;
        };
    }

    /** Reads the value the parser stands before into the attribute, or skips an extension. */
    void read(String name, JsonParser parser) throws IOException {
        if (known(name)) {
            put(name, JsonValue.next(parser));
        } else {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private void put(String name, JsonValue value) {
        switch (name) {
            case "specversion" -> specVersion = value;
            case "id" -> id = value;
            case "source" -> source = value;
            case "type" -> type = value;
            case "subject" -> subject = value;
            case "time" -> time = value;
            // In binary mode the protocol's own header says it.
            case "datacontenttype", "content-type" -> dataContentType = value;
            default -> {
                // An extension.
            }
        }
    }

    /**
     * The attributes every event needs.
     *
     * @throws Refusal if one of them is missing or wrong
     */
    Header header() throws Refusal {
        if (!required("specversion", specVersion).text().equals("1.0")) {
            throw Refusal.outOfRange("specversion", specVersion.shown(), "\"1.0\"");
        }
        Header header =
                new Header(
                        required("id", id).name(),
                        required("source", source).name(),
                        required("type", type).name(),
                        checkedSubject(),
                        required("time", time).instant());
        checkContentType();
        return header;
    }

    /** The attributes of a sound event. */
    record Header(String id, String source, String type, Optional<String> subject, Instant time) {}

    /** What is sound of them. */
    Envelope shown() {
        return new Envelope(shownTime(), shown(subject), shown(type), shown(source), shown(id));
    }

    private Optional<Instant> shownTime() {
        if (time instanceof JsonValue.Text text) {
            long millis = Timestamps.epochMillis(text.text());
            if (millis != Timestamps.MALFORMED && millis != Timestamps.IMPOSSIBLE) {
                return Optional.of(Instant.ofEpochMilli(millis));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> shown(JsonValue value) {
        return value instanceof JsonValue.Text text && !text.text().isEmpty()
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private Optional<String> checkedSubject() throws Refusal {
        if (subject instanceof JsonValue.Null) {
            return Optional.empty();
        }
        String text = new FieldValue("subject", subject).text();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void checkContentType() throws Refusal {
        if (dataContentType instanceof JsonValue.Null) {
            return;
        }
        String text = new FieldValue("datacontenttype", dataContentType).text();
        String mediaType = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.endsWith("/json") && !mediaType.endsWith("+json")) {
            throw Refusal.wrongType(
                    "datacontenttype", dataContentType.shown(), "JSON, as application/json is");
        }
    }

    private static FieldValue required(String name, JsonValue value) throws Refusal {
        if (value instanceof JsonValue.Null) {
            throw Refusal.missing(name);
        }
        return new FieldValue(name, value);
    }
}
