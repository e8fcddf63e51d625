package io.customerpulse.events.fact;

/** Events that steer the application and concern no customer. */
public sealed interface ControlFact extends Fact {

    /** Event time moves on although nothing else happens. */
    record ClockTicked() implements ControlFact {
        @Override
        public FactType type() {
            return FactType.CLOCK_TICKED;
        }
    }

    /** A new version of a policy document. */
    record PolicyPublished(String document, String version, String content) implements ControlFact {
        @Override
        public FactType type() {
            return FactType.POLICY_PUBLISHED;
        }
    }
}
