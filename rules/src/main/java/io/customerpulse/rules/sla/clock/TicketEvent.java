package io.customerpulse.rules.sla.clock;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.TicketFact;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happened to a ticket, without what no clock looks at.
 *
 * @param time when
 * @param source with {@code id} the event's identity
 * @param id see {@code source}
 * @param fact what
 */
public record TicketEvent(Instant time, String source, String id, TicketFact fact) {

    /** The order in which the events of a ticket apply. */
    public static final Comparator<TicketEvent> ORDER =
            Comparator.comparing(TicketEvent::time)
                    .thenComparing(TicketEvent::source)
                    .thenComparing(TicketEvent::id);

    /** An event about a ticket; its texts are left out. */
    public static TicketEvent of(InputEvent event, TicketFact fact) {
        return new TicketEvent(event.time(), event.source(), event.id(), withoutTexts(fact));
    }

    private static TicketFact withoutTexts(TicketFact fact) {
        if (fact instanceof TicketFact.Opened opened) {
            return new TicketFact.Opened(
                    opened.ticketId(),
                    opened.severity(),
                    opened.group(),
                    Optional.empty(),
                    Optional.empty(),
                    opened.blocksGoLive(),
                    Optional.empty(),
                    OptionalInt.empty());
        }
        if (fact instanceof TicketFact.Replied replied) {
            return new TicketFact.Replied(
                    replied.ticketId(), replied.by(), replied.isPublic(), Optional.empty());
        }
        return fact;
    }

    /** Whether both are copies of one event. */
    public boolean isSame(TicketEvent other) {
        return source.equals(other.source) && id.equals(other.id);
    }
}
