package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.Channel;
import io.customerpulse.events.fact.EngagementFact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.Sentiment;
import java.util.List;
import java.util.Optional;

/** What people say to us and about us: reviews, conversations, references, mentions. */
final class RelationshipHabit implements Habit {

    private static final List<Channel> CHANNELS = List.of(Channel.values());
    static final List<String> COMPETITORS = List.of("Northwind", "Contoso", "Fabrikam");
    private static final double PER_DAY = 1 / 365.0;

    private final Profile profile;
    private final RandomStream random;
    private int nextReview;
    private int nextConversation;

    RelationshipHabit(Profile profile, int goLiveDay, RandomStream random) {
        this.profile = profile;
        this.random = random;
        int live = goLiveDay == Plot.NEVER ? Plot.NEVER / 2 : goLiveDay;
        this.nextReview = live + random.between(3, Math.max(4, reviewGap()));
        this.nextConversation = random.between(0, 20);
    }

    /** Days between two reviews, a little shorter than the cadence of the tier. */
    private int reviewGap() {
        return switch (profile.tier()) {
            case ENTERPRISE -> random.between(24, 30);
            case MID_MARKET -> random.between(76, 92);
            case STARTER -> random.between(300, 365);
        };
    }

    @Override
    public void plan(Day day, Mood mood, Agenda agenda) {
        if (!day.weekend()) {
            review(day, mood, agenda);
            converse(day, mood, agenda);
        }
        speakForUs(day, mood, agenda);
        mention(day, mood, agenda);
    }

    private void review(Day day, Mood mood, Agenda agenda) {
        if (day.index() < nextReview) {
            return;
        }
        nextReview = day.index() + reviewGap();
        boolean attended = random.chance(mood.commitment());
        if (!attended && mood.commitment() > 0.5) {
            // Somebody could not come: it is made up for soon.
            nextReview = day.index() + random.between(5, 14);
        }
        agenda.add(time(day), new EngagementFact.ReviewHeld(attended));
    }

    private void converse(Day day, Mood mood, Agenda agenda) {
        if (day.index() < nextConversation) {
            return;
        }
        nextConversation = day.index() + random.between(8, 24);
        agenda.add(
                time(day),
                new EngagementFact.InteractionLogged(
                        random.pick(CHANNELS),
                        random.chance(0.6 * mood.commitment()),
                        Optional.of(sentiment(mood)),
                        Optional.empty()));
    }

    private Sentiment sentiment(Mood mood) {
        double drawn = mood.satisfaction() + random.between(-0.25, 0.25);
        if (drawn < 0.4) {
            return Sentiment.NEGATIVE;
        }
        return drawn < 0.8 ? Sentiment.NEUTRAL : Sentiment.POSITIVE;
    }

    private void speakForUs(Day day, Mood mood, Agenda agenda) {
        double willing = mood.commitment() * mood.satisfaction();
        if (random.chance(2 * PER_DAY * willing)) {
            agenda.add(time(day), new EngagementFact.EventAttended(Optional.empty()));
        }
        if (random.chance(1.5 * PER_DAY * willing)) {
            agenda.add(time(day), new EngagementFact.FeedbackGiven(Optional.empty()));
        }
        if (random.chance(0.4 * PER_DAY * willing)) {
            agenda.add(time(day), new EngagementFact.ReferralMade(Optional.empty()));
        }
        if (random.chance(0.25 * PER_DAY * willing)) {
            agenda.add(time(day), new EngagementFact.TestimonialGiven(Optional.empty()));
        }
    }

    private void mention(Day day, Mood mood, Agenda agenda) {
        double unhappy = 1 - mood.satisfaction();
        if (random.chance(0.6 * PER_DAY)) {
            agenda.add(
                    time(day), new MarketFact.SocialMentioned(sentiment(mood), Optional.empty()));
        }
        if (random.chance((0.1 + 2 * unhappy * unhappy) * PER_DAY)) {
            agenda.add(
                    time(day),
                    new MarketFact.CompetitorMentioned(Optional.of(random.pick(COMPETITORS))));
        }
    }

    private long time(Day day) {
        return profile.region().workingTime(day, random);
    }
}
