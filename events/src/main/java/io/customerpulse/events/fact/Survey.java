package io.customerpulse.events.fact;

/** A kind of survey, with the whole numbers it may be answered by. */
public enum Survey {
    NPS(0, 10),
    CSAT(1, 5),
    CES(1, 7),
    PULSE(1, 5);

    private final int lowest;
    private final int highest;

    Survey(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The lowest answer, inclusive. */
    public int lowest() {
        return lowest;
    }

    /** The highest answer, inclusive. */
    public int highest() {
        return highest;
    }
}
