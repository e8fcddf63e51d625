package io.customerpulse.events;

import java.util.Arrays;
import java.util.Optional;

/** The topics of the contract ({@code docs/events.md}). */
public enum Topic {
    CUSTOMERS("customers", Direction.INPUT, false),
    CUSTOMER_EVENTS("customer-events", Direction.INPUT, false),
    SUPPORT_TICKETS("support-tickets", Direction.INPUT, false),
    SERVICE_EVENTS("service-events", Direction.INPUT, false),
    POLICIES("policies", Direction.INPUT, false),
    CUSTOMER_METRICS("customer-metrics", Direction.OUTPUT, true),
    HEALTH_SCORES("health-scores", Direction.OUTPUT, true),
    RISK_SCORES("risk-scores", Direction.OUTPUT, true),
    RISK_CHANGES("risk-changes", Direction.OUTPUT, false),
    FLAGS("flags", Direction.OUTPUT, false),
    SLA_EVENTS("sla-events", Direction.OUTPUT, false),
    SLA_REPORTS("sla-reports", Direction.OUTPUT, false),
    ESCALATIONS("escalations", Direction.OUTPUT, false),
    INTERVENTIONS("interventions", Direction.OUTPUT, false),
    SEGMENTS("segments", Direction.OUTPUT, true),
    CLUSTER_MOVEMENTS("cluster-movements", Direction.OUTPUT, false),
    PORTFOLIO("portfolio", Direction.OUTPUT, false),
    DEAD_LETTERS("dead-letters", Direction.OUTPUT, false),
    LATE_EVENTS("late-events", Direction.OUTPUT, false),
    AUDIT("audit", Direction.OUTPUT, false);

    /** Whether the application reads or writes the topic. */
    public enum Direction {
        INPUT,
        OUTPUT
    }

    private final String topicName;
    private final Direction direction;
    private final boolean compacted;

    Topic(String topicName, Direction direction, boolean compacted) {
        this.topicName = topicName;
        this.direction = direction;
        this.compacted = compacted;
    }

    /** The name on the broker, and of the file in a replay's output without its ending. */
    public String topicName() {
        return topicName;
    }

    /** Whether the application reads or writes the topic. */
    public Direction direction() {
        return direction;
    }

    /** Whether only the newest record of a key is kept, so that a tombstone deletes it. */
    public boolean compacted() {
        return compacted;
    }

    /** The topic of that name, if the contract has one. */
    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values()).filter(t -> t.topicName.equals(topicName)).findFirst();
    }
}
