package io.customerpulse.rules.story;

import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.Channel;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.EngagementFact;
import io.customerpulse.events.fact.ExpansionFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.GoalFact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.OperationFact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.PeopleFact;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What may happen in a {@link CustomerStory}, in its words. */
public final class StoryFacts {

    private StoryFacts() {}

    public static Fact ticket(String ticketId) {
        return new TicketFact.Opened(
                ticketId,
                Severity.P3,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty());
    }

    public static Fact csat(int score) {
        return answered(Survey.CSAT, score);
    }

    public static Fact answered(Survey survey, int score) {
        return new SurveyFact.Answered(
                survey, score, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public static Fact departed(StakeholderRole role) {
        return new PeopleFact.StakeholderDeparted(role);
    }

    public static Fact appointed(StakeholderRole role) {
        return new PeopleFact.StakeholderAppointed(role);
    }

    public static Fact budgetCut() {
        return organization(OrganizationChange.BUDGET_CUT);
    }

    public static Fact organization(OrganizationChange change) {
        return new PeopleFact.OrganizationChanged(change);
    }

    public static Fact signedUntil(String end) {
        return new ContractFact.Signed(
                Instant.parse(end), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Fact renewedUntil(String end) {
        return new ContractFact.Renewed(
                Instant.parse(end), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Fact terminated() {
        return new ContractFact.Terminated(Optional.empty());
    }

    public static Fact erased() {
        return new CustomerFact.Erased();
    }

    public static Fact seats(int seats) {
        return new ContractFact.SeatsChanged(seats);
    }

    public static Fact wentLive() {
        return new ImplementationFact.WentLive();
    }

    /** A patch that says nothing: it only shows that the customer exists. */
    public static Fact updated() {
        return new Patch().fact();
    }

    public static Fact industry(String industry) {
        return new Patch().industry(Change.to(industry)).fact();
    }

    public static Fact contractValue(String value) {
        return new Patch().contractValue(Change.to(new BigDecimal(value))).fact();
    }

    public static Fact contractValueCleared() {
        return new Patch().contractValue(Change.cleared()).fact();
    }

    public static Fact contractStartSetTo(String start) {
        return new Patch().contractStart(Change.to(Instant.parse(start))).fact();
    }

    public static Fact contractStartCleared() {
        return new Patch().contractStart(Change.cleared()).fact();
    }

    public static Fact contractEndSetTo(String end) {
        return new Patch().contractEnd(Change.to(Instant.parse(end))).fact();
    }

    public static Fact contractEndCleared() {
        return new Patch().contractEnd(Change.cleared()).fact();
    }

    public static Fact goLiveTargetSetTo(String date) {
        return new Patch().goLiveTarget(Change.to(Instant.parse(date))).fact();
    }

    public static Fact goLiveTargetCleared() {
        return new Patch().goLiveTarget(Change.cleared()).fact();
    }

    public static Fact goLiveSetTo(String date) {
        return new Patch().goLiveDate(Change.to(Instant.parse(date))).fact();
    }

    public static Fact goLiveCleared() {
        return new Patch().goLiveDate(Change.cleared()).fact();
    }

    public static Fact seatsSetTo(int seats) {
        return new Patch().seats(Change.to(seats)).fact();
    }

    public static Fact seatsCleared() {
        return new Patch().seats(Change.cleared()).fact();
    }

    /** A patch of some fields of a customer. */
    private record Patch(
            Change<String> industry,
            Change<BigDecimal> contractValue,
            Change<Integer> seats,
            Change<Instant> contractStart,
            Change<Instant> contractEnd,
            Change<Instant> goLiveTarget,
            Change<Instant> goLiveDate) {

        Patch() {
            this(
                    Change.kept(),
                    Change.kept(),
                    Change.kept(),
                    Change.kept(),
                    Change.kept(),
                    Change.kept(),
                    Change.kept());
        }

        Patch industry(Change<String> change) {
            return new Patch(
                    change,
                    contractValue,
                    seats,
                    contractStart,
                    contractEnd,
                    goLiveTarget,
                    goLiveDate);
        }

        Patch contractValue(Change<BigDecimal> change) {
            return new Patch(
                    industry, change, seats, contractStart, contractEnd, goLiveTarget, goLiveDate);
        }

        Patch seats(Change<Integer> change) {
            return new Patch(
                    industry,
                    contractValue,
                    change,
                    contractStart,
                    contractEnd,
                    goLiveTarget,
                    goLiveDate);
        }

        Patch contractStart(Change<Instant> change) {
            return new Patch(
                    industry, contractValue, seats, change, contractEnd, goLiveTarget, goLiveDate);
        }

        Patch contractEnd(Change<Instant> change) {
            return new Patch(
                    industry,
                    contractValue,
                    seats,
                    contractStart,
                    change,
                    goLiveTarget,
                    goLiveDate);
        }

        Patch goLiveTarget(Change<Instant> change) {
            return new Patch(
                    industry, contractValue, seats, contractStart, contractEnd, change, goLiveDate);
        }

        Patch goLiveDate(Change<Instant> change) {
            return new Patch(
                    industry,
                    contractValue,
                    seats,
                    contractStart,
                    contractEnd,
                    goLiveTarget,
                    change);
        }

        Fact fact() {
            return new CustomerFact.Updated(
                    Change.kept(),
                    industry,
                    Change.kept(),
                    Change.kept(),
                    Change.kept(),
                    Change.kept(),
                    Change.kept(),
                    contractValue,
                    Change.kept(),
                    seats,
                    contractStart,
                    contractEnd,
                    goLiveTarget,
                    goLiveDate,
                    Change.kept(),
                    Change.kept(),
                    Change.kept());
        }
    }

    /** A report of a day's active users. */
    public static Fact usage(String day, int activeUsers) {
        return new UsageFact.Recorded(
                LocalDate.parse(day),
                activeUsers,
                OptionalInt.empty(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** One action by one user. */
    public static Fact used(String userId) {
        return new UsageFact.FeatureUsed(userId, "search");
    }

    public static Fact incident(String id) {
        return incidentAt(id, Optional.empty());
    }

    public static Fact incidentOf(String service, String id) {
        return incidentAt(id, Optional.of(service));
    }

    private static Fact incidentAt(String id, Optional<String> service) {
        return new ServiceFact.IncidentOpened(id, service, Optional.empty(), Optional.empty());
    }

    public static Fact incidentNaming(String id, String... customers) {
        return new ServiceFact.IncidentOpened(
                id, Optional.empty(), Optional.empty(), Optional.of(List.of(customers)));
    }

    public static Fact resolved(String id) {
        return new ServiceFact.IncidentResolved(
                id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Fact maintenance(String start, String end, String... services) {
        return new ServiceFact.MaintenanceScheduled(
                Instant.parse(start), Instant.parse(end), Optional.empty(), List.of(services));
    }

    public static Fact maintenanceAnnounced(String announcedAt, String start, String end) {
        return new ServiceFact.MaintenanceScheduled(
                Instant.parse(start),
                Instant.parse(end),
                Optional.of(Instant.parse(announcedAt)),
                List.of());
    }

    public static Fact signed(String start, String end) {
        return new ContractFact.Signed(
                Instant.parse(end),
                Optional.of(Instant.parse(start)),
                Optional.empty(),
                Optional.empty());
    }

    public static Fact renewed(String start, String end) {
        return new ContractFact.Renewed(
                Instant.parse(end),
                Optional.of(Instant.parse(start)),
                Optional.empty(),
                Optional.empty());
    }

    public static Fact signedFor(String annualContractValue, String end) {
        return new ContractFact.Signed(
                Instant.parse(end),
                Optional.empty(),
                Optional.of(new BigDecimal(annualContractValue)),
                Optional.empty());
    }

    public static Fact disputed() {
        return new ContractFact.Disputed();
    }

    public static Fact negotiationStarted() {
        return new ContractFact.NegotiationStarted();
    }

    public static Fact settled() {
        return new ContractFact.Settled();
    }

    public static Fact priceChanged(String percent) {
        return new ContractFact.PriceChanged(new BigDecimal(percent));
    }

    public static Fact training(String percent) {
        return new UsageFact.TrainingProgressed(new BigDecimal(percent));
    }

    public static Fact nps(int score) {
        return answered(Survey.NPS, score);
    }

    public static Fact nps(int score, String respondent) {
        return new SurveyFact.Answered(
                Survey.NPS,
                score,
                Optional.of(respondent),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public static Fact invited() {
        return new SurveyFact.Invited(Survey.CSAT);
    }

    public static Fact billingTicket(String ticketId, String role) {
        return ticket(ticketId, TicketGroup.BILLING, Optional.of(role));
    }

    public static Fact billingTicket(String ticketId) {
        return ticket(ticketId, TicketGroup.BILLING, Optional.empty());
    }

    public static Fact ticket(String ticketId, TicketGroup group, Optional<String> role) {
        return new TicketFact.Opened(
                ticketId,
                Severity.P3,
                Optional.of(group),
                role,
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty());
    }

    public static Fact solved(String ticketId) {
        return new TicketFact.Solved(ticketId);
    }

    public static Fact closed(String ticketId) {
        return new TicketFact.Closed(ticketId);
    }

    public static Fact reopened(String ticketId) {
        return new TicketFact.Reopened(ticketId);
    }

    public static Fact reviewAttended() {
        return new EngagementFact.ReviewHeld(true);
    }

    public static Fact reviewMissed() {
        return new EngagementFact.ReviewHeld(false);
    }

    public static Fact interaction(boolean withSponsor) {
        return new EngagementFact.InteractionLogged(
                Channel.CALL, withSponsor, Optional.empty(), Optional.empty());
    }

    public static Fact feedback() {
        return new EngagementFact.FeedbackGiven(Optional.empty());
    }

    public static Fact referral() {
        return new EngagementFact.ReferralMade(Optional.empty());
    }

    public static Fact testimonial() {
        return new EngagementFact.TestimonialGiven(Optional.empty());
    }

    public static Fact eventAttended() {
        return new EngagementFact.EventAttended(Optional.empty());
    }

    public static Fact discussed(String opportunityId) {
        return new ExpansionFact.Discussed(Optional.of(opportunityId), Optional.empty());
    }

    public static Fact discussed() {
        return new ExpansionFact.Discussed(Optional.empty(), Optional.empty());
    }

    public static Fact expansionWon(String opportunityId) {
        return new ExpansionFact.Won(Optional.of(opportunityId), Optional.empty());
    }

    public static Fact expansionWon() {
        return new ExpansionFact.Won(Optional.empty(), Optional.empty());
    }

    public static Fact expansionClosed(String opportunityId) {
        return new ExpansionFact.Closed(Optional.of(opportunityId), Optional.empty());
    }

    public static Fact expansionClosed() {
        return new ExpansionFact.Closed(Optional.empty(), Optional.empty());
    }

    public static Fact downturn(String industry) {
        return new MarketFact.DownturnStarted(industry);
    }

    public static Fact downturnEnded(String industry) {
        return new MarketFact.DownturnEnded(industry);
    }

    public static Fact competitorMentioned() {
        return new MarketFact.CompetitorMentioned(Optional.empty());
    }

    public static Fact social(Sentiment sentiment) {
        return new MarketFact.SocialMentioned(sentiment, Optional.empty());
    }

    public static Fact issueOpened(String issueId) {
        return new OperationFact.DataQualityIssueOpened(issueId);
    }

    public static Fact issueResolved(String issueId) {
        return new OperationFact.DataQualityIssueResolved(issueId);
    }

    public static Fact integrationFailed(String name) {
        return new OperationFact.IntegrationFailed(name);
    }

    public static Fact integrationRecovered(String name) {
        return new OperationFact.IntegrationRecovered(name);
    }

    public static Fact planned(String target) {
        return new ImplementationFact.Planned(Instant.parse(target), Optional.empty(), List.of());
    }

    public static Fact rescheduled(String target) {
        return new ImplementationFact.Rescheduled(Instant.parse(target));
    }

    public static Fact milestone(String due) {
        return new ImplementationFact.MilestoneCompleted(
                "milestone", Optional.of(Instant.parse(due)));
    }

    public static Fact milestone() {
        return new ImplementationFact.MilestoneCompleted("milestone", Optional.empty());
    }

    public static Fact goalSet(String goalId) {
        return new GoalFact.GoalSet(Optional.of(goalId));
    }

    public static Fact goalMet(String goalId) {
        return new GoalFact.GoalMet(Optional.of(goalId));
    }

    public static Fact returnReported(String ratio) {
        return new GoalFact.RoiReported(new BigDecimal(ratio));
    }

    /** A report of a day with content items, integrations and the features used. */
    public static Fact usage(
            String day, int activeUsers, int content, int integrations, String... features) {
        return new UsageFact.Recorded(
                LocalDate.parse(day),
                activeUsers,
                OptionalInt.empty(),
                List.of(features),
                OptionalInt.of(content),
                OptionalInt.of(integrations));
    }
}
