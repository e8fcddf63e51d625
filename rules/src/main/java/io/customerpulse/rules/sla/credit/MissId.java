package io.customerpulse.rules.sla.credit;

import java.util.Objects;

/**
 * What tells a miss from the customer's others: both its resolution and its workaround missed, a
 * ticket has one miss.
 *
 * @param ticketId the ticket
 * @param kind what was missed
 */
public record MissId(String ticketId, MissKind kind) implements Comparable<MissId> {

    public MissId {
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public int compareTo(MissId other) {
        int tickets = ticketId.compareTo(other.ticketId);
        return tickets != 0 ? tickets : kind.compareTo(other.kind);
    }
}
