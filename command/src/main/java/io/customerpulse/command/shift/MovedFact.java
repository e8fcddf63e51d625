package io.customerpulse.command.shift;

import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.ResponseFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.UsageFact;
import java.time.Instant;

/**
 * Moves the instants and days that facts speak of. Every type is named: whoever adds one is asked
 * here whether it speaks of time.
 */
final class MovedFact {

    private MovedFact() {}

    static Fact of(Fact fact, TimeShift shift) {
        return switch (fact.type()) {
            case CUSTOMER_UPDATED -> customerUpdated((CustomerFact.Updated) fact, shift);
            case CONTRACT_SIGNED -> signed((ContractFact.Signed) fact, shift);
            case CONTRACT_RENEWED -> renewed((ContractFact.Renewed) fact, shift);
            case USAGE_RECORDED -> usageRecorded((UsageFact.Recorded) fact, shift);
            case MAINTENANCE_SCHEDULED ->
                    maintenance((ServiceFact.MaintenanceScheduled) fact, shift);
            case IMPLEMENTATION_PLANNED -> planned((ImplementationFact.Planned) fact, shift);
            case IMPLEMENTATION_RESCHEDULED ->
                    rescheduled((ImplementationFact.Rescheduled) fact, shift);
            case MILESTONE_COMPLETED ->
                    milestone((ImplementationFact.MilestoneCompleted) fact, shift);
            case ESCALATION_SNOOZED -> snoozed((ResponseFact.EscalationSnoozed) fact, shift);
            case INTERVENTION_SNOOZED -> snoozed((ResponseFact.InterventionSnoozed) fact, shift);
            case CUSTOMER_ERASED,
                    CONTRACT_PRICE_CHANGED,
                    CONTRACT_DISPUTED,
                    CONTRACT_NEGOTIATION_STARTED,
                    CONTRACT_SETTLED,
                    CONTRACT_TERMINATED,
                    SEATS_CHANGED,
                    FEATURE_USED,
                    TRAINING_PROGRESSED,
                    SURVEY_INVITED,
                    SURVEY_ANSWERED,
                    TICKET_OPENED,
                    TICKET_REPLIED,
                    TICKET_SEVERITY_CHANGED,
                    TICKET_WAITING,
                    TICKET_RESUMED,
                    TICKET_WORKAROUND_GIVEN,
                    TICKET_SOLVED,
                    TICKET_REOPENED,
                    TICKET_CLOSED,
                    TICKET_EXCLUDED,
                    INCIDENT_OPENED,
                    INCIDENT_RESOLVED,
                    FORCE_MAJEURE_DECLARED,
                    FORCE_MAJEURE_ENDED,
                    IMPLEMENTATION_PHASE_COMPLETED,
                    IMPLEMENTATION_WENT_LIVE,
                    STAKEHOLDER_DEPARTED,
                    STAKEHOLDER_APPOINTED,
                    ORGANIZATION_CHANGED,
                    MARKET_DOWNTURN_STARTED,
                    MARKET_DOWNTURN_ENDED,
                    COMPETITOR_MENTIONED,
                    SOCIAL_MENTIONED,
                    INTERACTION_LOGGED,
                    REVIEW_HELD,
                    FEEDBACK_GIVEN,
                    REFERRAL_MADE,
                    TESTIMONIAL_GIVEN,
                    EVENT_ATTENDED,
                    EXPANSION_DISCUSSED,
                    EXPANSION_WON,
                    EXPANSION_CLOSED,
                    GOAL_SET,
                    GOAL_MET,
                    ROI_REPORTED,
                    ORDER_PLACED,
                    ORDER_RETURNED,
                    PAYMENT_FAILED,
                    PAYMENT_RECOVERED,
                    SUBSCRIPTION_DOWNGRADE_REQUESTED,
                    DATA_QUALITY_ISSUE_OPENED,
                    DATA_QUALITY_ISSUE_RESOLVED,
                    INTEGRATION_FAILED,
                    INTEGRATION_RECOVERED,
                    INTERVENTION_STEP_COMPLETED,
                    INTERVENTION_CLOSED,
                    ESCALATION_ACKNOWLEDGED,
                    CLOCK_TICKED,
                    POLICY_PUBLISHED ->
                    fact;
        };
    }

    private static Fact customerUpdated(CustomerFact.Updated patch, TimeShift shift) {
        return new CustomerFact.Updated(
                patch.name(),
                patch.industry(),
                patch.employees(),
                patch.region(),
                patch.timeZone(),
                patch.currency(),
                patch.businessModel(),
                patch.annualContractValue(),
                patch.monthlyFee(),
                patch.licensedUsers(),
                moved(patch.contractStart(), shift),
                moved(patch.contractEnd(), shift),
                moved(patch.goLiveTarget(), shift),
                moved(patch.goLiveDate(), shift),
                patch.executiveSponsor(),
                patch.status(),
                patch.internal());
    }

    private static Change<Instant> moved(Change<Instant> change, TimeShift shift) {
        return change instanceof Change.Set<Instant> set
                ? Change.to(shift.moved(set.value()))
                : change;
    }

    private static Fact signed(ContractFact.Signed contract, TimeShift shift) {
        return new ContractFact.Signed(
                shift.moved(contract.end()),
                contract.start().map(shift::moved),
                contract.annualContractValue(),
                contract.monthlyFee());
    }

    private static Fact renewed(ContractFact.Renewed contract, TimeShift shift) {
        return new ContractFact.Renewed(
                shift.moved(contract.end()),
                contract.start().map(shift::moved),
                contract.annualContractValue(),
                contract.monthlyFee());
    }

    private static Fact usageRecorded(UsageFact.Recorded usage, TimeShift shift) {
        return new UsageFact.Recorded(
                shift.moved(usage.day()),
                usage.activeUsers(),
                usage.sessions(),
                usage.featuresUsed(),
                usage.contentItems(),
                usage.integrationsActive());
    }

    private static Fact maintenance(ServiceFact.MaintenanceScheduled maintenance, TimeShift shift) {
        return new ServiceFact.MaintenanceScheduled(
                shift.moved(maintenance.start()),
                shift.moved(maintenance.end()),
                maintenance.announcedAt().map(shift::moved),
                maintenance.services());
    }

    private static Fact planned(ImplementationFact.Planned plan, TimeShift shift) {
        return new ImplementationFact.Planned(
                shift.moved(plan.goLiveTarget()), plan.start().map(shift::moved), plan.phases());
    }

    private static Fact rescheduled(ImplementationFact.Rescheduled plan, TimeShift shift) {
        return new ImplementationFact.Rescheduled(shift.moved(plan.goLiveTarget()));
    }

    private static Fact milestone(
            ImplementationFact.MilestoneCompleted milestone, TimeShift shift) {
        return new ImplementationFact.MilestoneCompleted(
                milestone.name(), milestone.due().map(shift::moved));
    }

    private static Fact snoozed(ResponseFact.EscalationSnoozed snoozed, TimeShift shift) {
        return new ResponseFact.EscalationSnoozed(
                snoozed.escalationId(),
                shift.moved(snoozed.until()),
                snoozed.reason(),
                snoozed.by());
    }

    private static Fact snoozed(ResponseFact.InterventionSnoozed snoozed, TimeShift shift) {
        return new ResponseFact.InterventionSnoozed(
                snoozed.interventionId(),
                shift.moved(snoozed.until()),
                snoozed.reason(),
                snoozed.by());
    }
}
