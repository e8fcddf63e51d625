package io.customerpulse.rules.story;

import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.UsageFact;
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
        return patch(Change.kept(), Change.kept(), Change.kept());
    }

    public static Fact contractEndSetTo(String end) {
        return patch(Change.kept(), Change.to(Instant.parse(end)), Change.kept());
    }

    public static Fact contractEndCleared() {
        return patch(Change.kept(), Change.cleared(), Change.kept());
    }

    public static Fact goLiveSetTo(String date) {
        return patch(Change.kept(), Change.kept(), Change.to(Instant.parse(date)));
    }

    public static Fact goLiveCleared() {
        return patch(Change.kept(), Change.kept(), Change.cleared());
    }

    public static Fact seatsSetTo(int seats) {
        return patch(Change.to(seats), Change.kept(), Change.kept());
    }

    public static Fact seatsCleared() {
        return patch(Change.cleared(), Change.kept(), Change.kept());
    }

    private static Fact patch(
            Change<Integer> seats, Change<Instant> contractEnd, Change<Instant> goLive) {
        return new CustomerFact.Updated(
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                seats,
                Change.kept(),
                contractEnd,
                Change.kept(),
                goLive,
                Change.kept(),
                Change.kept(),
                Change.kept());
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
}
