package io.customerpulse.events.fact;

import java.time.Instant;
import java.util.Optional;

/** What people did about our escalations and interventions. */
public sealed interface ResponseFact extends Fact {

    /** A step of an intervention is done. */
    record InterventionStepCompleted(String interventionId, Optional<String> step)
            implements ResponseFact {
        @Override
        public FactType type() {
            return FactType.INTERVENTION_STEP_COMPLETED;
        }
    }

    /** An intervention was closed by hand. */
    record InterventionClosed(String interventionId, Optional<String> outcome)
            implements ResponseFact {
        @Override
        public FactType type() {
            return FactType.INTERVENTION_CLOSED;
        }
    }

    /** Somebody took the escalation. */
    record EscalationAcknowledged(String escalationId, Optional<String> by)
            implements ResponseFact {
        @Override
        public FactType type() {
            return FactType.ESCALATION_ACKNOWLEDGED;
        }
    }

    /** No reminders until then. */
    record EscalationSnoozed(
            String escalationId, Instant until, Optional<String> reason, Optional<String> by)
            implements ResponseFact {
        @Override
        public FactType type() {
            return FactType.ESCALATION_SNOOZED;
        }
    }

    /** No reminders until then. */
    record InterventionSnoozed(
            String interventionId, Instant until, Optional<String> reason, Optional<String> by)
            implements ResponseFact {
        @Override
        public FactType type() {
            return FactType.INTERVENTION_SNOOZED;
        }
    }
}
