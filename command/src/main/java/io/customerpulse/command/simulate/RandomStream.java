package io.customerpulse.command.simulate;

import java.util.List;

/**
 * A stream of pseudo-random numbers (SplitMix64). Our own, and with plain arithmetic only, so that
 * the same seed tells the same world on every machine and every version of Java.
 */
final class RandomStream {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /**
     * The stream of one purpose of one customer: it depends on nothing else, so that neither more
     * customers nor a draw more in one room changes what happens in another.
     */
    static RandomStream of(long seed, long owner, Purpose purpose) {
        long mixed = mix(seed + STEP);
        mixed = mix(mixed ^ mix(owner + 2 * STEP));
        return new RandomStream(mix(mixed ^ mix(purpose.ordinal() + 3 * STEP)));
    }

    /** What a stream is drawn for. New ones go to the end: the order is part of every world. */
    enum Purpose {
        STORIES,
        PROFILE,
        PLOT,
        ONBOARDING,
        CONTRACT,
        TWISTS,
        USAGE,
        TICKETS,
        SURVEYS,
        RELATIONSHIP,
        SUCCESS,
        OPERATIONS,
        WORLD
    }

    /** A number of {@code [0, bound)}. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** A number of {@code [low, high]}. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** A number of {@code [low, high)}. */
    long between(long low, long high) {
        return low + (long) (fraction() * (high - low));
    }

    /** A number of {@code [low, high)}. */
    double between(double low, double high) {
        return low + fraction() * (high - low);
    }

    /** A number of {@code [0, 1)}. */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** How often something happens that happens so often on average, as evenly as possible. */
    int times(double mean) {
        int whole = (int) mean;
        return chance(mean - whole) ? whole + 1 : whole;
    }

    /** One of them, each as likely as the others. */
    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private long next() {
        state += STEP;
        return mix(state);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
