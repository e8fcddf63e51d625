package io.customerpulse.rules.sla;

import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.calendar.CalendarDefinition;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What is promised to customers and what follows when it is missed: {@code
 * config/policies/sla.yaml}, explained in {@code docs/policies.md}.
 *
 * @param calendars by name
 * @param contract what the contract of each tier promises
 * @param severityMatrix what the team promises itself, by severity
 * @param groups what the team promises itself for tickets of a group
 * @param warnings at which percents of its target a clock warns, by tier, rising
 * @param pauseFirstResponse whether waiting for the customer stops the first response too
 * @param maintenanceNotice how long before its start maintenance must be announced to stop clocks
 * @param keeping how long tickets are remembered
 * @param credits what each tier is owed
 * @param repeated from how many misses on they are repeated
 * @param reports what each tier is reported
 * @param reportingZone whose midnights begin months and quarters
 */
public record SlaPolicy(
        Map<String, CalendarDefinition> calendars,
        Map<Tier, PromiseTable> contract,
        PromiseTable severityMatrix,
        Map<TicketGroup, PromiseTable> groups,
        Map<Tier, List<Integer>> warnings,
        boolean pauseFirstResponse,
        Duration maintenanceNotice,
        Keeping keeping,
        Map<Tier, CreditTerms> credits,
        Repeated repeated,
        Map<Tier, ReportTerms> reports,
        ZoneId reportingZone)
        implements Serializable {

    public SlaPolicy {
        calendars = Map.copyOf(calendars);
        contract = Map.copyOf(contract);
        groups = Map.copyOf(groups);
        warnings = Map.copyOf(warnings);
        credits = Map.copyOf(credits);
        reports = Map.copyOf(reports);
    }

    /**
     * How long after its last event a ticket is remembered, in which time a late event can still
     * correct it.
     *
     * @param closed after it was closed
     * @param solved after it was solved, and neither closed nor opened again
     * @param neverOpened events of a ticket whose opening has not come
     */
    public record Keeping(Duration closed, Duration solved, Duration neverOpened)
            implements Serializable {}

    /**
     * From how many misses on they are repeated.
     *
     * @param inMonth within a calendar month
     * @param inQuarter within a calendar quarter
     */
    public record Repeated(int inMonth, int inQuarter) implements Serializable {}

    /** How often a tier is reported on. */
    public enum ReportingPeriod {
        MONTH,
        QUARTER
    }

    /**
     * What a tier is reported.
     *
     * @param every how often
     * @param targetPercent the share of clocks met that is promised, in percent
     */
    public record ReportTerms(ReportingPeriod every, BigDecimal targetPercent)
            implements Serializable {}
}
