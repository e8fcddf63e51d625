package io.customerpulse.command.servicenow;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.TicketFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Tells the life of one incident as events of one ticket ({@code docs/import-servicenow.md}). The
 * log holds what an incident looked like after each update; an event is what changed between two.
 *
 * <p>Ids are made so that their order is the order of the updates, because events of one instant
 * are applied by id and the log knows only minutes: incident, number of the update, place within
 * the update, what happened.
 */
final class IncidentHistory {

    /** The CloudEvents {@code source} of every event. */
    static final String SOURCE = "/servicenow";

    /** Time breaks a tie of numbers: of two lines that claim one update the earlier is believed. */
    private static final Comparator<IncidentUpdate> IN_ORDER =
            Comparator.comparingInt(IncidentUpdate::update)
                    .thenComparing(IncidentUpdate::updatedAt)
                    .thenComparingLong(IncidentUpdate::line);

    private final String ticket;
    private final String customer;
    private final List<InputEvent> events = new ArrayList<>();
    private boolean taken;

    private IncidentHistory(IncidentUpdate first) {
        this.ticket = first.incident();
        this.customer = first.customer();
    }

    /**
     * The events of one incident.
     *
     * @param updates all usable lines about it, at least one, in any order
     * @param rejected is told of lines that contradict an earlier one
     */
    static List<InputEvent> tell(List<IncidentUpdate> updates, Consumer<RejectedLine> rejected) {
        List<IncidentUpdate> ordered = updates.stream().sorted(IN_ORDER).toList();
        IncidentUpdate before = ordered.get(0);
        IncidentHistory history = new IncidentHistory(before);
        history.opened(before);
        for (IncidentUpdate update : ordered.subList(1, ordered.size())) {
            Optional<String> contradiction = contradiction(before, update);
            if (contradiction.isPresent()) {
                rejected.accept(new RejectedLine(update.line(), contradiction.get()));
                continue;
            }
            history.updated(before, update);
            before = update;
        }
        return history.events;
    }

    private static Optional<String> contradiction(IncidentUpdate before, IncidentUpdate update) {
        String earlier = "update " + before.update() + " on line " + before.line();
        if (update.update() == before.update()) {
            return Optional.of("repeats " + earlier + " of " + update.incident());
        }
        if (update.updatedAt().isBefore(before.updatedAt())) {
            return Optional.of(
                    String.format(
                            "update %d of %s is dated %s, before %s (%s)",
                            update.update(),
                            update.incident(),
                            update.updatedAt(),
                            earlier,
                            before.updatedAt()));
        }
        return Optional.empty();
    }

    /** Every line says when its incident was opened, so the log need not begin with "New". */
    private void opened(IncidentUpdate first) {
        TicketFact opened =
                new TicketFact.Opened(
                        ticket,
                        first.severity(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        OptionalInt.empty());
        add(first.openedAt(), 0, 0, "opened", opened);
        entered(first);
    }

    private void updated(IncidentUpdate before, IncidentUpdate update) {
        boolean reopened = update.reopenings() > before.reopenings();
        if (reopened) {
            add(update, 1, "reopened", new TicketFact.Reopened(ticket));
        }
        if (update.severity() != before.severity()) {
            add(
                    update,
                    2,
                    "severity-changed",
                    new TicketFact.SeverityChanged(ticket, update.severity()));
        }
        boolean stateChanged = update.state() != before.state();
        if (stateChanged && before.state() == IncidentState.AWAITING && update.state().isOpen()) {
            add(update, 3, "resumed", new TicketFact.Resumed(ticket));
        }
        // Reopened and in the same state again: it left that state between the two lines.
        if (stateChanged || reopened) {
            entered(update);
        }
    }

    private void entered(IncidentUpdate update) {
        switch (update.state()) {
            case NEW -> {}
            case ACTIVE -> {
                // The log holds no messages. Somebody taking the incident on is the first sign
                // of an agent that it has.
                if (!taken) {
                    taken = true;
                    add(
                            update,
                            4,
                            "replied",
                            new TicketFact.Replied(ticket, Author.AGENT, true, Optional.empty()));
                }
            }
            case AWAITING -> add(update, 5, "waiting", new TicketFact.Waiting(ticket));
            case RESOLVED -> add(update, 6, "solved", new TicketFact.Solved(ticket));
            case CLOSED -> add(update, 7, "closed", new TicketFact.Closed(ticket));
        }
    }

    private void add(IncidentUpdate update, int place, String what, TicketFact fact) {
        add(update.updatedAt(), update.update(), place, what, fact);
    }

    private void add(Instant time, int update, int place, String what, TicketFact fact) {
        String id = String.format(Locale.ROOT, "%s-%04d-%d-%s", ticket, update, place, what);
        events.add(new InputEvent(SOURCE, id, time, Optional.of(customer), fact));
    }
}
