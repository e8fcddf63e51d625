package io.customerpulse.events.fact;

import java.math.BigDecimal;
import java.util.Optional;

/** Goals set with the customer and the return it reports. */
public sealed interface GoalFact extends Fact {

    /** A goal was agreed. */
    record GoalSet(Optional<String> goalId) implements GoalFact {
        @Override
        public FactType type() {
            return FactType.GOAL_SET;
        }
    }

    /** A goal was reached. */
    record GoalMet(Optional<String> goalId) implements GoalFact {
        @Override
        public FactType type() {
            return FactType.GOAL_MET;
        }
    }

    /** Return on investment, reported over target. */
    record RoiReported(BigDecimal ratio) implements GoalFact {
        @Override
        public FactType type() {
            return FactType.ROI_REPORTED;
        }
    }
}
