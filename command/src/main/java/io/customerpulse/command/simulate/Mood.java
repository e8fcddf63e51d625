package io.customerpulse.command.simulate;

/**
 * How things stand between a customer and us on one day; every habit draws its events from it.
 *
 * @param usage share of the usual active users
 * @param satisfaction 0 (every answer the lowest) to 1 (every answer the highest)
 * @param extraTickets tickets a month beyond the usual
 * @param support 0 (slow and of no help) to 1 (quick and good)
 * @param commitment 0 to 1: how likely people come to reviews, answer surveys, talk of more
 */
record Mood(
        double usage, double satisfaction, double extraTickets, double support, double commitment) {

    /** All is well. */
    static final Mood GOOD = new Mood(1, 0.95, 0, 1, 0.96);

    /** The mood this share (0 to 1) of the way from this one to another. */
    Mood towards(Mood other, double share) {
        double way = Math.min(1, Math.max(0, share));
        return new Mood(
                usage + (other.usage - usage) * way,
                satisfaction + (other.satisfaction - satisfaction) * way,
                extraTickets + (other.extraTickets - extraTickets) * way,
                support + (other.support - support) * way,
                commitment + (other.commitment - commitment) * way);
    }
}
