package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.EngagementFact;
import io.customerpulse.events.fact.ExpansionFact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.Sentiment;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.Optional;

/** What a customer says and does with us beside tickets and surveys. */
public final class Engagement {

    private RecentFacts reviewsAttended = new RecentFacts();
    private Optional<Occurrence> lastReview = Optional.empty();
    private RecentFacts sponsorContacts = new RecentFacts();
    private RecentFacts feedback = new RecentFacts();
    private RecentFacts actions = new RecentFacts();
    private boolean everActed;
    private RecentFacts referrals = new RecentFacts();
    private RecentFacts testimonials = new RecentFacts();
    private RecentFacts negativeMentions = new RecentFacts();
    private RecentFacts competitorMentions = new RecentFacts();
    private OpenCauses opportunities = new OpenCauses();
    private Optional<Occurrence> lastExpansionTalk = Optional.empty();
    private RecentFacts expansionsWon = new RecentFacts();

    /** Reviews attended in the last year. */
    public RecentFacts reviewsAttended() {
        return reviewsAttended;
    }

    /** The last review attended, however long ago. */
    public Optional<Occurrence> lastReview() {
        return lastReview;
    }

    /** Interactions with the executive sponsor. */
    public RecentFacts sponsorContacts() {
        return sponsorContacts;
    }

    /** Feedback given unasked. */
    public RecentFacts feedback() {
        return feedback;
    }

    /** Events attended, feedback, referrals and testimonials. */
    public RecentFacts actions() {
        return actions;
    }

    /** Whether there ever was such an action. */
    public boolean everActed() {
        return everActed;
    }

    /** Others the customer referred to us. */
    public RecentFacts referrals() {
        return referrals;
    }

    /** Testimonials given. */
    public RecentFacts testimonials() {
        return testimonials;
    }

    /** Negative mentions in public. */
    public RecentFacts negativeMentions() {
        return negativeMentions;
    }

    /** Mentions of competitors. */
    public RecentFacts competitorMentions() {
        return competitorMentions;
    }

    /** Opportunities that are not closed, each with the last time it was discussed. */
    public OpenCauses opportunities() {
        return opportunities;
    }

    /** The last time any expansion was discussed. */
    public Optional<Occurrence> lastExpansionTalk() {
        return lastExpansionTalk;
    }

    /** Expansions won. */
    public RecentFacts expansionsWon() {
        return expansionsWon;
    }

    void apply(EngagementFact fact, Occurrence event) {
        if (fact instanceof EngagementFact.InteractionLogged interaction) {
            if (interaction.withSponsor()) {
                sponsorContacts.add(event, 0);
            }
        } else if (fact instanceof EngagementFact.ReviewHeld review) {
            if (review.attended()) {
                reviewsAttended.add(event, 0);
                lastReview = Optional.of(event);
            }
        } else {
            actions.add(event, 0);
            everActed = true;
            if (fact instanceof EngagementFact.FeedbackGiven) {
                feedback.add(event, 0);
            } else if (fact instanceof EngagementFact.ReferralMade) {
                referrals.add(event, 0);
            } else if (fact instanceof EngagementFact.TestimonialGiven) {
                testimonials.add(event, 0);
            }
        }
    }

    void apply(ExpansionFact fact, Occurrence event) {
        // A missing id is an id of its own.
        if (fact instanceof ExpansionFact.Discussed discussed) {
            opportunities.renew(discussed.opportunityId().orElse(""), event);
            lastExpansionTalk = Optional.of(event);
        } else if (fact instanceof ExpansionFact.Won won) {
            opportunities.close(won.opportunityId().orElse(""));
            expansionsWon.add(event, 0);
        } else if (fact instanceof ExpansionFact.Closed closed) {
            opportunities.close(closed.opportunityId().orElse(""));
        }
    }

    void apply(MarketFact fact, Occurrence event) {
        if (fact instanceof MarketFact.SocialMentioned mention) {
            if (mention.sentiment() == Sentiment.NEGATIVE) {
                negativeMentions.add(event, 0);
            }
        } else if (fact instanceof MarketFact.CompetitorMentioned) {
            competitorMentions.add(event, 0);
        }
    }

    void write(CompactOutput out) throws IOException {
        reviewsAttended.write(out);
        out.writeOptional(lastReview, (o, event) -> event.write(o));
        sponsorContacts.write(out);
        feedback.write(out);
        actions.write(out);
        out.writeBoolean(everActed);
        referrals.write(out);
        testimonials.write(out);
        negativeMentions.write(out);
        competitorMentions.write(out);
        opportunities.write(out);
        out.writeOptional(lastExpansionTalk, (o, event) -> event.write(o));
        expansionsWon.write(out);
    }

    static Engagement read(CompactInput in) throws IOException {
        Engagement engagement = new Engagement();
        engagement.reviewsAttended = RecentFacts.read(in);
        engagement.lastReview = in.readOptional(Occurrence::read);
        engagement.sponsorContacts = RecentFacts.read(in);
        engagement.feedback = RecentFacts.read(in);
        engagement.actions = RecentFacts.read(in);
        engagement.everActed = in.readBoolean();
        engagement.referrals = RecentFacts.read(in);
        engagement.testimonials = RecentFacts.read(in);
        engagement.negativeMentions = RecentFacts.read(in);
        engagement.competitorMentions = RecentFacts.read(in);
        engagement.opportunities = OpenCauses.read(in);
        engagement.lastExpansionTalk = in.readOptional(Occurrence::read);
        engagement.expansionsWon = RecentFacts.read(in);
        return engagement;
    }
}
