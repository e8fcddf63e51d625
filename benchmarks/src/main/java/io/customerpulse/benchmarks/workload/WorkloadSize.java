package io.customerpulse.benchmarks.workload;

import java.util.List;
import picocli.CommandLine.Option;

/** How large a workload is; two workloads of the same size are the same, byte for byte. */
public final class WorkloadSize {

    @Option(
            names = "--customers",
            description = "how many customers there are (default: ${DEFAULT-VALUE})",
            defaultValue = "10000")
    private int customers;

    @Option(
            names = "--events",
            description = "how many events they send (default: ${DEFAULT-VALUE})",
            defaultValue = "1000000")
    private int events;

    @Option(
            names = "--days",
            description = "in how many days of event time (default: ${DEFAULT-VALUE})",
            defaultValue = "7")
    private int days;

    @Option(
            names = "--seed",
            description = "what all chance is drawn from (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--episodes",
            description = "adds what begins each red and yellow flag once, within a week")
    private boolean episodes;

    /** How many customers there are. */
    public int customers() {
        return customers;
    }

    /** How many events they send, episodes not counted. */
    public int events() {
        return events;
    }

    /** In how many days of event time. */
    public int days() {
        return days;
    }

    /** What all chance is drawn from. */
    public long seed() {
        return seed;
    }

    /** Whether there is what begins each red and yellow flag once. */
    public boolean episodes() {
        return episodes;
    }

    /** The same options, for a process started from this one. */
    public List<String> arguments() {
        return List.of(
                "--customers=" + customers,
                "--events=" + events,
                "--days=" + days,
                "--seed=" + seed,
                "--episodes=" + episodes);
    }

    /** A name that says all of it. */
    public String name() {
        return "usage-heavy-c%d-e%d-d%d-s%d%s"
                .formatted(customers, events, days, seed, episodes ? "-episodes" : "");
    }
}
