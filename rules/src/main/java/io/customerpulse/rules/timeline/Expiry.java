package io.customerpulse.rules.timeline;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Engagement;
import io.customerpulse.rules.customer.Organization;
import io.customerpulse.rules.customer.Support;
import io.customerpulse.rules.customer.UsageCalendar;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.risk.RiskPolicy;
import java.time.Duration;
import java.time.Instant;

/** Forgets what no rule will look at any more, so that a record stays small. */
final class Expiry {

    private final CustomerPolicy customer;
    private final RiskPolicy risk;
    private final FlagPolicy flags;
    private final UsageCalendar calendar;

    Expiry(CustomerPolicy customer, RiskPolicy risk, FlagPolicy flags) {
        this.customer = customer;
        this.risk = risk;
        this.flags = flags;
        this.calendar = new UsageCalendar(customer.usage().settles());
    }

    void apply(CustomerRecord record, Instant at) {
        long lastComplete = calendar.lastCompleteDay(at);
        record.usage().close(lastComplete, lastComplete - customer.usage().daysKept());
        record.seats().expire(at, customer.growth().seats());
        record.contractValue().expire(at, customer.growth().contractValue());
        record.nps()
                .expire(
                        at,
                        longer(customer.nps().window(), risk.npsDrop().window().multipliedBy(2)));
        record.outages().expire(at, customer.downtime().window());
        support(record.support(), at);
        organization(record.organization(), at);
        engagement(record.engagement(), at);
    }

    private void support(Support support, Instant at) {
        support.ticketsOpened().expire(at, customer.tickets().window());
        support.csatAnswers()
                .expire(at, longer(customer.csat().window(), risk.repeatedPoorCsat().within()));
        support.invitations().expire(at, customer.surveys().window());
        support.answers().expire(at, customer.surveys().window());
        support.billingQuestions().expire(at, risk.billingQuestions().lasts());
    }

    private void organization(Organization organization, Instant at) {
        organization.budgetCuts().expire(at, risk.budgetCut().lasts());
        organization.mergers().expire(at, risk.merger().lasts());
        organization.competitorDeals().expire(at, risk.competitorAcquisition().lasts());
    }

    private void engagement(Engagement engagement, Instant at) {
        engagement.reviewsAttended().expire(at, customer.reviews().window());
        engagement.actions().expire(at, customer.actions().window());
        engagement
                .sponsorContacts()
                .expire(at, longer(risk.sponsorEngaged().lasts(), flags.sponsorEngagedLasts()));
        engagement.referrals().expire(at, flags.referringLasts());
        engagement.testimonials().expire(at, flags.advocateLasts());
        engagement.feedback().expire(at, risk.proactiveFeedback().lasts());
        engagement.negativeMentions().expire(at, risk.negativeSocial().lasts());
        engagement.competitorMentions().expire(at, risk.competitorMentioned().lasts());
        engagement.opportunities().expire(at, risk.expansionOngoing().lasts());
        engagement.expansionsWon().expire(at, risk.expansionWon().lasts());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
