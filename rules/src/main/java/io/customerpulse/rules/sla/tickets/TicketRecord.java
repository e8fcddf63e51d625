package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.rules.sla.clock.TicketEvent;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is kept of one ticket: what happened to it, and what was told of its clocks. */
public final class TicketRecord {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 1;

    private final String ticketId;
    private List<TicketEvent> events = new ArrayList<>();
    private final TreeMap<ClockKey, ClockMemory> clocks = new TreeMap<>();
    private Optional<Instant> turn = Optional.empty();
    private boolean ended;

    TicketRecord(String ticketId) {
        this.ticketId = ticketId;
    }

    /** The ticket. */
    public String ticketId() {
        return ticketId;
    }

    /** What happened, in order. */
    List<TicketEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** Puts an event where it belongs; false if it is a copy of one that is there. */
    boolean add(TicketEvent event) {
        if (events.stream().anyMatch(event::isSame)) {
            return false;
        }
        int at = Collections.binarySearch(events, event, TicketEvent.ORDER);
        events.add(at >= 0 ? at + 1 : -at - 1, event);
        return true;
    }

    void remove(TicketEvent event) {
        events.remove(event);
    }

    Map<ClockKey, ClockMemory> clocks() {
        return clocks;
    }

    /** When it is to be looked at next without an event. */
    Optional<Instant> turn() {
        return turn;
    }

    void turn(Optional<Instant> next) {
        turn = next;
    }

    /** Whether its clocks ended in silence with the contract, so that nothing follows. */
    boolean ended() {
        return ended;
    }

    /** Keeps only that it was opened, so that it is not opened again. */
    void end(TicketEvent opening) {
        ended = true;
        events = new ArrayList<>(List.of(opening));
        clocks.clear();
    }

    /** Writes the ticket in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        out.writeText(ticketId);
        out.writeBoolean(ended);
        out.writeAll(events, TicketEventFormat::write);
        out.writeOptional(turn, CompactOutput::writeInstant);
        out.writeCount(clocks.size());
        for (Map.Entry<ClockKey, ClockMemory> clock : clocks.entrySet()) {
            out.writeText(clock.getKey().kind().name());
            out.writeText(clock.getKey().target().name());
            out.writeCount(clock.getKey().cycle());
            clock.getValue().write(out);
        }
    }

    /**
     * Reads a ticket.
     *
     * @throws IOException if the bytes are not of this or an earlier format
     */
    public static TicketRecord read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        StateFormats.check("ticket", in.readByte(), FORMAT);
        TicketRecord record = new TicketRecord(in.readText());
        record.ended = in.readBoolean();
        record.events = in.readAll(i -> TicketEventFormat.read(i, record.ticketId));
        record.turn = in.readOptional(CompactInput::readInstant);
        for (int i = in.readSize(); i > 0; i--) {
            ClockKey key =
                    new ClockKey(
                            ClockKind.valueOf(in.readText()),
                            SlaTarget.valueOf(in.readText()),
                            in.readSize());
            record.clocks.put(key, ClockMemory.read(in));
        }
        return record;
    }
}
