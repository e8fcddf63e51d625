package io.customerpulse.events.fact;

import java.util.Optional;

/** How the customer engages with us. */
public sealed interface EngagementFact extends Fact {

    /** A contact with the customer. */
    record InteractionLogged(
            Channel channel,
            boolean withSponsor,
            Optional<Sentiment> sentiment,
            Optional<String> text)
            implements EngagementFact {
        @Override
        public FactType type() {
            return FactType.INTERACTION_LOGGED;
        }
    }

    /** A business review took place. */
    record ReviewHeld(boolean attended) implements EngagementFact {
        @Override
        public FactType type() {
            return FactType.REVIEW_HELD;
        }
    }

    /** The customer gave feedback unasked. */
    record FeedbackGiven(Optional<String> text) implements EngagementFact {
        @Override
        public FactType type() {
            return FactType.FEEDBACK_GIVEN;
        }
    }

    /** The customer referred somebody. */
    record ReferralMade(Optional<String> text) implements EngagementFact {
        @Override
        public FactType type() {
            return FactType.REFERRAL_MADE;
        }
    }

    /** The customer spoke for us. */
    record TestimonialGiven(Optional<String> text) implements EngagementFact {
        @Override
        public FactType type() {
            return FactType.TESTIMONIAL_GIVEN;
        }
    }

    /** The customer came to an event. */
    record EventAttended(Optional<String> text) implements EngagementFact {
        @Override
        public FactType type() {
            return FactType.EVENT_ATTENDED;
        }
    }
}
