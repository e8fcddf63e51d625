package io.customerpulse.jobs.settings;

import java.io.Serializable;
import java.time.Duration;

/** What moves event time while a partition has no events ({@code docs/operating.md}). */
public sealed interface QuietTime extends Serializable {

    /**
     * Ticks are written into every partition, and one that lags is waited for.
     *
     * @param interval how often
     */
    record Heartbeat(Duration interval) implements QuietTime {}

    /**
     * A silent partition is not waited for; event time stands still when all are silent.
     *
     * @param after how long a partition must be silent
     */
    record Idleness(Duration after) implements QuietTime {}
}
