package io.customerpulse.rules.sla.tickets;

import java.util.Optional;

/** The tickets of one customer, wherever they are kept. */
public interface TicketStore {

    /** A ticket, if it is known. */
    Optional<TicketRecord> get(String ticketId);

    /** Keeps a ticket, or what changed of it. */
    void put(TicketRecord ticket);

    /** Forgets a ticket. */
    void remove(String ticketId);

    /** Every ticket; changes to what it gives are kept only by {@link #put}. */
    Iterable<TicketRecord> all();

    /** Forgets all tickets. */
    void clear();
}
