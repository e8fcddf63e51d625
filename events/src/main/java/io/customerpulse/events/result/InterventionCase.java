package io.customerpulse.events.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An intervention as it stood at the time of an event.
 *
 * @param interventionId the same in all events of one intervention
 * @param playbook the playbook followed, by its id in the policy
 * @param severity how serious it is, in the policy's words
 * @param ticketId the ticket, for an intervention about one
 * @param dueAt when it is to be done
 * @param steps what is to be done by when
 * @param reasons why it was opened or upgraded
 */
public record InterventionCase(
        String interventionId,
        String playbook,
        String severity,
        Optional<String> ticketId,
        Instant dueAt,
        List<Step> steps,
        List<String> reasons) {

    public InterventionCase {
        Objects.requireNonNull(interventionId, "interventionId");
        Objects.requireNonNull(playbook, "playbook");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(dueAt, "dueAt");
        steps = List.copyOf(steps);
        reasons = List.copyOf(reasons);
    }

    /**
     * One thing to be done.
     *
     * @param step the step's id in the policy
     * @param dueAt when it is to be done
     */
    public record Step(String step, Instant dueAt) {

        public Step {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(dueAt, "dueAt");
        }
    }
}
