package io.customerpulse.events.fact;

import java.util.Objects;

/**
 * What a patch says of one field of a customer: left out keeps it, {@code null} clears it, a value
 * sets it.
 *
 * @param <T> the field's type
 */
public sealed interface Change<T> {

    /** The field was left out and keeps its value. */
    record Kept<T>() implements Change<T> {}

    /** The field was {@code null} and has no value from now on. */
    record Cleared<T>() implements Change<T> {}

    /** The field has this value from now on. */
    record Set<T>(T value) implements Change<T> {
        public Set {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A field left out. */
    static <T> Change<T> kept() {
        return new Kept<>();
    }

    /** A field cleared. */
    static <T> Change<T> cleared() {
        return new Cleared<>();
    }

    /** A field set. */
    static <T> Change<T> to(T value) {
        return new Set<>(value);
    }
}
