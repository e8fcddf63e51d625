package io.customerpulse.command.simulate;

/** Why a customer of the story {@link Story#CHURN} leaves: what its decline looks like. */
enum ChurnCause {
    /** Interest runs dry, nobody comes to reviews any more. */
    DISENGAGEMENT(new Mood(0.12, 0.4, 0, 0.9, 0.05), "no longer used"),
    /** The sponsor leaves, and those who follow want something else. */
    SPONSOR_LOSS(new Mood(0.25, 0.5, 0, 0.9, 0.1), "new management"),
    /** The service fails and support does not help. */
    POOR_SERVICE(new Mood(0.4, 0.15, 6, 0.1, 0.3), "dissatisfied with the service"),
    /** The price rises more than the customer will pay. */
    PRICE(new Mood(0.35, 0.42, 1, 0.9, 0.15), "too expensive");

    private final Mood worst;
    private final String reason;

    ChurnCause(Mood worst, String reason) {
        this.worst = worst;
        this.reason = reason;
    }

    Mood worst() {
        return worst;
    }

    /** What the termination says. */
    String reason() {
        return reason;
    }
}
