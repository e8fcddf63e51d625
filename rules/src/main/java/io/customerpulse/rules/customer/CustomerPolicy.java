package io.customerpulse.rules.customer;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a customer's metrics are measured: {@code config/policies/customer.yaml}, explained in {@code
 * docs/policies.md}.
 *
 * @param usageTelemetry false where a deployment sends no usage: everything about usage is off
 * @param usageSettles how long after midnight a day is still being reported
 * @param usageDaysKept how many days of usage are kept; reports of older days are ignored
 * @param duplicateMemory how long an event is recognised as seen before
 * @param adoption how the share of active users is measured
 * @param csat how satisfaction is measured
 * @param tickets how tickets are counted
 * @param downtime how downtime is measured
 */
public record CustomerPolicy(
        boolean usageTelemetry,
        Duration usageSettles,
        int usageDaysKept,
        Duration duplicateMemory,
        Adoption adoption,
        Csat csat,
        Tickets tickets,
        Downtime downtime)
        implements Serializable {

    /**
     * @param days complete days the mean is taken over
     * @param knownAfterDays complete days since go-live before it is known
     */
    public record Adoption(int days, int knownAfterDays) implements Serializable {}

    /**
     * @param window how far back answers count
     * @param answersNeeded from how many answers on the mean is known
     */
    public record Csat(Duration window, int answersNeeded) implements Serializable {}

    /**
     * @param window how far back opened tickets count
     */
    public record Tickets(Duration window) implements Serializable {}

    /**
     * @param window how far back downtime counts
     * @param maintenanceNotice how long before its start maintenance must be announced to excuse
     */
    public record Downtime(Duration window, Duration maintenanceNotice) implements Serializable {}
}
