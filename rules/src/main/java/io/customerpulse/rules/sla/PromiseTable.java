package io.customerpulse.rules.sla;

import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.SlaTarget;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised, by target and severity.
 *
 * @param promises a target or severity without an entry has no promise
 */
public record PromiseTable(Map<SlaTarget, Map<Severity, Promise>> promises)
        implements Serializable {

    /** A table of its own, which later changes of the argument do not reach. */
    public PromiseTable {
        Map<SlaTarget, Map<Severity, Promise>> copy = new EnumMap<>(SlaTarget.class);
        promises.forEach((target, bySeverity) -> copy.put(target, Map.copyOf(bySeverity)));
        promises = Map.copyOf(copy);
    }

    /** The promise for a target of a severity. */
    public Optional<Promise> promise(SlaTarget target, Severity severity) {
        return Optional.ofNullable(promises.getOrDefault(target, Map.of()).get(severity));
    }
}
