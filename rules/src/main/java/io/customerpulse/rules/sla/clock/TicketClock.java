package io.customerpulse.rules.sla.clock;

import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.rules.customer.TimeInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the course of a ticket means to one of its clocks.
 *
 * @param target what the clock waits for
 * @param message the message that a clock of {@link SlaTarget#NEXT_RESPONSE} answers; empty for
 *     other targets, which count from the opening
 */
public record TicketClock(SlaTarget target, Optional<TicketCourse.Message> message) {

    /** A clock that counts from the opening. */
    public static TicketClock of(SlaTarget target) {
        return new TicketClock(target, Optional.empty());
    }

    /** When it starts to count. */
    public Instant start(TicketCourse ticket) {
        return message.map(TicketCourse.Message::at).orElse(ticket.openedAt());
    }

    /**
     * What moves it.
     *
     * @param aims from {@link #start} on
     * @param waitingStops whether it stands still while the ticket waits for the customer
     * @param serviceStops what makes it stand still beside the ticket itself
     * @param ended when it ends in silence
     * @param startsFrom it cannot start before
     */
    public ClockCourse course(
            TicketCourse ticket,
            List<AimChange> aims,
            boolean waitingStops,
            List<Stop> serviceStops,
            Optional<Instant> ended,
            Instant startsFrom) {
        List<Stop> stops = new ArrayList<>(serviceStops);
        if (waitingStops) {
            addAll(stops, StopCause.WAITING, ticket.waiting());
        }
        addAll(stops, StopCause.SOLVED, ticket.solved());
        return new ClockCourse(
                start(ticket),
                aims,
                stops,
                ticket.solved(),
                target == SlaTarget.FIRST_RESPONSE || target == SlaTarget.RESOLUTION,
                answered(ticket),
                ticket.exclusion().map(TicketCourse.Exclusion::at),
                ended,
                startsFrom);
    }

    private Optional<Instant> answered(TicketCourse ticket) {
        return switch (target) {
            case FIRST_RESPONSE -> ticket.firstAnswer();
            case WORKAROUND -> ticket.workedAround();
            case RESOLUTION -> Optional.empty();
            case NEXT_RESPONSE -> message.flatMap(TicketCourse.Message::answered);
        };
    }

    private static void addAll(List<Stop> stops, StopCause cause, List<TimeInterval> times) {
        times.forEach(time -> stops.add(Stop.of(cause, time.from(), time.until())));
    }
}
