package io.customerpulse.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Looks at the envelope of a line without decoding its data, as sorting needs: of input and output
 * events and of tombstones. Never throws; of a broken line it tells what came before the break.
 *
 * <p>Instances are thread-safe and worth keeping.
 */
public final class EnvelopeReader {

    private final JsonInput input = new JsonInput();

    /** Creates a reader. */
    public EnvelopeReader() {}

    /** What the line shows. */
    public Envelope read(byte[] line) {
        Attributes attributes = new Attributes();
        JsonValue tombstone = JsonValue.NULL;
        JsonValue key = JsonValue.NULL;
        try (JsonParser parser = input.parser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    switch (name) {
                        case "tombstone" -> tombstone = JsonValue.next(parser);
                        case "key" -> key = JsonValue.next(parser);
                        default -> attributes.read(name, parser);
                    }
                }
            }
        } catch (IOException | Refusal | RuntimeException broken) {
            // What was read before the break is all there is; the decoder says what is wrong.
        }
        Envelope shown = attributes.shown();
        if (tombstone.equals(JsonValue.TRUE) && key instanceof JsonValue.Text text) {
            return new Envelope(
                    shown.time(),
                    Optional.of(text.text()),
                    shown.type(),
                    shown.source(),
                    shown.id());
        }
        return shown;
    }
}
