package io.customerpulse.functions.serialization;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.ResultType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The examples the contract gives of every event type. */
final class ContractExamples {

    private static final EventDecoder EVENTS = new EventDecoder();
    private static final ResultDecoder RESULTS = new ResultDecoder();

    private ContractExamples() {}

    /** Events of an input type: with every field, and with some left out. */
    static List<InputEvent> of(FactType type) {
        return in("/examples/input/" + type.typeName() + ".ndjson");
    }

    /** The events of a file on the class path. */
    static List<InputEvent> in(String path) {
        return lines(path).map(line -> ((Decoded.Accepted) EVENTS.decode(line)).event()).toList();
    }

    /** Events of an output type. */
    static List<OutputEvent> of(ResultType type) {
        return lines("/examples/output/" + type.typeName() + ".ndjson")
                .map(ContractExamples::decoded)
                .toList();
    }

    private static OutputEvent decoded(byte[] line) {
        return RESULTS.decode(line);
    }

    private static Stream<byte[]> lines(String path) {
        try (InputStream resource = ContractExamples.class.getResourceAsStream(path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
