package io.customerpulse.command.simulate;

import io.customerpulse.events.fact.Survey;

/** What people answer when asked. */
final class Opinion {

    private static final double SPREAD = 0.12;
    private static final double OUTLIERS = 0.02;

    private Opinion() {}

    /** An answer that goes with a satisfaction from 0 to 1: near it, rarely anything at all. */
    static int score(Survey survey, double satisfaction, RandomStream random) {
        double opinion =
                random.chance(OUTLIERS)
                        ? random.fraction()
                        : satisfaction + random.between(-SPREAD, SPREAD);
        double within = Math.min(1, Math.max(0, opinion));
        return survey.lowest() + (int) Math.round((survey.highest() - survey.lowest()) * within);
    }
}
