package io.customerpulse.functions;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.PeopleFact;
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

/**
 * What a customer does, in the words of the tests. The id of an event follows from what it says, so
 * saying the same twice gives two copies of one event.
 *
 * @param name the customer's id
 */
public record Customer(String name) {

    private static final String SOURCE = "/test";

    public static Customer customer(String name) {
        return new Customer(name);
    }

    public InputEvent opensTicket(String ticket, String at) {
        return event(
                at,
                "ticket " + ticket,
                new TicketFact.Opened(
                        ticket,
                        Severity.P2,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        OptionalInt.empty()));
    }

    public InputEvent answersCsat(int score, String at) {
        return event(
                at,
                "csat " + score,
                new SurveyFact.Answered(
                        Survey.CSAT,
                        score,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    public InputEvent signsUntil(String end, String at) {
        return event(
                at,
                "signs until " + end,
                new ContractFact.Signed(
                        Instant.parse(end), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    public InputEvent terminates(String at) {
        return event(at, "terminates", new ContractFact.Terminated(Optional.empty()));
    }

    public InputEvent buysSeats(int seats, String at) {
        return event(at, "seats " + seats, new ContractFact.SeatsChanged(seats));
    }

    public InputEvent goesLive(String at) {
        return event(at, "goes live", new ImplementationFact.WentLive());
    }

    public InputEvent losesSponsor(String at) {
        return event(
                at,
                "sponsor departs",
                new PeopleFact.StakeholderDeparted(StakeholderRole.EXECUTIVE_SPONSOR));
    }

    public InputEvent appointsSponsor(String at) {
        return event(
                at,
                "sponsor appointed",
                new PeopleFact.StakeholderAppointed(StakeholderRole.EXECUTIVE_SPONSOR));
    }

    public InputEvent cutsBudget(String at) {
        return event(
                at,
                "budget cut",
                new PeopleFact.OrganizationChanged(OrganizationChange.BUDGET_CUT));
    }

    public InputEvent reportsUsage(String day, int activeUsers, String at) {
        return event(
                at,
                "usage " + day + " " + activeUsers,
                new UsageFact.Recorded(
                        LocalDate.parse(day),
                        activeUsers,
                        OptionalInt.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
    }

    public InputEvent uses(String user, String at) {
        return event(at, user + " uses", new UsageFact.FeatureUsed(user, "search"));
    }

    public InputEvent isRenamed(String to, String at) {
        return event(
                at,
                "renamed " + to,
                new CustomerFact.Updated(
                        Change.to(to),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept(),
                        Change.kept()));
    }

    public InputEvent isErased(String at) {
        return event(at, "erased", new CustomerFact.Erased());
    }

    private InputEvent event(String at, String says, Fact fact) {
        return new InputEvent(SOURCE, says + " " + at, Instant.parse(at), Optional.of(name), fact);
    }
}
