package io.customerpulse.jobs.topology;

/**
 * The uids of the operators, under which savepoints keep their state. They never change; names may.
 * Patterns have theirs beside them, in {@code io.customerpulse.patterns}.
 */
public final class Uids {

    public static final String INGEST = "ingest";
    public static final String DIRECTORY = "customer.directory";
    public static final String CUSTOMER_STATE = "customer.state";
    public static final String RISK_SCORE = "risk.score";

    public static final String FLAG_CONDITIONS = "flags.conditions";
    public static final String FLAG_LIFECYCLE = "flags.lifecycle";
    public static final String FLAG_LATE_SIGNALS = "flags.late-signals";

    private Uids() {}
}
