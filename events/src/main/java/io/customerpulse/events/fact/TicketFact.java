package io.customerpulse.events.fact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.OptionalInt;

/** The life of a support ticket. */
public sealed interface TicketFact extends Fact {

    /** The ticket, which is unique within the customer. */
    String ticketId();

    /**
     * A ticket was opened. {@code requesterRole} is free text; tickets of one problem share {@code
     * problemId}.
     */
    record Opened(
            String ticketId,
            Severity severity,
            Optional<TicketGroup> group,
            Optional<String> requesterRole,
            Optional<String> text,
            boolean blocksGoLive,
            Optional<String> problemId,
            OptionalInt affectedUsers)
            implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_OPENED;
        }
    }

    /** Somebody wrote on the ticket. */
    record Replied(
            String ticketId,
            Author by,
            @JsonProperty("public") boolean isPublic,
            Optional<String> text)
            implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_REPLIED;
        }
    }

    /** The ticket's severity changed. */
    record SeverityChanged(String ticketId, Severity severity) implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_SEVERITY_CHANGED;
        }
    }

    /** The ticket waits for the customer. */
    record Waiting(String ticketId) implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_WAITING;
        }
    }

    /** The ticket no longer waits. */
    record Resumed(String ticketId) implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_RESUMED;
        }
    }

    /** The customer can work again. */
    record WorkaroundGiven(String ticketId) implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_WORKAROUND_GIVEN;
        }
    }

    /** The ticket is solved. */
    record Solved(String ticketId) implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_SOLVED;
        }
    }

    /** The ticket is open again. */
    record Reopened(String ticketId) implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_REOPENED;
        }
    }

    /** The ticket is closed. */
    record Closed(String ticketId) implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_CLOSED;
        }
    }

    /** The ticket does not count for the service level. */
    record Excluded(String ticketId, ExclusionReason reason) implements TicketFact {
        @Override
        public FactType type() {
            return FactType.TICKET_EXCLUDED;
        }
    }
}
