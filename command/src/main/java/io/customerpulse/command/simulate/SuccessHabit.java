package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.ExpansionFact;
import io.customerpulse.events.fact.GoalFact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.UsageFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What the customer gets out of it: training, goals, milestones, return, and plans for more. */
final class SuccessHabit implements Habit {

    private static final int QUARTER = 90;
    private static final int MONTH = 30;

    /** An expansion that is talked about, until it is decided on. */
    private record Talk(String opportunity, BigDecimal amount, int decidedOn) {}

    private final Profile profile;
    private final boolean growing;
    private final int goLiveDay;
    private final RandomStream random;
    private final int offset;
    private int training;
    private int nextTalk;
    private Optional<Talk> undecided = Optional.empty();
    private int opportunities;
    private int goals;

    SuccessHabit(Profile profile, Story story, int goLiveDay, RandomStream random) {
        this.profile = profile;
        this.growing = story == Story.GROWING;
        this.goLiveDay = goLiveDay;
        this.random = random;
        this.offset = random.between(1, 25);
        this.training = goLiveDay == 0 ? random.between(62, 92) : random.between(5, 15);
        this.nextTalk = random.between(10, 130);
    }

    @Override
    public void plan(Day day, Mood mood, Agenda agenda) {
        int since = day.index() - offset;
        if (since % MONTH == 0) {
            train(day, mood, agenda);
        }
        if (day.index() < goLiveDay) {
            return;
        }
        if (since % QUARTER == 0) {
            setGoals(day, mood, agenda);
            complete(day, mood, agenda);
        }
        if (since % QUARTER == QUARTER / 2) {
            agenda.add(
                    time(day),
                    new GoalFact.RoiReported(
                            hundredths(
                                    (0.3 + 0.9 * mood.satisfaction())
                                            * random.between(0.85, 1.15))));
        }
        if (undecided.isPresent() && day.index() >= undecided.get().decidedOn()) {
            decide(undecided.get(), day, mood, agenda);
        }
        if (day.index() >= nextTalk) {
            talkOfMore(day, mood, agenda);
        }
    }

    private void train(Day day, Mood mood, Agenda agenda) {
        boolean onboarding = day.index() < goLiveDay;
        if (day.index() > offset && !random.chance(mood.commitment())) {
            return;
        }
        if (onboarding) {
            training += (int) (random.between(15, 30) * mood.commitment() * mood.support());
        } else {
            training += training < 60 ? random.between(8, 16) : random.below(4);
        }
        training = Math.min(100, training);
        agenda.add(time(day), new UsageFact.TrainingProgressed(BigDecimal.valueOf(training)));
    }

    private void setGoals(Day day, Mood mood, Agenda agenda) {
        for (int i = random.between(1, 2); i > 0; i--) {
            Optional<String> goal = Optional.of(Names.thing(profile.customer(), 'g', ++goals));
            agenda.add(time(day), new GoalFact.GoalSet(goal));
            if (random.chance(0.9 * mood.commitment())) {
                agenda.add(time(day.plus(random.between(25, 80))), new GoalFact.GoalMet(goal));
            }
        }
    }

    private void complete(Day day, Mood mood, Agenda agenda) {
        boolean inTime = random.chance(mood.commitment());
        Day due = day.plus(random.between(30, 60));
        Day done = due.plus(inTime ? -random.between(1, 10) : random.between(2, 20));
        agenda.add(
                time(done),
                new ImplementationFact.MilestoneCompleted(
                        "quarter-plan-" + day.date(),
                        Optional.of(Instant.ofEpochMilli(due.start()))));
    }

    private void talkOfMore(Day day, Mood mood, Agenda agenda) {
        nextTalk = day.index() + (growing ? random.between(50, 80) : random.between(90, 150));
        if (!random.chance(mood.commitment())) {
            return;
        }
        Talk talk =
                new Talk(
                        Names.thing(profile.customer(), 'o', ++opportunities),
                        hundredths(
                                profile.annualContractValue().longValue()
                                        * random.between(0.05, 0.25)),
                        day.index() + random.between(12, 45));
        agenda.add(
                time(day),
                new ExpansionFact.Discussed(
                        Optional.of(talk.opportunity()), Optional.of(talk.amount())));
        undecided = Optional.of(talk);
    }

    private void decide(Talk talk, Day day, Mood mood, Agenda agenda) {
        boolean won = random.chance((growing ? 0.85 : 0.37) * mood.commitment());
        Optional<String> opportunity = Optional.of(talk.opportunity());
        Optional<BigDecimal> amount = Optional.of(talk.amount());
        agenda.add(
                time(day),
                won
                        ? new ExpansionFact.Won(opportunity, amount)
                        : new ExpansionFact.Closed(opportunity, amount));
        undecided = Optional.empty();
    }

    private long time(Day day) {
        return profile.region().workingTime(day, random);
    }

    private static BigDecimal hundredths(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2);
    }
}
