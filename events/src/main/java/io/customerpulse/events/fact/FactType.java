package io.customerpulse.events.fact;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The input types of the contract ({@code docs/events.md}), in its order. The ordinals are not
 * stored anywhere.
 */
public enum FactType {
    CUSTOMER_UPDATED("customer.updated", Kind.SPARSE, CustomerFact.Updated.class),
    CUSTOMER_ERASED("customer.erased", Kind.SPARSE, CustomerFact.Erased.class),
    CONTRACT_SIGNED("contract.signed", Kind.SPARSE, ContractFact.Signed.class),
    CONTRACT_RENEWED("contract.renewed", Kind.SPARSE, ContractFact.Renewed.class),
    CONTRACT_PRICE_CHANGED("contract.price_changed", Kind.SPARSE, ContractFact.PriceChanged.class),
    CONTRACT_DISPUTED("contract.disputed", Kind.SPARSE, ContractFact.Disputed.class),
    CONTRACT_NEGOTIATION_STARTED(
            "contract.negotiation_started", Kind.SPARSE, ContractFact.NegotiationStarted.class),
    CONTRACT_SETTLED("contract.settled", Kind.SPARSE, ContractFact.Settled.class),
    CONTRACT_TERMINATED("contract.terminated", Kind.SPARSE, ContractFact.Terminated.class),
    SEATS_CHANGED("seats.changed", Kind.SPARSE, ContractFact.SeatsChanged.class),
    USAGE_RECORDED("usage.recorded", Kind.DENSE, UsageFact.Recorded.class),
    FEATURE_USED("feature.used", Kind.DENSE, UsageFact.FeatureUsed.class),
    TRAINING_PROGRESSED("training.progressed", Kind.SPARSE, UsageFact.TrainingProgressed.class),
    SURVEY_INVITED("survey.invited", Kind.SPARSE, SurveyFact.Invited.class),
    SURVEY_ANSWERED("survey.answered", Kind.SPARSE, SurveyFact.Answered.class),
    TICKET_OPENED("ticket.opened", Kind.SPARSE, TicketFact.Opened.class),
    TICKET_REPLIED("ticket.replied", Kind.SPARSE, TicketFact.Replied.class),
    TICKET_SEVERITY_CHANGED(
            "ticket.severity_changed", Kind.SPARSE, TicketFact.SeverityChanged.class),
    TICKET_WAITING("ticket.waiting", Kind.SPARSE, TicketFact.Waiting.class),
    TICKET_RESUMED("ticket.resumed", Kind.SPARSE, TicketFact.Resumed.class),
    TICKET_WORKAROUND_GIVEN(
            "ticket.workaround_given", Kind.SPARSE, TicketFact.WorkaroundGiven.class),
    TICKET_SOLVED("ticket.solved", Kind.SPARSE, TicketFact.Solved.class),
    TICKET_REOPENED("ticket.reopened", Kind.SPARSE, TicketFact.Reopened.class),
    TICKET_CLOSED("ticket.closed", Kind.SPARSE, TicketFact.Closed.class),
    TICKET_EXCLUDED("ticket.excluded", Kind.SPARSE, TicketFact.Excluded.class),
    INCIDENT_OPENED("incident.opened", Kind.SHARED, ServiceFact.IncidentOpened.class),
    INCIDENT_RESOLVED("incident.resolved", Kind.SHARED, ServiceFact.IncidentResolved.class),
    MAINTENANCE_SCHEDULED(
            "maintenance.scheduled", Kind.SHARED, ServiceFact.MaintenanceScheduled.class),
    FORCE_MAJEURE_DECLARED(
            "force_majeure.declared", Kind.SHARED, ServiceFact.ForceMajeureDeclared.class),
    FORCE_MAJEURE_ENDED("force_majeure.ended", Kind.SHARED, ServiceFact.ForceMajeureEnded.class),
    IMPLEMENTATION_PLANNED("implementation.planned", Kind.SPARSE, ImplementationFact.Planned.class),
    IMPLEMENTATION_RESCHEDULED(
            "implementation.rescheduled", Kind.SPARSE, ImplementationFact.Rescheduled.class),
    IMPLEMENTATION_PHASE_COMPLETED(
            "implementation.phase_completed", Kind.SPARSE, ImplementationFact.PhaseCompleted.class),
    IMPLEMENTATION_WENT_LIVE(
            "implementation.went_live", Kind.SPARSE, ImplementationFact.WentLive.class),
    MILESTONE_COMPLETED(
            "milestone.completed", Kind.SPARSE, ImplementationFact.MilestoneCompleted.class),
    STAKEHOLDER_DEPARTED("stakeholder.departed", Kind.SPARSE, PeopleFact.StakeholderDeparted.class),
    STAKEHOLDER_APPOINTED(
            "stakeholder.appointed", Kind.SPARSE, PeopleFact.StakeholderAppointed.class),
    ORGANIZATION_CHANGED("organization.changed", Kind.SPARSE, PeopleFact.OrganizationChanged.class),
    MARKET_DOWNTURN_STARTED(
            "market.downturn_started", Kind.SHARED, MarketFact.DownturnStarted.class),
    MARKET_DOWNTURN_ENDED("market.downturn_ended", Kind.SHARED, MarketFact.DownturnEnded.class),
    COMPETITOR_MENTIONED("competitor.mentioned", Kind.SPARSE, MarketFact.CompetitorMentioned.class),
    SOCIAL_MENTIONED("social.mentioned", Kind.SPARSE, MarketFact.SocialMentioned.class),
    INTERACTION_LOGGED("interaction.logged", Kind.SPARSE, EngagementFact.InteractionLogged.class),
    REVIEW_HELD("review.held", Kind.SPARSE, EngagementFact.ReviewHeld.class),
    FEEDBACK_GIVEN("feedback.given", Kind.SPARSE, EngagementFact.FeedbackGiven.class),
    REFERRAL_MADE("referral.made", Kind.SPARSE, EngagementFact.ReferralMade.class),
    TESTIMONIAL_GIVEN("testimonial.given", Kind.SPARSE, EngagementFact.TestimonialGiven.class),
    EVENT_ATTENDED("event.attended", Kind.SPARSE, EngagementFact.EventAttended.class),
    EXPANSION_DISCUSSED("expansion.discussed", Kind.SPARSE, ExpansionFact.Discussed.class),
    EXPANSION_WON("expansion.won", Kind.SPARSE, ExpansionFact.Won.class),
    EXPANSION_CLOSED("expansion.closed", Kind.SPARSE, ExpansionFact.Closed.class),
    GOAL_SET("goal.set", Kind.SPARSE, GoalFact.GoalSet.class),
    GOAL_MET("goal.met", Kind.SPARSE, GoalFact.GoalMet.class),
    ROI_REPORTED("roi.reported", Kind.SPARSE, GoalFact.RoiReported.class),
    ORDER_PLACED("order.placed", Kind.SPARSE, OrderFact.Placed.class),
    ORDER_RETURNED("order.returned", Kind.SPARSE, OrderFact.Returned.class),
    PAYMENT_FAILED("payment.failed", Kind.SPARSE, PaymentFact.Failed.class),
    PAYMENT_RECOVERED("payment.recovered", Kind.SPARSE, PaymentFact.Recovered.class),
    SUBSCRIPTION_DOWNGRADE_REQUESTED(
            "subscription.downgrade_requested", Kind.SPARSE, PaymentFact.DowngradeRequested.class),
    DATA_QUALITY_ISSUE_OPENED(
            "data_quality.issue_opened", Kind.SPARSE, OperationFact.DataQualityIssueOpened.class),
    DATA_QUALITY_ISSUE_RESOLVED(
            "data_quality.issue_resolved",
            Kind.SPARSE,
            OperationFact.DataQualityIssueResolved.class),
    INTEGRATION_FAILED("integration.failed", Kind.SPARSE, OperationFact.IntegrationFailed.class),
    INTEGRATION_RECOVERED(
            "integration.recovered", Kind.SPARSE, OperationFact.IntegrationRecovered.class),
    INTERVENTION_STEP_COMPLETED(
            "intervention.step_completed",
            Kind.SPARSE,
            ResponseFact.InterventionStepCompleted.class),
    INTERVENTION_CLOSED("intervention.closed", Kind.SPARSE, ResponseFact.InterventionClosed.class),
    ESCALATION_ACKNOWLEDGED(
            "escalation.acknowledged", Kind.SPARSE, ResponseFact.EscalationAcknowledged.class),
    ESCALATION_SNOOZED("escalation.snoozed", Kind.SPARSE, ResponseFact.EscalationSnoozed.class),
    INTERVENTION_SNOOZED(
            "intervention.snoozed", Kind.SPARSE, ResponseFact.InterventionSnoozed.class),
    CLOCK_TICKED("clock.ticked", Kind.CONTROL, ControlFact.ClockTicked.class),
    POLICY_PUBLISHED("policy.published", Kind.CONTROL, ControlFact.PolicyPublished.class);

    /** How the application treats a type. */
    public enum Kind {
        /** About one customer, rare: applied in event-time order. */
        SPARSE,
        /** About one customer, frequent: only fills day buckets, idempotent. */
        DENSE,
        /** May concern many customers; the subject is optional. */
        SHARED,
        /** Concerns no customer; the subject is ignored. */
        CONTROL
    }

    private static final Map<String, FactType> BY_NAME =
            Stream.of(values()).collect(toUnmodifiableMap(FactType::typeName, Function.identity()));

    private final String typeName;
    private final Kind kind;
    private final Class<? extends Fact> factClass;

    FactType(String typeName, Kind kind, Class<? extends Fact> factClass) {
        this.typeName = typeName;
        this.kind = kind;
        this.factClass = factClass;
    }

    /** The CloudEvents {@code type}. */
    public String typeName() {
        return typeName;
    }

    /** How the application treats the type. */
    public Kind kind() {
        return kind;
    }

    /** The record that holds the type's data. */
    public Class<? extends Fact> factClass() {
        return factClass;
    }

    /** Whether an event of this type must name a customer. */
    public boolean needsSubject() {
        return kind == Kind.SPARSE || kind == Kind.DENSE;
    }

    /** The type of that name, if the contract has one. */
    public static Optional<FactType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }
}
