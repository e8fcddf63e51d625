package io.customerpulse.events.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** Opens parsers over bytes that may be anything. */
final class JsonInput {

    /** Far more than any event needs; the text of a policy is the longest string there is. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxNumberLength(1000)
                    .maxStringLength(20_000_000)
                    .build();

    // Field names come from outside and are many in bad input: interning them helps nobody.
    private final JsonFactory factory =
            JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build();

    /** A parser over the bytes, which must be UTF-8: anything else JSON allowed once is refused. */
    JsonParser parser(byte[] json) throws IOException, Refusal {
        if (notUtf8(json)) {
            throw new Refusal(RejectionCode.BROKEN_JSON, "the bytes are not UTF-8");
        }
        return factory.createParser(json);
    }

    /** Makes sure that nothing follows the value just read. */
    static void end(JsonParser parser) throws IOException, Refusal {
        JsonToken further = parser.nextToken();
        if (further != null) {
            throw new Refusal(
                    RejectionCode.BROKEN_JSON,
                    "something follows the JSON object at " + place(parser.currentTokenLocation()));
        }
    }

    /** The refusal of bytes the parser stumbled over. */
    static Refusal broken(String what, Exception cause) {
        String reason = what + " is not well-formed JSON";
        if (cause instanceof JsonProcessingException syntax) {
            reason += ": " + syntax.getOriginalMessage();
            if (syntax.getLocation() != null) {
                reason += " at " + place(syntax.getLocation());
            }
        }
        return new Refusal(RejectionCode.BROKEN_JSON, reason);
    }

    private static String place(JsonLocation location) {
        return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /**
     * JSON begins with two ASCII characters, so a zero byte or a byte order mark betrays UTF-16.
     */
    private static boolean notUtf8(byte[] json) {
        return json.length >= 2
                && (json[0] == 0
                        || json[1] == 0
                        || (json[0] == (byte) 0xFE && json[1] == (byte) 0xFF)
                        || (json[0] == (byte) 0xFF && json[1] == (byte) 0xFE));
    }
}
