package io.customerpulse.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Short words for decoding in tests. */
final class Decoding {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static final EventDecoder DECODER = new EventDecoder();

    private Decoding() {}

    static Decoded decode(String json) {
        return DECODER.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    static Decoded.Accepted accepted(String json) {
        Decoded decoded = decode(json);
        assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
        return (Decoded.Accepted) decoded;
    }

    static Decoded.Rejected rejected(String json) {
        Decoded decoded = decode(json);
        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        return (Decoded.Rejected) decoded;
    }

    /** An event at noon about {@code acme}, with this JSON as its data. */
    static String event(String type, String data) {
        return """
                {"specversion":"1.0","id":"a1","source":"/test","type":"%s","subject":"acme",\
                "time":"2026-01-05T12:00:00Z","data":%s}"""
                .formatted(type, data);
    }
}
