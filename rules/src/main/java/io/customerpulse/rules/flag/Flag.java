package io.customerpulse.rules.flag;

import java.util.Arrays;
import java.util.Optional;

/** The flags, in the order of the rules ({@code docs/rules.md}, flags). */
public enum Flag {
    SPONSOR_LEFT("sponsor-left", Beginning.OCCURRED),
    DOWNTIME("downtime", Beginning.OCCURRED),
    IMPLEMENTATION_DELAYED("implementation-delayed", Beginning.OCCURRED),
    NOT_USED("not-used", Beginning.OCCURRED),
    REPEATED_POOR_CSAT("repeated-poor-csat", Beginning.REPEATED),
    NPS_DROP("nps-drop", Beginning.FELL),
    BILLING_QUESTIONS("billing-questions", Beginning.OCCURRED),
    TRAINING_INCOMPLETE("training-incomplete", Beginning.OCCURRED),
    NO_EXPANSION("no-expansion", Beginning.OCCURRED),
    COMPETITOR_MENTIONED("competitor-mentioned", Beginning.OCCURRED),
    ADOPTION_GROWING("adoption-growing", Beginning.CONDITION),
    HIGH_NPS("high-nps", Beginning.CONDITION),
    HIGH_CSAT("high-csat", Beginning.CONDITION),
    EXPANDING("expanding", Beginning.CONDITION),
    REFERRING("referring", Beginning.CONDITION),
    ATTENDS_REVIEWS("attends-reviews", Beginning.CONDITION),
    ADVOCATE("advocate", Beginning.CONDITION),
    RENEWAL_ON_TRACK("renewal-on-track", Beginning.CONDITION),
    SPONSOR_STRONG("sponsor-strong", Beginning.CONDITION);

    /** What decides when a flag begins. */
    public enum Beginning {
        /** A pattern of one signal. */
        OCCURRED,
        /** A pattern of so many signals within a time. */
        REPEATED,
        /** A pattern of two measurements. */
        FELL,
        /** Its condition, as plain state. */
        CONDITION
    }

    private final String id;
    private final Beginning beginning;

    Flag(String id, Beginning beginning) {
        this.id = id;
        this.beginning = beginning;
    }

    /** The flag's public name. */
    public String id() {
        return id;
    }

    /** What decides when it begins. */
    public Beginning beginning() {
        return beginning;
    }

    /** Whether a sequence of facts begins it, not what is true of the customer at one instant. */
    public boolean restsOnSequence() {
        return switch (beginning) {
            case REPEATED, FELL -> true;
            case OCCURRED, CONDITION -> false;
        };
    }

    /** The flag of that name, if there is one. */
    public static Optional<Flag> named(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }
}
