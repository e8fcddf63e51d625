package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import io.customerpulse.rules.state.Deferred;
import java.io.IOException;

/**
 * The part of a customer's record that only sparse events and turns look at.
 *
 * @param account the current facts of contract and seats
 * @param ticketsOpened tickets opened lately
 * @param csatAnswers CSAT answers lately
 * @param budgetCuts budget cuts lately
 * @param departures key people who left
 * @param outages incidents and the maintenance that excuses them
 * @param seen the sparse events applied lately
 * @param lastAssessment what the last assessment found
 */
record SparseFacts(
        Account account,
        RecentFacts ticketsOpened,
        RecentFacts csatAnswers,
        RecentFacts budgetCuts,
        Departures departures,
        Outages outages,
        SeenEvents seen,
        LastAssessment lastAssessment) {

    /** Nothing known. */
    SparseFacts() {
        this(new Outages());
    }

    /** Nothing known but what the service went through. */
    SparseFacts(Outages outages) {
        this(
                new Account(),
                new RecentFacts(),
                new RecentFacts(),
                new RecentFacts(),
                new Departures(),
                outages,
                new SeenEvents(),
                new LastAssessment());
    }

    static Deferred<SparseFacts> deferred(SparseFacts facts) {
        return Deferred.of(facts, SparseFacts::read, SparseFacts::write);
    }

    static Deferred<SparseFacts> deferred(CompactInput in) throws IOException {
        return Deferred.read(in, SparseFacts::read, SparseFacts::write);
    }

    private static void write(CompactOutput out, SparseFacts facts) throws IOException {
        facts.account.write(out);
        facts.ticketsOpened.write(out);
        facts.csatAnswers.write(out);
        facts.budgetCuts.write(out);
        facts.departures.write(out);
        facts.outages.write(out);
        facts.seen.write(out);
        facts.lastAssessment.write(out);
    }

    private static SparseFacts read(CompactInput in) throws IOException {
        return new SparseFacts(
                Account.read(in),
                RecentFacts.read(in),
                RecentFacts.read(in),
                RecentFacts.read(in),
                Departures.read(in),
                Outages.read(in),
                SeenEvents.read(in),
                LastAssessment.read(in));
    }
}
