package io.customerpulse.events;

import io.customerpulse.events.fact.Fact;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One fact that reached us, in its CloudEvents envelope ({@code docs/events.md}).
 *
 * @param source the CloudEvents {@code source}; together with {@code id} it identifies the event
 * @param id the CloudEvents {@code id}
 * @param time event time, to the millisecond
 * @param subject the customer the fact is about; empty only for types that may be shared
 * @param fact what happened
 */
public record InputEvent(
        String source, String id, Instant time, Optional<String> subject, Fact fact) {

    public InputEvent {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(fact, "fact");
    }

    /** The form in which evidence names this event: {@code source#id}. */
    public String reference() {
        return source + "#" + id;
    }
}
