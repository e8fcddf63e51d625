package io.customerpulse.command.simulate;

import java.util.Optional;

/**
 * One customer's story with its days, counted from the first of the simulation.
 *
 * @param joinDay the day of its first event: 0 for a customer from before
 * @param newcomer whether it signs on that day and has to be onboarded
 * @param turnDay when the story turns; {@link #NEVER} for a steady customer
 * @param reliefDay when trouble is over; {@link #NEVER} if it is not
 * @param churnDay when the contract is terminated; {@link #NEVER} if it is not
 * @param cause why the contract is terminated; present with the churn day
 */
record Plot(
        Story story,
        boolean newcomer,
        int joinDay,
        int turnDay,
        int reliefDay,
        int churnDay,
        Optional<ChurnCause> cause) {

    /** A day that does not come. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final int RECOVERY_DAYS = 45;

    /** The decline of a customer that leaves takes this share of the time it has left. */
    private static final double DECLINE = 0.55;

    private static final int SHORTEST_DECLINE = 60;
    private static final int LONGEST_DECLINE = 120;

    /** Draws the days of a story that fits into so many days. */
    static Plot drawn(Story story, int days, RandomStream random) {
        int turn = random.between(days * 15 / 100, days * 60 / 100);
        return switch (story) {
            case STEADY -> {
                boolean newcomer = random.chance(0.08);
                int join = newcomer ? random.between(1, Math.max(1, days / 2)) : 0;
                yield new Plot(story, newcomer, join, NEVER, NEVER, NEVER, Optional.empty());
            }
            case GROWING, FADING -> lasting(story, 0, turn, NEVER);
            case SPONSOR_LEAVES -> {
                boolean succeeded = random.chance(0.7);
                yield lasting(story, 0, turn, succeeded ? turn + random.between(45, 120) : NEVER);
            }
            case OUTAGE -> lasting(story, 0, turn, turn + random.between(25, 45));
            case BAD_SUPPORT -> {
                boolean repaired = random.chance(0.7);
                yield lasting(story, 0, turn, repaired ? turn + random.between(60, 120) : NEVER);
            }
            case STALLED_IMPLEMENTATION -> {
                int join = random.between(0, days * 15 / 100);
                int pushed = join + random.between(25, 40);
                boolean live = random.chance(0.65);
                yield new Plot(
                        story,
                        true,
                        join,
                        pushed,
                        live ? pushed + random.between(110, 200) : NEVER,
                        NEVER,
                        Optional.empty());
            }
            case RENEWAL_AT_RISK -> lasting(story, 0, turn, turn + random.between(60, 90));
            case PRICE_SHOCK -> lasting(story, 0, turn, turn + random.between(55, 90));
            case CHURN -> churning(days, random);
        };
    }

    private static Plot lasting(Story story, int join, int turn, int relief) {
        return new Plot(story, false, join, turn, relief, NEVER, Optional.empty());
    }

    private static Plot churning(int days, RandomStream random) {
        int last = days - 1;
        int churn = random.between(Math.max(Math.min(100, last), last / 4), last);
        // In a short simulation the decline is quicker, so that there is something before it.
        int decline = Math.min(random.between(SHORTEST_DECLINE, LONGEST_DECLINE), churn * 3 / 4);
        ChurnCause cause = ChurnCause.values()[random.below(ChurnCause.values().length)];
        return new Plot(Story.CHURN, false, 0, churn - decline, NEVER, churn, Optional.of(cause));
    }

    /** The mood of a day. */
    Mood moodOn(int day) {
        if (day < turnDay) {
            return Mood.GOOD;
        }
        if (cause.isPresent()) {
            double decline = Math.max(1, (churnDay - turnDay) * DECLINE);
            return Mood.GOOD.towards(cause.get().worst(), (day - turnDay) / decline);
        }
        Mood turned =
                Mood.GOOD.towards(story.worst(), (day - turnDay) / (double) story.onsetDays());
        return day < reliefDay
                ? turned
                : turned.towards(story.after(), (day - reliefDay) / (double) RECOVERY_DAYS);
    }

    /** The day that lies this share (0 to 1) of the way from the turn to the termination. */
    int declineDay(double share) {
        return turnDay + (int) ((churnDay - turnDay) * share);
    }
}
