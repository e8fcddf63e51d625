package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.sla.SlaPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The policies clocks may keep to: those in force, which new clocks take, and those of before, to
 * which older clocks are pinned.
 */
public final class SlaPolicies {

    private final String version;
    private final CustomerPolicy.Tiers tiers;
    private final Duration duplicateMemory;
    private final Optional<Instant> alertsFrom;
    private final Map<String, Targets> targets = new TreeMap<>();

    /**
     * @param version names the policies in force
     * @param current what they promise
     * @param customer how tiers and copies of events are told
     * @param earlier what earlier versions promised
     * @param alertsFrom clocks of tickets opened before are marked as backfill
     */
    public SlaPolicies(
            String version,
            SlaPolicy current,
            CustomerPolicy customer,
            Map<String, SlaPolicy> earlier,
            Optional<Instant> alertsFrom) {
        this.version = version;
        this.tiers = customer.tiers();
        this.duplicateMemory = customer.duplicateMemory();
        this.alertsFrom = alertsFrom;
        earlier.forEach((name, policy) -> targets.put(name, new Targets(policy)));
        targets.put(version, new Targets(current));
    }

    String version() {
        return version;
    }

    SlaPolicy current() {
        return targets.get(version).policy();
    }

    CustomerPolicy.Tiers tiers() {
        return tiers;
    }

    Duration duplicateMemory() {
        return duplicateMemory;
    }

    boolean isBackfill(Instant opened) {
        return alertsFrom.filter(opened::isBefore).isPresent();
    }

    /** Whether any version owes each message an answer. */
    boolean promisesNextResponse() {
        return targets.values().stream()
                .anyMatch(t -> t.promises(ClockKind.CONTRACT, SlaTarget.NEXT_RESPONSE));
    }

    /** The targets by a version; those in force if it is not known. */
    Targets targets(String pinned) {
        return targets.getOrDefault(pinned, targets.get(version));
    }
}
