package io.customerpulse.jobs.scenario;

import java.util.Set;

/** The groups of scenarios that are not about one risk factor or one metric. */
final class ScenarioGroups {

    /** Replayed in the order of their lines, each by itself. */
    static final String AS_ARRIVED = "as-arrived";

    /** With events that concern every customer, so each replayed by itself. */
    static final String SHARED = "shared";

    static final Set<String> ALL =
            Set.of("bands", "customer", "ingest", "tier", "health", "sla", SHARED, AS_ARRIVED);

    private ScenarioGroups() {}
}
