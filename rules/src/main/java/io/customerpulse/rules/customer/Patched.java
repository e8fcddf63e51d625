package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.Change;
import java.util.Optional;
import java.util.function.Function;

/** Applies one field of a patch. */
final class Patched {

    private Patched() {}

    /** The field after the change: kept, cleared or set. */
    static <T, S> Optional<S> of(Optional<S> current, Change<T> change, Function<T, S> stored) {
        if (change instanceof Change.Set<T> set) {
            return Optional.of(stored.apply(set.value()));
        }
        return change instanceof Change.Cleared<T> ? Optional.empty() : current;
    }
}
