package io.customerpulse.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Examples;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.fact.FactType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas, decoder and encoder agree on real events of every input type. */
class InputExamplesTest {

    private static final SchemaValidation VALIDATION = new SchemaValidation();

    private final EventDecoder decoder = new EventDecoder();
    private final EventEncoder encoder = new EventEncoder();

    @ParameterizedTest
    @EnumSource
    void examplesFitTheSchema(FactType type) {
        assertThat(Examples.of(type))
                .isNotEmpty()
                .allSatisfy(
                        line ->
                                assertThat(VALIDATION.complaints(Schemas.path(type), line))
                                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void examplesAreDecodedWithoutUnknownFields(FactType type) {
        for (String line : Examples.of(type)) {
            Decoded decoded = decoder.decode(line.getBytes(StandardCharsets.UTF_8));

            assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
            Decoded.Accepted accepted = (Decoded.Accepted) decoded;
            assertThat(accepted.unknownFields()).isZero();
            assertThat(accepted.event().fact()).isExactlyInstanceOf(type.factClass());
            assertThat(accepted.event().fact().type()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEncodedIsDecodedToTheSameEventAndFitsTheSchema(FactType type) {
        for (String line : Examples.of(type)) {
            InputEvent event = accepted(line.getBytes(StandardCharsets.UTF_8));

            byte[] encoded = encoder.encode(event);

            assertThat(accepted(encoded)).isEqualTo(event);
            assertThat(
                            VALIDATION.complaints(
                                    Schemas.path(type),
                                    new String(encoded, StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    private InputEvent accepted(byte[] json) {
        return ((Decoded.Accepted) decoder.decode(json)).event();
    }
}
