package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Things that are open until they are closed by name: issues, failed integrations, downturns.
 * Opening what is open already keeps the first time.
 */
public final class OpenCauses {

    private final Map<String, Occurrence> open = new TreeMap<>();

    /** What is open, oldest first. */
    public List<Occurrence> all() {
        return open.values().stream()
                .sorted(Comparator.comparing(Occurrence::time).thenComparing(Occurrence::reference))
                .toList();
    }

    /** The opening of what has this name, if it is open. */
    public Optional<Occurrence> named(String name) {
        return Optional.ofNullable(open.get(name));
    }

    void open(String name, Occurrence event) {
        open.putIfAbsent(name, event);
    }

    /** Opens, or moves the time of what is open to this event. */
    void renew(String name, Occurrence event) {
        open.put(name, event);
    }

    void close(String name) {
        open.remove(name);
    }

    /** Forgets what was opened so long ago. */
    public void expire(Instant at, Duration window) {
        open.values().removeIf(event -> !event.time().plus(window).isAfter(at));
    }

    void write(CompactOutput out) throws IOException {
        out.writeCount(open.size());
        for (Map.Entry<String, Occurrence> entry : open.entrySet()) {
            out.writeText(entry.getKey());
            entry.getValue().write(out);
        }
    }

    static OpenCauses read(CompactInput in) throws IOException {
        OpenCauses causes = new OpenCauses();
        for (int i = in.readSize(); i > 0; i--) {
            causes.open.put(in.readText(), Occurrence.read(in));
        }
        return causes;
    }
}
