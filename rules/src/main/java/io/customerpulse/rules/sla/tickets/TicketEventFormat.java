package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.rules.sla.clock.TicketEvent;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The events of a ticket in few bytes; the ticket's id is written once for all. */
final class TicketEventFormat {

    /** The numbers stand in savepoints. */
    private static final int OPENED = 0;

    private static final int REPLIED = 1;
    private static final int SEVERITY_CHANGED = 2;
    private static final int WAITING = 3;
    private static final int RESUMED = 4;
    private static final int WORKAROUND_GIVEN = 5;
    private static final int SOLVED = 6;
    private static final int REOPENED = 7;
    private static final int CLOSED = 8;
    private static final int EXCLUDED = 9;

    private TicketEventFormat() {}

    static void write(CompactOutput out, TicketEvent event) throws IOException {
        out.writeInstant(event.time());
        EventIdentity.write(out, event.source(), event.id());
        TicketFact fact = event.fact();
        if (fact instanceof TicketFact.Opened opened) {
            out.writeByte(OPENED);
            out.writeText(opened.severity().name());
            out.writeOptional(opened.group(), (o, group) -> o.writeText(group.name()));
            out.writeBoolean(opened.blocksGoLive());
        } else if (fact instanceof TicketFact.Replied replied) {
            out.writeByte(REPLIED);
            out.writeText(replied.by().name());
            out.writeBoolean(replied.isPublic());
        } else if (fact instanceof TicketFact.SeverityChanged changed) {
            out.writeByte(SEVERITY_CHANGED);
            out.writeText(changed.severity().name());
        } else if (fact instanceof TicketFact.Waiting) {
            out.writeByte(WAITING);
        } else if (fact instanceof TicketFact.Resumed) {
            out.writeByte(RESUMED);
        } else if (fact instanceof TicketFact.WorkaroundGiven) {
            out.writeByte(WORKAROUND_GIVEN);
        } else if (fact instanceof TicketFact.Solved) {
            out.writeByte(SOLVED);
        } else if (fact instanceof TicketFact.Reopened) {
            out.writeByte(REOPENED);
        } else if (fact instanceof TicketFact.Closed) {
            out.writeByte(CLOSED);
        } else if (fact instanceof TicketFact.Excluded excluded) {
            out.writeByte(EXCLUDED);
            out.writeText(excluded.reason().name());
        }
    }

    static TicketEvent read(CompactInput in, String ticketId) throws IOException {
        Instant time = in.readInstant();
        EventIdentity identity = EventIdentity.read(in);
        return new TicketEvent(time, identity.source(), identity.id(), fact(in, ticketId));
    }

    private static TicketFact fact(CompactInput in, String ticketId) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case OPENED ->
                    new TicketFact.Opened(
                            ticketId,
                            Severity.valueOf(in.readText()),
                            in.readOptional(i -> TicketGroup.valueOf(i.readText())),
                            Optional.empty(),
                            Optional.empty(),
                            in.readBoolean(),
                            Optional.empty(),
                            OptionalInt.empty());
            case REPLIED ->
                    new TicketFact.Replied(
                            ticketId,
                            Author.valueOf(in.readText()),
                            in.readBoolean(),
                            Optional.empty());
            case SEVERITY_CHANGED ->
                    new TicketFact.SeverityChanged(ticketId, Severity.valueOf(in.readText()));
            case WAITING -> new TicketFact.Waiting(ticketId);
            case RESUMED -> new TicketFact.Resumed(ticketId);
            case WORKAROUND_GIVEN -> new TicketFact.WorkaroundGiven(ticketId);
            case SOLVED -> new TicketFact.Solved(ticketId);
            case REOPENED -> new TicketFact.Reopened(ticketId);
            case CLOSED -> new TicketFact.Closed(ticketId);
            case EXCLUDED ->
                    new TicketFact.Excluded(ticketId, ExclusionReason.valueOf(in.readText()));
            default -> throw new IOException("unknown kind of event of a ticket: " + kind);
        };
    }
}
