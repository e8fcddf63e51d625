package io.customerpulse.events.result;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.customerpulse.events.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The output types of the contract ({@code docs/events.md}), in its order. The ordinals are not
 * stored anywhere.
 */
public enum ResultType {
    CUSTOMER_MEASURED("customer.measured", Topic.CUSTOMER_METRICS, CustomerResult.Measured.class),
    HEALTH_SCORED("health.scored", Topic.HEALTH_SCORES, HealthResult.Scored.class),
    RISK_SCORED("risk.scored", Topic.RISK_SCORES, RiskResult.Scored.class),
    RISK_BAND_CHANGED("risk.band_changed", Topic.RISK_CHANGES, RiskResult.BandChanged.class),
    FLAG_RAISED("flag.raised", Topic.FLAGS, FlagResult.Raised.class),
    FLAG_CLEARED("flag.cleared", Topic.FLAGS, FlagResult.Cleared.class),
    SLA_STARTED("sla.started", Topic.SLA_EVENTS, SlaResult.Started.class),
    SLA_WARNED("sla.warned", Topic.SLA_EVENTS, SlaResult.Warned.class),
    SLA_MET("sla.met", Topic.SLA_EVENTS, SlaResult.Met.class),
    SLA_BREACHED("sla.breached", Topic.SLA_EVENTS, SlaResult.Breached.class),
    SLA_OVERDUE("sla.overdue", Topic.SLA_EVENTS, SlaResult.Overdue.class),
    SLA_EXCLUDED("sla.excluded", Topic.SLA_EVENTS, SlaResult.Excluded.class),
    SLA_CREDITED("sla.credited", Topic.SLA_EVENTS, SlaResult.Credited.class),
    SLA_REPORTED("sla.reported", Topic.SLA_REPORTS, SlaResult.Reported.class),
    ESCALATION_OPENED("escalation.opened", Topic.ESCALATIONS, EscalationResult.Opened.class),
    ESCALATION_RAISED("escalation.raised", Topic.ESCALATIONS, EscalationResult.Raised.class),
    ESCALATION_UPDATE_DUE(
            "escalation.update_due", Topic.ESCALATIONS, EscalationResult.UpdateDue.class),
    ESCALATION_RESOLVED("escalation.resolved", Topic.ESCALATIONS, EscalationResult.Resolved.class),
    INTERVENTION_OPENED(
            "intervention.opened", Topic.INTERVENTIONS, InterventionResult.Opened.class),
    INTERVENTION_UPGRADED(
            "intervention.upgraded", Topic.INTERVENTIONS, InterventionResult.Upgraded.class),
    INTERVENTION_STEP_DUE(
            "intervention.step_due", Topic.INTERVENTIONS, InterventionResult.StepDue.class),
    INTERVENTION_OVERDUE(
            "intervention.overdue", Topic.INTERVENTIONS, InterventionResult.Overdue.class),
    INTERVENTION_CLOSED(
            "intervention.closed", Topic.INTERVENTIONS, InterventionResult.Closed.class),
    SEGMENT_ASSIGNED("segment.assigned", Topic.SEGMENTS, SegmentResult.Assigned.class),
    CLUSTER_MOVED("cluster.moved", Topic.CLUSTER_MOVEMENTS, SegmentResult.Moved.class),
    PORTFOLIO_MEASURED("portfolio.measured", Topic.PORTFOLIO, PortfolioResult.Measured.class),
    EVENT_REJECTED("event.rejected", Topic.DEAD_LETTERS, IngestResult.Rejected.class),
    EVENT_LATE("event.late", Topic.LATE_EVENTS, IngestResult.Late.class),
    POLICY_APPLIED("policy.applied", Topic.AUDIT, AuditResult.PolicyApplied.class),
    POLICY_REJECTED("policy.rejected", Topic.AUDIT, AuditResult.PolicyRejected.class),
    RULE_HELD("rule.held", Topic.AUDIT, AuditResult.RuleHeld.class),
    CUSTOMER_ERASURE_COMPLETED(
            "customer.erasure_completed", Topic.AUDIT, AuditResult.ErasureCompleted.class);

    private static final Map<String, ResultType> BY_NAME =
            Stream.of(values())
                    .collect(toUnmodifiableMap(ResultType::typeName, Function.identity()));

    private final String typeName;
    private final Topic topic;
    private final Class<? extends Result> resultClass;

    ResultType(String typeName, Topic topic, Class<? extends Result> resultClass) {
        this.typeName = typeName;
        this.topic = topic;
        this.resultClass = resultClass;
    }

    /** The CloudEvents {@code type}. */
    public String typeName() {
        return typeName;
    }

    /** The topic results of this type are written to. */
    public Topic topic() {
        return topic;
    }

    /** The record that holds the type's data. */
    public Class<? extends Result> resultClass() {
        return resultClass;
    }

    /** The type of that name, if the contract has one. */
    public static Optional<ResultType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }
}
