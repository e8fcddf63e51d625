package io.customerpulse.events.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The way to go-live, and milestones. */
public sealed interface ImplementationFact extends Fact {

    /** The implementation is planned. */
    record Planned(Instant goLiveTarget, Optional<Instant> start, List<String> phases)
            implements ImplementationFact {
        @Override
        public FactType type() {
            return FactType.IMPLEMENTATION_PLANNED;
        }
    }

    /** The go-live target moved. */
    record Rescheduled(Instant goLiveTarget) implements ImplementationFact {
        @Override
        public FactType type() {
            return FactType.IMPLEMENTATION_RESCHEDULED;
        }
    }

    /** A phase is done. */
    record PhaseCompleted(String phase) implements ImplementationFact {
        @Override
        public FactType type() {
            return FactType.IMPLEMENTATION_PHASE_COMPLETED;
        }
    }

    /** The customer is live. */
    record WentLive() implements ImplementationFact {
        @Override
        public FactType type() {
            return FactType.IMPLEMENTATION_WENT_LIVE;
        }
    }

    /** A milestone is done, perhaps after it was due. */
    record MilestoneCompleted(String name, Optional<Instant> due) implements ImplementationFact {
        @Override
        public FactType type() {
            return FactType.MILESTONE_COMPLETED;
        }
    }
}
