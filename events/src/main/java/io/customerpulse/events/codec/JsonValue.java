package io.customerpulse.events.codec;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A value as it stands in the JSON. Numbers stay text until somebody asks for them, so that a huge
 * one in a field nobody reads costs and breaks nothing.
 */
sealed interface JsonValue {

    record Text(String text) implements JsonValue {}

    record Number(String literal) implements JsonValue {}

    record Bool(boolean value) implements JsonValue {}

    record Array(List<JsonValue> elements) implements JsonValue {}

    /** An object, or an array inside an array: no field of the contract has either. */
    record Nested() implements JsonValue {}

    record Null() implements JsonValue {}

    Null NULL = new Null();
    Nested NESTED = new Nested();
    Bool TRUE = new Bool(true);
    Bool FALSE = new Bool(false);

    /** Reads the value the parser stands before. */
    static JsonValue next(JsonParser parser) throws IOException {
        parser.nextToken();
        return of(parser);
    }

    /** The value the parser has just begun to read; no value at all counts as null. */
    static JsonValue of(JsonParser parser) throws IOException {
        return parser.hasCurrentToken() ? current(parser, parser.currentToken()) : NULL;
    }

    private static JsonValue current(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new Text(characters(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(parser.getText());
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> NULL;
            case START_ARRAY -> array(parser);
            default -> nested(parser);
        };
    }

    /**
     * The text the parser stands at. An escape can spell half a surrogate pair, which is no
     * character and cannot be written in UTF-8 again.
     */
    private static String characters(JsonParser parser) throws IOException {
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair =
                        i + 1 < text.length()
                                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw new JsonParseException(parser, "half a surrogate pair in a string");
                }
                i++;
            }
        }
        return text;
    }

    private static Array array(JsonParser parser) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            elements.add(token == JsonToken.START_ARRAY ? nested(parser) : current(parser, token));
        }
        return new Array(elements);
    }

    private static Nested nested(JsonParser parser) throws IOException {
        parser.skipChildren();
        return NESTED;
    }

    /** The value as a reason shows it, long ones shortened. */
    default String shown() {
        if (this instanceof Text text) {
            return '"' + shortened(text.text()) + '"';
        } else if (this instanceof Number number) {
            return shortened(number.literal());
        } else if (this instanceof Bool bool) {
            return Boolean.toString(bool.value());
        } else if (this instanceof Array) {
            return "an array";
        } else if (this instanceof Nested) {
            return "an object";
        }
        return "null";
    }

    private static String shortened(String text) {
        int shownAtMost = 60;
        if (text.length() <= shownAtMost) {
            return text;
        }
        // Never half a surrogate pair: the reason is written as UTF-8.
        int end =
                Character.isHighSurrogate(text.charAt(shownAtMost - 1))
                        ? shownAtMost - 1
                        : shownAtMost;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
