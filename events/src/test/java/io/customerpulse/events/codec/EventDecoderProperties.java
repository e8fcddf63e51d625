package io.customerpulse.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.events.Examples;
import io.customerpulse.events.fact.FactType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of decoding that hold for every event and for every heap of bytes. */
class EventDecoderProperties {

    private final EventDecoder decoder = new EventDecoder();
    private final EventEncoder encoder = new EventEncoder();
    private final JsonMapper mapper = new JsonMapper();

    @Property
    void anyBytesHaveAnAnswer(@ForAll byte[] bytes) {
        assertNoFlawWasFound(decoder.decode(bytes));
        assertNoFlawWasFound(decoder.decodeBinary(Map.of("type", "feature.used"), bytes));
        assertThat(new EnvelopeReader().read(bytes)).isNotNull();
    }

    @Property(tries = 5000)
    void realEventsWithSomeBytesSpoiledHaveAnAnswer(
            @ForAll("examples") String example,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = Integer.MAX_VALUE) Integer> places,
            @ForAll long seed) {
        byte[] bytes = example.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int place : places) {
            bytes[place % bytes.length] = spoiling(random);
        }

        Decoded decoded = decoder.decode(bytes);

        assertNoFlawWasFound(decoded);
        if (decoded instanceof Decoded.Accepted accepted) {
            assertThat(decoder.decode(encoder.encode(accepted.event())))
                    .isEqualTo(new Decoded.Accepted(accepted.event(), 0));
        }
        assertThat(new EnvelopeReader().read(bytes)).isNotNull();
    }

    @Property
    void realEventsCutOffAnywhereAreRejectedAsBroken(
            @ForAll("examples") String example, @ForAll @IntRange(max = 100_000) int place) {
        byte[] bytes = example.getBytes(StandardCharsets.UTF_8);

        Decoded decoded = decoder.decode(Arrays.copyOf(bytes, place % bytes.length));

        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        assertThat(((Decoded.Rejected) decoded).code()).isEqualTo(RejectionCode.BROKEN_JSON);
    }

    @Property
    void theOrderOfAttributesAndFieldsDoesNotMatter(
            @ForAll("examples") String example, @ForAll long seed) throws JsonProcessingException {
        JsonNode event = mapper.readTree(example);
        Random random = new Random(seed);

        String shuffled = shuffled(event, random);

        assertThat(decoder.decode(shuffled.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(decoder.decode(example.getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(
                Stream.of(FactType.values()).flatMap(type -> Examples.of(type).stream()).toList());
    }

    /** Only a failure that is not the parser's own finding leaves the reason without details. */
    private static void assertNoFlawWasFound(Decoded decoded) {
        if (decoded instanceof Decoded.Rejected rejected) {
            assertThat(rejected.reason()).doesNotEndWith("is not well-formed JSON");
        }
    }

    /** Mostly bytes that mean something in JSON, since others only break it. */
    private static byte spoiling(Random random) {
        String telling = "{}[]\":,0123456789.eE+-nulltruefalse\\ ";
        return random.nextInt(4) == 0
                ? (byte) random.nextInt(256)
                : (byte) telling.charAt(random.nextInt(telling.length()));
    }

    private static String shuffled(JsonNode node, Random random) {
        if (!node.isObject()) {
            return node.toString();
        }
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            fields.add("\"" + field.getKey() + "\":" + shuffled(field.getValue(), random));
        }
        Collections.shuffle(fields, random);
        return fields.stream().collect(Collectors.joining(",", "{", "}"));
    }
}
