package io.customerpulse.events;

import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.ResultType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The example events among the test resources, one a line. */
public final class Examples {

    private Examples() {}

    /** Valid events of an input type: the first has every field, the others leave some out. */
    public static List<String> of(FactType type) {
        return lines("/examples/input/" + type.typeName() + ".ndjson");
    }

    /** Events of an output type as the application writes them, the first with every field. */
    public static List<String> of(ResultType type) {
        return lines("/examples/output/" + type.typeName() + ".ndjson");
    }

    /** The lines of a test resource. */
    public static List<String> lines(String path) {
        try (InputStream resource = Examples.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("no examples at " + path);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
