package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;

/** Who left the customer, and what happened to its organization. */
public final class Organization {

    private Departures departures = new Departures();
    private Sponsor sponsor = new Sponsor();
    private RecentFacts budgetCuts = new RecentFacts();
    private RecentFacts mergers = new RecentFacts();
    private RecentFacts competitorDeals = new RecentFacts();

    /** Key people who left. */
    public Departures departures() {
        return departures;
    }

    /** The executive sponsor. */
    public Sponsor sponsor() {
        return sponsor;
    }

    /** Budget cuts lately. */
    public RecentFacts budgetCuts() {
        return budgetCuts;
    }

    /** Mergers lately. */
    public RecentFacts mergers() {
        return mergers;
    }

    /** Acquisitions of, or by, a competitor of ours lately. */
    public RecentFacts competitorDeals() {
        return competitorDeals;
    }

    void apply(PeopleFact fact, Occurrence event) {
        if (fact instanceof PeopleFact.OrganizationChanged changed) {
            switch (changed.change()) {
                case BUDGET_CUT -> budgetCuts.add(event, 0);
                case MERGER -> mergers.add(event, 0);
                case ACQUIRED_COMPETITOR, ACQUIRED_BY_COMPETITOR -> competitorDeals.add(event, 0);
            }
        } else {
            departures.apply(fact, event);
            sponsor.apply(fact, event);
        }
    }

    void write(CompactOutput out) throws IOException {
        departures.write(out);
        sponsor.write(out);
        budgetCuts.write(out);
        mergers.write(out);
        competitorDeals.write(out);
    }

    static Organization read(CompactInput in) throws IOException {
        Organization organization = new Organization();
        organization.departures = Departures.read(in);
        organization.sponsor = Sponsor.read(in);
        organization.budgetCuts = RecentFacts.read(in);
        organization.mergers = RecentFacts.read(in);
        organization.competitorDeals = RecentFacts.read(in);
        return organization;
    }
}
