package io.customerpulse.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Examples;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.events.result.ResultType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas, encoder and decoder agree on real events of every output type. */
class OutputExamplesTest {

    private static final SchemaValidation VALIDATION = new SchemaValidation();

    private final ResultDecoder decoder = new ResultDecoder();
    private final EventEncoder encoder = new EventEncoder();

    @ParameterizedTest
    @EnumSource
    void examplesFitTheSchema(ResultType type) {
        assertThat(Examples.of(type))
                .isNotEmpty()
                .allSatisfy(
                        line ->
                                assertThat(VALIDATION.complaints(Schemas.path(type), line))
                                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDecodedIsEncodedToTheSameBytes(ResultType type) {
        for (String line : Examples.of(type)) {
            OutputEvent event = decoder.decode(line.getBytes(StandardCharsets.UTF_8));

            assertThat(event.result()).isExactlyInstanceOf(type.resultClass());
            assertThat(event.result().type()).isEqualTo(type);
            assertThat(new String(encoder.encode(event), StandardCharsets.UTF_8)).isEqualTo(line);
        }
    }

    /** Consumers drop known ids: an id that changed would make them see old events anew. */
    @ParameterizedTest
    @EnumSource
    void idsStayAsTheyHaveAlwaysBeen(ResultType type) {
        for (String line : Examples.of(type)) {
            OutputEvent event = decoder.decode(line.getBytes(StandardCharsets.UTF_8));

            assertThat(OutputEvent.of(event.subject(), event.time(), event.result()))
                    .isEqualTo(event);
        }
    }
}
