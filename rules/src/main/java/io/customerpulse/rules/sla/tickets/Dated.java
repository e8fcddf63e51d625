package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.InputEvent;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;

/**
 * What an event said.
 *
 * @param time the event's time
 * @param source with {@code id} the event's identity
 * @param id see {@code source}
 * @param value what it said
 */
record Dated<T>(Instant time, String source, String id, T value) {

    /** The order in which events apply. */
    static final Comparator<Dated<?>> ORDER =
            Comparator.<Dated<?>, Instant>comparing(Dated::time)
                    .thenComparing(Dated::source)
                    .thenComparing(Dated::id);

    static <T> Dated<T> of(InputEvent event, T value) {
        return new Dated<>(event.time(), event.source(), event.id(), value);
    }

    void write(CompactOutput out, CompactOutput.Element<T> element) throws IOException {
        out.writeInstant(time);
        EventIdentity.write(out, source, id);
        element.write(out, value);
    }

    static <T> Dated<T> read(CompactInput in, CompactInput.Element<T> element) throws IOException {
        Instant time = in.readInstant();
        EventIdentity identity = EventIdentity.read(in);
        return new Dated<>(time, identity.source(), identity.id(), element.read(in));
    }
}
