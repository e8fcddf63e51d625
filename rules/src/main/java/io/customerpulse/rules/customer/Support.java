package io.customerpulse.rules.customer;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;

/** Tickets a customer opened lately, and what it answered when asked. */
public final class Support {

    private RecentFacts ticketsOpened = new RecentFacts();
    private BillingQuestions billingQuestions = new BillingQuestions();
    private RecentFacts csatAnswers = new RecentFacts();
    private RecentInstants invitations = new RecentInstants();
    private RecentInstants answers = new RecentInstants();

    /** Tickets opened lately; the value is a hash of the ticket's id. */
    public RecentFacts ticketsOpened() {
        return ticketsOpened;
    }

    /** Billing tickets from finance. */
    public BillingQuestions billingQuestions() {
        return billingQuestions;
    }

    /** CSAT answers lately; the value is the rating. */
    public RecentFacts csatAnswers() {
        return csatAnswers;
    }

    /** Invitations to any survey. */
    public RecentInstants invitations() {
        return invitations;
    }

    /** Answers to any survey. */
    public RecentInstants answers() {
        return answers;
    }

    void apply(TicketFact fact, Occurrence event) {
        billingQuestions.apply(fact, event);
        if (fact instanceof TicketFact.Opened opened) {
            long ticket = Hashing.komihash5_0().hashCharsToLong(opened.ticketId());
            ticketsOpened.removeAll(ticket);
            ticketsOpened.add(event, ticket);
        }
    }

    void apply(SurveyFact fact, Occurrence event) {
        if (fact instanceof SurveyFact.Invited) {
            invitations.add(event.time());
        } else if (fact instanceof SurveyFact.Answered answered) {
            answers.add(event.time());
            if (answered.survey() == Survey.CSAT) {
                csatAnswers.add(event, answered.score());
            }
        }
    }

    void write(CompactOutput out) throws IOException {
        ticketsOpened.write(out);
        billingQuestions.write(out);
        csatAnswers.write(out);
        invitations.write(out);
        answers.write(out);
    }

    static Support read(CompactInput in) throws IOException {
        Support support = new Support();
        support.ticketsOpened = RecentFacts.read(in);
        support.billingQuestions = BillingQuestions.read(in);
        support.csatAnswers = RecentFacts.read(in);
        support.invitations = RecentInstants.read(in);
        support.answers = RecentInstants.read(in);
        return support;
    }
}
