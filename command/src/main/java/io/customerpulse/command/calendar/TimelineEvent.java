package io.customerpulse.command.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.rules.sla.clock.Stop;
import io.customerpulse.rules.sla.clock.StopCause;
import io.customerpulse.rules.sla.clock.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of what happened, as a request writes it.
 *
 * @param time when
 * @param position its place in the request: of what happened at one instant, the earlier applies
 *     first
 * @param happened what
 */
record TimelineEvent(Instant time, int position, Happened happened) {

    private static final Comparator<TimelineEvent> ORDER =
            Comparator.comparing(TimelineEvent::time).thenComparingInt(TimelineEvent::position);

    /** A timeline has one ticket, which needs no name. */
    private static final String TICKET = "";

    /** What can happen. */
    private sealed interface Happened {

        /** Something about the ticket. */
        record ToTheTicket(TicketFact fact) implements Happened {}

        /** Maintenance, which stops every clock. */
        record Maintenance(boolean begins) implements Happened {}
    }

    /**
     * Reads the events of a request.
     *
     * @throws WrongRequestException for the first field that is wrong
     */
    static List<TimelineEvent> read(RequestFields request) throws WrongRequestException {
        JsonNode written = request.required("events");
        if (!written.isArray()) {
            throw request.wrong(
                    "events", "must be a list of events, but is " + RequestFields.shown(written));
        }
        List<TimelineEvent> events = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            if (!written.get(i).isObject()) {
                throw request.wrong(
                        "events[" + i + "]",
                        "must be an object with time and type, but is "
                                + RequestFields.shown(written.get(i)));
            }
            RequestFields event = new RequestFields("events[" + i + "].", written.get(i));
            events.add(new TimelineEvent(event.instant("time"), i, happened(event)));
        }
        return events;
    }

    private static Happened happened(RequestFields event) throws WrongRequestException {
        String type = event.text("type");
        return switch (type) {
            case "ticket.opened" -> new Happened.ToTheTicket(opened());
            case "ticket.replied" ->
                    new Happened.ToTheTicket(
                            new TicketFact.Replied(
                                    TICKET, author(event), isPublic(event), Optional.empty()));
            case "ticket.severity_changed" ->
                    new Happened.ToTheTicket(new TicketFact.SeverityChanged(TICKET, Severity.P2));
            case "ticket.waiting" -> new Happened.ToTheTicket(new TicketFact.Waiting(TICKET));
            case "ticket.resumed" -> new Happened.ToTheTicket(new TicketFact.Resumed(TICKET));
            case "ticket.workaround_given" ->
                    new Happened.ToTheTicket(new TicketFact.WorkaroundGiven(TICKET));
            case "ticket.solved" -> new Happened.ToTheTicket(new TicketFact.Solved(TICKET));
            case "ticket.reopened" -> new Happened.ToTheTicket(new TicketFact.Reopened(TICKET));
            case "ticket.closed" -> new Happened.ToTheTicket(new TicketFact.Closed(TICKET));
            case "ticket.excluded" ->
                    new Happened.ToTheTicket(
                            new TicketFact.Excluded(TICKET, ExclusionReason.CUSTOMER_CHANGE));
            case "maintenance.started" -> new Happened.Maintenance(true);
            case "maintenance.ended" -> new Happened.Maintenance(false);
            default ->
                    throw event.wrong(
                            "type",
                            "must be an event of a ticket, maintenance.started or"
                                    + " maintenance.ended, but is "
                                    + type);
        };
    }

    /** The targets of the request count, whatever the severity is. */
    private static TicketFact opened() {
        return new TicketFact.Opened(
                TICKET,
                Severity.P2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty());
    }

    private static Author author(RequestFields event) throws WrongRequestException {
        String by = event.text("by");
        return Arrays.stream(Author.values())
                .filter(author -> author.name().equals(by))
                .findFirst()
                .orElseThrow(
                        () ->
                                event.wrong(
                                        "by",
                                        "must be one of %s, but is %s"
                                                .formatted(Arrays.toString(Author.values()), by)));
    }

    private static boolean isPublic(RequestFields event) throws WrongRequestException {
        return !event.has("public") || event.truth("public");
    }

    /** What happened to the ticket, in the order in which it applies. */
    static List<TicketEvent> ofTheTicket(List<TimelineEvent> events) {
        List<TicketEvent> ticket = new ArrayList<>();
        for (TimelineEvent event : inOrder(events)) {
            if (event.happened instanceof Happened.ToTheTicket toTheTicket) {
                ticket.add(
                        new TicketEvent(
                                event.time, TICKET, "" + event.position, toTheTicket.fact()));
            }
        }
        return ticket;
    }

    /** The stops by maintenance; one that has not ended goes on. */
    static List<Stop> maintenance(List<TimelineEvent> events) {
        List<Stop> stops = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        for (TimelineEvent event : inOrder(events)) {
            if (event.happened instanceof Happened.Maintenance maintenance) {
                if (maintenance.begins()) {
                    since = since.or(() -> Optional.of(event.time));
                } else {
                    since.filter(from -> from.isBefore(event.time))
                            .ifPresent(from -> stops.add(stop(from, event.time)));
                    since = Optional.empty();
                }
            }
        }
        since.ifPresent(from -> stops.add(stop(from, Instant.MAX)));
        return stops;
    }

    private static Stop stop(Instant from, Instant until) {
        return Stop.of(StopCause.MAINTENANCE, from, until);
    }

    private static List<TimelineEvent> inOrder(List<TimelineEvent> events) {
        return events.stream().sorted(ORDER).toList();
    }
}
