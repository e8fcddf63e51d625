package io.customerpulse.command.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.fact.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A simulation in memory: what it wrote, and what a decoder makes of it. */
record SimulatedWorld(
        Simulation.Settings settings, Simulation.Summary summary, String events, String truth) {

    static final LocalDate FROM = LocalDate.parse("2025-01-01");

    /** One line of the truth, read by something that knows nothing of how it was written. */
    record Label(String story, Optional<Instant> turnsAt, Optional<Instant> churnsAt) {}

    static SimulatedWorld of(int customers, int days, long seed) {
        Simulation.Settings settings = new Simulation.Settings(customers, days, seed, FROM);
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        ByteArrayOutputStream truth = new ByteArrayOutputStream();
        try {
            Simulation.Summary summary = new Simulation(settings).writeTo(events, truth);
            return new SimulatedWorld(
                    settings, summary, events.toString(UTF_8), truth.toString(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Instant start() {
        return Instant.ofEpochMilli(Day.first(settings.from()).start());
    }

    Instant end() {
        return Instant.ofEpochMilli(Day.first(settings.from()).plus(settings.days()).start());
    }

    List<Decoded> decoded() {
        EventDecoder decoder = new EventDecoder();
        return events.lines().map(line -> decoder.decode(line.getBytes(UTF_8))).toList();
    }

    List<InputEvent> inputEvents() {
        return decoded().stream()
                .filter(Decoded.Accepted.class::isInstance)
                .map(decoded -> ((Decoded.Accepted) decoded).event())
                .toList();
    }

    Map<String, Label> labels() {
        JsonMapper mapper = new JsonMapper();
        Map<String, Label> labels = new TreeMap<>();
        truth.lines()
                .forEach(
                        line -> {
                            JsonNode label = read(mapper, line);
                            labels.put(
                                    label.required("customer").asText(),
                                    new Label(
                                            label.required("story").asText(),
                                            instant(label, "turnsAt"),
                                            instant(label, "churnsAt")));
                        });
        return labels;
    }

    /** The events of one kind of fact, by customer. */
    static <F extends Fact> List<InputEvent> of(List<InputEvent> events, Class<F> fact) {
        return events.stream().filter(event -> fact.isInstance(event.fact())).toList();
    }

    private static JsonNode read(JsonMapper mapper, String line) {
        try {
            return mapper.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Instant> instant(JsonNode label, String field) {
        return label.has(field)
                ? Optional.of(Instant.parse(label.required(field).asText()))
                : Optional.empty();
    }
}
