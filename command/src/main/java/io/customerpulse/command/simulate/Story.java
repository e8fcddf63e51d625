package io.customerpulse.command.simulate;

/** What happens to a customer: {@code docs/simulate.md}, "The stories". */
public enum Story {
    /** Nothing turns: used daily, answered quickly, renewed early. */
    STEADY(25, Mood.GOOD, Mood.GOOD, 1),
    /** More seats, more users, expansions won. */
    GROWING(5, new Mood(1.12, 0.98, 0, 1, 0.99), Mood.GOOD, 60),
    /** Usage and interest run dry; the contract stays. */
    FADING(4, new Mood(0.2, 0.62, 0, 0.9, 0.2), Mood.GOOD, 120),
    /** The executive sponsor leaves, and a successor comes later, if at all. */
    SPONSOR_LEAVES(3, new Mood(0.7, 0.75, 0, 1, 0.45), new Mood(0.95, 0.9, 0, 1, 0.9), 60),
    /** The service is down for hours, and trust with it. */
    OUTAGE(2, new Mood(0.85, 0.4, 1, 0.8, 0.7), new Mood(1, 0.88, 0, 1, 0.9), 3),
    /** Many tickets, slowly and badly answered. */
    BAD_SUPPORT(2, new Mood(0.85, 0.15, 7, 0.05, 0.6), new Mood(1, 0.85, 0, 1, 0.85), 14),
    /** Signed, but the go-live is pushed and pushed. */
    STALLED_IMPLEMENTATION(2, new Mood(0.6, 0.55, 1.5, 0.5, 0.5), Mood.GOOD, 30),
    /** The contract is negotiated beyond its end before it is renewed. */
    RENEWAL_AT_RISK(2, new Mood(0.85, 0.75, 0, 0.9, 0.55), new Mood(1, 0.9, 0, 1, 0.9), 25),
    /** A price rise of more than a quarter, and a dispute about it. */
    PRICE_SHOCK(2, new Mood(0.8, 0.5, 0.5, 0.9, 0.4), new Mood(0.95, 0.85, 0, 1, 0.8), 20),
    /** A visible decline that ends in the termination of the contract. */
    CHURN(3, Mood.GOOD, Mood.GOOD, 1);

    /** In every block of so many customers, each story occurs exactly {@link #share} times. */
    static final int BLOCK = 50;

    private final int share;
    private final Mood worst;
    private final Mood after;
    private final int onsetDays;

    Story(int share, Mood worst, Mood after, int onsetDays) {
        this.share = share;
        this.worst = worst;
        this.after = after;
        this.onsetDays = onsetDays;
    }

    /** How many customers of {@value #BLOCK} live it. */
    int share() {
        return share;
    }

    /**
     * The mood it leads to, for a story that turns well the best one; of CHURN, see {@link
     * ChurnCause}.
     */
    Mood worst() {
        return worst;
    }

    /** The mood when it is over. */
    Mood after() {
        return after;
    }

    /** Days from the turn to {@link #worst}. */
    int onsetDays() {
        return onsetDays;
    }
}
