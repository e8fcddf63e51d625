package io.customerpulse.events.codec;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.BusinessModel;
import io.customerpulse.events.fact.Channel;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.ControlFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.CustomerStatus;
import io.customerpulse.events.fact.EngagementFact;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.ExpansionFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.fact.GoalFact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.OperationFact;
import io.customerpulse.events.fact.OrderFact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.PaymentFact;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.ResponseFact;
import io.customerpulse.events.fact.Sentiment;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.fact.UsageFact;
import java.math.BigDecimal;
import java.time.Instant;

/** Which fields make up the fact of each type ({@code docs/events.md}). */
final class Facts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Facts() {}

    static Fact read(FactType type, DataFields data) throws Refusal {
        return switch (type) {
            case CUSTOMER_UPDATED -> customerUpdated(data);
            case CUSTOMER_ERASED -> new CustomerFact.Erased();
            case CONTRACT_SIGNED ->
                    new ContractFact.Signed(
                            data.instant("end"),
                            data.optionalInstant("start"),
                            data.optionalMoney("annualContractValue"),
                            data.optionalMoney("monthlyFee"));
            case CONTRACT_RENEWED ->
                    new ContractFact.Renewed(
                            data.instant("end"),
                            data.optionalInstant("start"),
                            data.optionalMoney("annualContractValue"),
                            data.optionalMoney("monthlyFee"));
            case CONTRACT_PRICE_CHANGED ->
                    new ContractFact.PriceChanged(
                            data.decimal("changePercent", MILLION.negate(), MILLION));
            case CONTRACT_DISPUTED -> new ContractFact.Disputed();
            case CONTRACT_NEGOTIATION_STARTED -> new ContractFact.NegotiationStarted();
            case CONTRACT_SETTLED -> new ContractFact.Settled();
            case CONTRACT_TERMINATED -> new ContractFact.Terminated(data.optionalText("reason"));
            case SEATS_CHANGED -> new ContractFact.SeatsChanged(data.count("licensedUsers"));
            case USAGE_RECORDED ->
                    new UsageFact.Recorded(
                            data.day("day"),
                            data.count("activeUsers"),
                            data.optionalCount("sessions"),
                            data.texts("featuresUsed"),
                            data.optionalCount("contentItems"),
                            data.optionalCount("integrationsActive"));
            case FEATURE_USED ->
                    new UsageFact.FeatureUsed(data.name("userId"), data.name("feature"));
            case TRAINING_PROGRESSED ->
                    new UsageFact.TrainingProgressed(
                            data.decimal("completionPercent", BigDecimal.ZERO, HUNDRED));
            case SURVEY_INVITED -> new SurveyFact.Invited(data.oneOf("survey", Survey.class));
            case SURVEY_ANSWERED -> surveyAnswered(data);
            case TICKET_OPENED ->
                    new TicketFact.Opened(
                            data.name("ticketId"),
                            data.oneOf("severity", Severity.class),
                            data.optionalOneOf("group", TicketGroup.class),
                            data.optionalText("requesterRole"),
                            data.optionalText("text"),
                            data.bool("blocksGoLive", false),
                            data.optionalName("problemId"),
                            data.optionalCount("affectedUsers"));
            case TICKET_REPLIED ->
                    new TicketFact.Replied(
                            data.name("ticketId"),
                            data.oneOf("by", Author.class),
                            data.bool("public", true),
                            data.optionalText("text"));
            case TICKET_SEVERITY_CHANGED ->
                    new TicketFact.SeverityChanged(
                            data.name("ticketId"), data.oneOf("severity", Severity.class));
            case TICKET_WAITING -> new TicketFact.Waiting(data.name("ticketId"));
            case TICKET_RESUMED -> new TicketFact.Resumed(data.name("ticketId"));
            case TICKET_WORKAROUND_GIVEN -> new TicketFact.WorkaroundGiven(data.name("ticketId"));
            case TICKET_SOLVED -> new TicketFact.Solved(data.name("ticketId"));
            case TICKET_REOPENED -> new TicketFact.Reopened(data.name("ticketId"));
            case TICKET_CLOSED -> new TicketFact.Closed(data.name("ticketId"));
            case TICKET_EXCLUDED ->
                    new TicketFact.Excluded(
                            data.name("ticketId"), data.oneOf("reason", ExclusionReason.class));
            case INCIDENT_OPENED ->
                    new ServiceFact.IncidentOpened(
                            data.name("incidentId"),
                            data.optionalText("service"),
                            data.optionalText("severity"),
                            data.optionalNames("customers"));
            case INCIDENT_RESOLVED ->
                    new ServiceFact.IncidentResolved(
                            data.name("incidentId"),
                            data.optionalText("service"),
                            data.optionalText("severity"),
                            data.optionalNames("customers"));
            case MAINTENANCE_SCHEDULED -> maintenanceScheduled(data);
            case FORCE_MAJEURE_DECLARED -> new ServiceFact.ForceMajeureDeclared(data.name("cause"));
            case FORCE_MAJEURE_ENDED -> new ServiceFact.ForceMajeureEnded(data.name("cause"));
            case IMPLEMENTATION_PLANNED ->
                    new ImplementationFact.Planned(
                            data.instant("goLiveTarget"),
                            data.optionalInstant("start"),
                            data.texts("phases"));
            case IMPLEMENTATION_RESCHEDULED ->
                    new ImplementationFact.Rescheduled(data.instant("goLiveTarget"));
            case IMPLEMENTATION_PHASE_COMPLETED ->
                    new ImplementationFact.PhaseCompleted(data.name("phase"));
            case IMPLEMENTATION_WENT_LIVE -> new ImplementationFact.WentLive();
            case MILESTONE_COMPLETED ->
                    new ImplementationFact.MilestoneCompleted(
                            data.name("name"), data.optionalInstant("due"));
            case STAKEHOLDER_DEPARTED ->
                    new PeopleFact.StakeholderDeparted(
                            data.oneOf("role", StakeholderRole.class, StakeholderRole.OTHER));
            case STAKEHOLDER_APPOINTED ->
                    new PeopleFact.StakeholderAppointed(
                            data.oneOf("role", StakeholderRole.class, StakeholderRole.OTHER));
            case ORGANIZATION_CHANGED ->
                    new PeopleFact.OrganizationChanged(
                            data.oneOf("change", OrganizationChange.class));
            case MARKET_DOWNTURN_STARTED -> new MarketFact.DownturnStarted(data.name("industry"));
            case MARKET_DOWNTURN_ENDED -> new MarketFact.DownturnEnded(data.name("industry"));
            case COMPETITOR_MENTIONED ->
                    new MarketFact.CompetitorMentioned(data.optionalText("competitor"));
            case SOCIAL_MENTIONED ->
                    new MarketFact.SocialMentioned(
                            data.oneOf("sentiment", Sentiment.class), data.optionalText("text"));
            case INTERACTION_LOGGED ->
                    new EngagementFact.InteractionLogged(
                            data.oneOf("channel", Channel.class),
                            data.bool("withSponsor", false),
                            data.optionalOneOf("sentiment", Sentiment.class),
                            data.optionalText("text"));
            case REVIEW_HELD -> new EngagementFact.ReviewHeld(data.bool("attended"));
            case FEEDBACK_GIVEN -> new EngagementFact.FeedbackGiven(data.optionalText("text"));
            case REFERRAL_MADE -> new EngagementFact.ReferralMade(data.optionalText("text"));
            case TESTIMONIAL_GIVEN ->
                    new EngagementFact.TestimonialGiven(data.optionalText("text"));
            case EVENT_ATTENDED -> new EngagementFact.EventAttended(data.optionalText("text"));
            case EXPANSION_DISCUSSED ->
                    new ExpansionFact.Discussed(
                            data.optionalName("opportunityId"), data.optionalMoney("amount"));
            case EXPANSION_WON ->
                    new ExpansionFact.Won(
                            data.optionalName("opportunityId"), data.optionalMoney("amount"));
            case EXPANSION_CLOSED ->
                    new ExpansionFact.Closed(
                            data.optionalName("opportunityId"), data.optionalMoney("amount"));
            case GOAL_SET -> new GoalFact.GoalSet(data.optionalName("goalId"));
            case GOAL_MET -> new GoalFact.GoalMet(data.optionalName("goalId"));
            case ROI_REPORTED ->
                    new GoalFact.RoiReported(data.decimal("ratio", BigDecimal.ZERO, MILLION));
            case ORDER_PLACED ->
                    new OrderFact.Placed(
                            data.name("orderId"),
                            data.money("amount"),
                            data.texts("products"),
                            data.optionalText("promotion"));
            case ORDER_RETURNED ->
                    new OrderFact.Returned(
                            data.name("orderId"),
                            data.money("amount"),
                            data.texts("products"),
                            data.optionalText("promotion"));
            case PAYMENT_FAILED -> new PaymentFact.Failed(data.optionalName("invoiceId"));
            case PAYMENT_RECOVERED -> new PaymentFact.Recovered(data.optionalName("invoiceId"));
            case SUBSCRIPTION_DOWNGRADE_REQUESTED ->
                    new PaymentFact.DowngradeRequested(data.optionalName("invoiceId"));
            case DATA_QUALITY_ISSUE_OPENED ->
                    new OperationFact.DataQualityIssueOpened(data.name("issueId"));
            case DATA_QUALITY_ISSUE_RESOLVED ->
                    new OperationFact.DataQualityIssueResolved(data.name("issueId"));
            case INTEGRATION_FAILED ->
                    new OperationFact.IntegrationFailed(data.name("integration"));
            case INTEGRATION_RECOVERED ->
                    new OperationFact.IntegrationRecovered(data.name("integration"));
            case INTERVENTION_STEP_COMPLETED ->
                    new ResponseFact.InterventionStepCompleted(
                            data.name("interventionId"), data.optionalText("step"));
            case INTERVENTION_CLOSED ->
                    new ResponseFact.InterventionClosed(
                            data.name("interventionId"), data.optionalText("outcome"));
            case ESCALATION_ACKNOWLEDGED ->
                    new ResponseFact.EscalationAcknowledged(
                            data.name("escalationId"), data.optionalText("by"));
            case ESCALATION_SNOOZED ->
                    new ResponseFact.EscalationSnoozed(
                            data.name("escalationId"),
                            data.instant("until"),
                            data.optionalText("reason"),
                            data.optionalText("by"));
            case INTERVENTION_SNOOZED ->
                    new ResponseFact.InterventionSnoozed(
                            data.name("interventionId"),
                            data.instant("until"),
                            data.optionalText("reason"),
                            data.optionalText("by"));
            case CLOCK_TICKED -> new ControlFact.ClockTicked();
            case POLICY_PUBLISHED ->
                    new ControlFact.PolicyPublished(
                            data.name("document"), data.name("version"), data.text("content"));
        };
    }

    private static CustomerFact.Updated customerUpdated(DataFields data) throws Refusal {
        return new CustomerFact.Updated(
                data.change("name", FieldValue::name),
                data.change("industry", FieldValue::name),
                data.change("employees", DataFields::count),
                data.change("region", FieldValue::name),
                data.change("timeZone", FieldValue::timeZone),
                data.change("currency", FieldValue::name),
                data.change("businessModel", value -> value.oneOf(BusinessModel.class)),
                data.change("annualContractValue", DataFields::money),
                data.change("monthlyFee", DataFields::money),
                data.change("licensedUsers", DataFields::count),
                data.change("contractStart", FieldValue::instant),
                data.change("contractEnd", FieldValue::instant),
                data.change("goLiveTarget", FieldValue::instant),
                data.change("goLiveDate", FieldValue::instant),
                data.change("executiveSponsor", FieldValue::name),
                data.change("status", value -> value.oneOf(CustomerStatus.class)),
                data.change("internal", FieldValue::bool));
    }

    private static SurveyFact.Answered surveyAnswered(DataFields data) throws Refusal {
        Survey survey = data.oneOf("survey", Survey.class);
        return new SurveyFact.Answered(
                survey,
                data.wholeNumber("score", survey.lowest(), survey.highest()),
                data.optionalName("respondent"),
                data.optionalName("ticketId"),
                data.optionalText("comment"),
                data.bool("anonymous", false));
    }

    private static ServiceFact.MaintenanceScheduled maintenanceScheduled(DataFields data)
            throws Refusal {
        Instant start = data.instant("start");
        Instant end = data.instant("end");
        if (!end.isAfter(start)) {
            throw Refusal.outOfRange("data.end", end.toString(), "after data.start, " + start);
        }
        return new ServiceFact.MaintenanceScheduled(
                start, end, data.optionalInstant("announcedAt"), data.texts("services"));
    }
}
