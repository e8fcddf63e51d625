package io.customerpulse.events.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;

/** What people are asked to do for a customer. */
public sealed interface InterventionResult extends Result {

    /** The intervention at the time of the event. */
    InterventionCase intervention();

    @Override
    default List<String> distinguisher() {
        return List.of(intervention().interventionId(), intervention().playbook());
    }

    /**
     * A playbook begins.
     *
     * @param intervention the intervention; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record Opened(@JsonUnwrapped InterventionCase intervention, String policyVersion)
            implements InterventionResult {

        public Opened {
            Objects.requireNonNull(intervention, "intervention");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.INTERVENTION_OPENED;
        }
    }

    /**
     * A worse cause replaces the playbook of an open intervention.
     *
     * @param intervention the intervention; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record Upgraded(@JsonUnwrapped InterventionCase intervention, String policyVersion)
            implements InterventionResult {

        public Upgraded {
            Objects.requireNonNull(intervention, "intervention");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.INTERVENTION_UPGRADED;
        }
    }

    /**
     * A step is due, or is reminded of.
     *
     * @param intervention the intervention; its fields stand beside the others
     * @param step the step due, by its id in the policy
     * @param policyVersion the policies that decided it
     */
    record StepDue(@JsonUnwrapped InterventionCase intervention, String step, String policyVersion)
            implements InterventionResult {

        public StepDue {
            Objects.requireNonNull(intervention, "intervention");
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.INTERVENTION_STEP_DUE;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(intervention.interventionId(), intervention.playbook(), step);
        }
    }

    /**
     * The deadline passed and the first step is not done.
     *
     * @param intervention the intervention; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record Overdue(@JsonUnwrapped InterventionCase intervention, String policyVersion)
            implements InterventionResult {

        public Overdue {
            Objects.requireNonNull(intervention, "intervention");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.INTERVENTION_OVERDUE;
        }
    }

    /**
     * The intervention is over.
     *
     * @param intervention the intervention; its fields stand beside the others
     * @param outcome RECOVERED, MISSED, COMPLETED, CHURNED, or what the person who closed it said
     * @param policyVersion the policies that decided it
     */
    record Closed(
            @JsonUnwrapped InterventionCase intervention, String outcome, String policyVersion)
            implements InterventionResult {

        public Closed {
            Objects.requireNonNull(intervention, "intervention");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.INTERVENTION_CLOSED;
        }
    }
}
