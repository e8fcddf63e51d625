package io.customerpulse.jobs.topology;

/**
 * The uids of the operators, under which savepoints keep their state. They never change; names may.
 */
public final class Uids {

    public static final String INGEST = "ingest";
    public static final String DIRECTORY = "customer.directory";
    public static final String CUSTOMER_STATE = "customer.state";
    public static final String RISK_SCORE = "risk.score";

    private Uids() {}
}
