package io.customerpulse.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.events.Examples;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.fact.FactType;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the contract has an event that breaks it and nothing else. */
class RejectedExamplesTest {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final SchemaValidation VALIDATION = new SchemaValidation();

    private final EventDecoder decoder = new EventDecoder();

    /**
     * An event that breaks a rule.
     *
     * @param schemaSees whether the rule can be said in a schema
     */
    record Example(
            String rule, RejectionCode code, String path, boolean schemaSees, JsonNode event) {

        @Override
        public String toString() {
            return rule;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isRejectedWithCodeAndPath(Example example) {
        Decoded decoded =
                decoder.decode(example.event().toString().getBytes(StandardCharsets.UTF_8));

        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        Decoded.Rejected rejected = (Decoded.Rejected) decoded;
        assertThat(rejected.code()).isEqualTo(example.code());
        assertThat(rejected.reason()).startsWith(example.path() + " ");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isRefusedByTheSchemaAsFarAsASchemaCanSayIt(Example example) {
        FactType type = FactType.named(example.event().get("type").textValue()).orElseThrow();

        assertThat(VALIDATION.complaints(Schemas.path(type), example.event().toString()).isEmpty())
                .isEqualTo(!example.schemaSees());
    }

    static Stream<Example> examples() {
        return Examples.lines("/examples/rejected.ndjson").stream().map(RejectedExamplesTest::read);
    }

    private static Example read(String line) {
        try {
            return MAPPER.readValue(line, Example.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
