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

    public static final String SLA_DELIVERIES = "sla.deliveries";
    public static final String SLA_CLOCKS = "sla.clocks";
    public static final String SLA_VERDICTS = "sla.verdicts";
    public static final String SLA_BREACHES = "sla.breaches";
    public static final String SLA_LEDGER = "sla.ledger";
    public static final String SLA_CUSTOMER_REPORTS = "sla.reports.customers";
    public static final String SLA_TIER_REPORTS = "sla.reports.tiers";
    public static final String SLA_LATE_SIGNALS = "sla.late-signals";

    private Uids() {}
}
