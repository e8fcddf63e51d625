package io.customerpulse.events.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;

/** Problems that people above the support team are told about. */
public sealed interface EscalationResult extends Result {

    /** The escalation at the time of the event. */
    EscalationCase escalation();

    @Override
    default List<String> distinguisher() {
        return List.of(
                escalation().escalationId(),
                Integer.toString(escalation().level()),
                escalation().reason());
    }

    /**
     * A problem calls for an escalation.
     *
     * @param escalation the escalation; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record Opened(@JsonUnwrapped EscalationCase escalation, String policyVersion)
            implements EscalationResult {

        public Opened {
            Objects.requireNonNull(escalation, "escalation");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.ESCALATION_OPENED;
        }
    }

    /**
     * The level or the audience of an open escalation grew.
     *
     * @param escalation the escalation; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record Raised(@JsonUnwrapped EscalationCase escalation, String policyVersion)
            implements EscalationResult {

        public Raised {
            Objects.requireNonNull(escalation, "escalation");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.ESCALATION_RAISED;
        }
    }

    /**
     * Those concerned are owed news.
     *
     * @param escalation the escalation; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record UpdateDue(@JsonUnwrapped EscalationCase escalation, String policyVersion)
            implements EscalationResult {

        public UpdateDue {
            Objects.requireNonNull(escalation, "escalation");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.ESCALATION_UPDATE_DUE;
        }
    }

    /**
     * The problem is gone.
     *
     * @param escalation the escalation; its fields stand beside the others
     * @param outcome how it ended, {@code CHURNED} when the customer left
     * @param policyVersion the policies that decided it
     */
    record Resolved(@JsonUnwrapped EscalationCase escalation, String outcome, String policyVersion)
            implements EscalationResult {

        public Resolved {
            Objects.requireNonNull(escalation, "escalation");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.ESCALATION_RESOLVED;
        }
    }
}
