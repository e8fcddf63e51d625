package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import java.util.Optional;

/** The surveys about us as a whole: NPS every quarter, and PULSE between two of them. */
final class SurveyHabit implements Habit {

    private static final int QUARTER = 91;
    private static final int BETWEEN_TWO = 45;

    private final Profile profile;
    private final int firstDay;
    private final RandomStream random;

    SurveyHabit(Profile profile, int goLiveDay, RandomStream random) {
        this.profile = profile;
        this.random = random;
        this.firstDay =
                goLiveDay == Plot.NEVER
                        ? Plot.NEVER
                        : goLiveDay + (goLiveDay == 0 ? random.between(3, 60) : 30);
    }

    /** The id of a respondent, counted from 0. */
    static String respondent(Profile profile, int index) {
        return profile.customer() + "-r-" + (index + 1);
    }

    @Override
    public void plan(Day day, Mood mood, Agenda agenda) {
        if (day.index() < firstDay) {
            return;
        }
        int inQuarter = (day.index() - firstDay) % QUARTER;
        if (inQuarter == 0) {
            ask(Survey.NPS, profile.respondents(), day, mood, agenda);
        } else if (inQuarter == BETWEEN_TWO) {
            ask(Survey.PULSE, 2, day, mood, agenda);
        }
    }

    private void ask(Survey survey, int people, Day day, Mood mood, Agenda agenda) {
        long time = profile.region().workingTime(day, random);
        for (int i = 0; i < people; i++) {
            time += random.between(1_000L, 5_000L);
            agenda.add(time, new SurveyFact.Invited(survey));
            if (random.chance(0.45 + 0.35 * mood.commitment())) {
                agenda.add(time + delay(), answer(survey, i, mood));
            }
        }
    }

    private long delay() {
        return random.between(20 * Day.MINUTE, 9 * 24 * Day.HOUR);
    }

    private SurveyFact.Answered answer(Survey survey, int respondent, Mood mood) {
        return new SurveyFact.Answered(
                survey,
                Opinion.score(survey, mood.satisfaction(), random),
                Optional.of(respondent(profile, respondent)),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
