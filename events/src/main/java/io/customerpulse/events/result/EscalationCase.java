package io.customerpulse.events.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An escalation as it stood at the time of an event.
 *
 * @param escalationId the same in all events of one escalation
 * @param level 1–4; never falls while the escalation is open
 * @param audience the roles told
 * @param channels how they are told
 * @param reason why this event was sent; several reasons are separated by {@code ", "}
 * @param cause what the escalation is about
 * @param ticketId the ticket, for a ticket's escalation
 * @param customers the customers concerned, for a platform issue
 * @param acknowledgedBy who took it, once somebody has; empty text when that person gave no name
 * @param dueAt when a response is asked for
 */
public record EscalationCase(
        String escalationId,
        int level,
        List<String> audience,
        List<String> channels,
        String reason,
        Cause cause,
        Optional<String> ticketId,
        List<String> customers,
        Optional<String> acknowledgedBy,
        Optional<Instant> dueAt) {

    public EscalationCase {
        Objects.requireNonNull(escalationId, "escalationId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(acknowledgedBy, "acknowledgedBy");
        Objects.requireNonNull(dueAt, "dueAt");
        audience = List.copyOf(audience);
        channels = List.copyOf(channels);
        customers = List.copyOf(customers);
    }

    /**
     * The event behind an escalation.
     *
     * @param type the event's type
     * @param id {@code source#id} of an input event, the id of an event of ours
     */
    public record Cause(String type, String id) {

        public Cause {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
        }
    }
}
