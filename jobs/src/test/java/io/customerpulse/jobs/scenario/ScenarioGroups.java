package io.customerpulse.jobs.scenario;

import java.util.Set;

/** The groups of scenarios that are not about one risk factor. */
final class ScenarioGroups {

    /** Replayed in the order of their lines, each by itself. */
    static final String AS_ARRIVED = "as-arrived";

    /** With events that concern every customer, so each replayed by itself. */
    static final String SHARED = "shared";

    /** About what is measured; replayed apart from events that concern every customer. */
    static final String METRICS = "metrics";

    /** About the health score, likewise. */
    static final String HEALTH = "health";

    static final Set<String> ALL =
            Set.of("bands", "customer", "ingest", METRICS, HEALTH, SHARED, AS_ARRIVED);

    private ScenarioGroups() {}
}
