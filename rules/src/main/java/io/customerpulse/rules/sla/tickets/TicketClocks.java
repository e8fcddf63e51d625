package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.clock.AimChange;
import io.customerpulse.rules.sla.clock.ClockCourse;
import io.customerpulse.rules.sla.clock.ClockHistory;
import io.customerpulse.rules.sla.clock.ClockMoment;
import io.customerpulse.rules.sla.clock.ClockPlay;
import io.customerpulse.rules.sla.clock.Stop;
import io.customerpulse.rules.sla.clock.TicketClock;
import io.customerpulse.rules.sla.clock.TicketCourse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Plays all clocks of one ticket anew and tells what was not told before. What they say follows
 * from the events of the ticket and its account alone, so that it does not matter when an event
 * came.
 */
final class TicketClocks {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private final SlaPolicies policies;
    private final String customer;
    private final SlaAccount account;
    private final TicketRecord record;
    private final TicketCourse ticket;
    private final Instant at;
    private final Instant since;
    private final Telling telling;
    private final List<Standing> standings;
    private final Optional<Instant> ended;
    private Optional<Instant> nextTurn = Optional.empty();

    /**
     * @param at the present instant
     * @param since from when on something may be new: the present, or the time of what came late
     */
    TicketClocks(
            SlaPolicies policies,
            String customer,
            SlaAccount account,
            TicketRecord record,
            TicketCourse ticket,
            Instant at,
            Instant since,
            Telling telling) {
        this.policies = policies;
        this.customer = customer;
        this.account = account;
        this.record = record;
        this.ticket = ticket;
        this.at = at;
        this.since = since;
        this.telling = telling;
        this.standings = Standing.of(ticket, account);
        this.ended = ended();
    }

    /** When its clocks end in silence, as far as that is known. */
    private Optional<Instant> ended() {
        return account.terminatedAt(ticket.openedAt())
                ? Optional.of(ticket.openedAt())
                : account.terminations().entries().stream()
                        .filter(entry -> entry.value() && entry.time().isAfter(ticket.openedAt()))
                        .map(Dated::time)
                        .findFirst();
    }

    /**
     * Plays all clocks up to the present and tells what is new.
     *
     * @return when they turn next by themselves
     */
    Optional<Instant> tell() {
        forEachClock(this::tell);
        return nextTurn;
    }

    /** The clocks that started, as they are at the present; tells nothing. */
    List<ExplainedClock> explain() {
        List<ExplainedClock> explained = new ArrayList<>();
        forEachClock(
                (key, clock) -> {
                    if (record.clocks().containsKey(key)) {
                        ClockCourse course =
                                course(key, clock, aims(key, clock), clock.start(ticket));
                        explained.add(
                                ExplainedClock.of(
                                        new ClockId(
                                                record.ticketId(),
                                                key.target(),
                                                key.kind(),
                                                key.cycle()),
                                        course,
                                        ClockPlay.play(course, at),
                                        ticket.solvedAt(),
                                        at));
                    }
                });
        return explained;
    }

    private void forEachClock(BiConsumer<ClockKey, TicketClock> action) {
        boolean neverRan = account.terminatedAt(ticket.openedAt());
        for (ClockKind kind : ClockKind.values()) {
            for (SlaTarget target : SlaTarget.values()) {
                if (!neverRan) {
                    forEachClock(kind, target, action);
                }
            }
        }
    }

    /** Whether the contract ended, so that nothing follows. */
    boolean over() {
        return ended.isPresent();
    }

    private void forEachClock(
            ClockKind kind, SlaTarget target, BiConsumer<ClockKey, TicketClock> action) {
        if (target != SlaTarget.NEXT_RESPONSE) {
            action.accept(new ClockKey(kind, target, 1), TicketClock.of(target));
            return;
        }
        boolean known =
                record.clocks().keySet().stream()
                        .anyMatch(key -> key.kind() == kind && key.target() == target);
        if (known || policies.targets(policies.version()).promises(kind, target)) {
            List<TicketCourse.Message> messages = ticket.messages(owesNoResponse(kind));
            for (int i = 0; i < messages.size(); i++) {
                action.accept(
                        new ClockKey(kind, target, i + 1),
                        new TicketClock(target, Optional.of(messages.get(i))));
            }
        }
    }

    private Predicate<Instant> owesNoResponse(ClockKind kind) {
        ClockKey first = new ClockKey(kind, SlaTarget.FIRST_RESPONSE, 1);
        List<AimChange> aims = aims(first, TicketClock.of(SlaTarget.FIRST_RESPONSE));
        return instant ->
                aims.stream()
                        .filter(change -> !change.from().isAfter(instant))
                        .reduce((before, after) -> after)
                        .flatMap(AimChange::aim)
                        .isEmpty();
    }

    private List<AimChange> aims(ClockKey key, TicketClock clock) {
        return targets(key)
                .aims(
                        key.kind(),
                        key.target(),
                        ticket.opened(),
                        ticket.openedAt(),
                        clock.start(ticket),
                        standings);
    }

    private Targets targets(ClockKey key) {
        return policies.targets(
                Optional.ofNullable(record.clocks().get(key))
                        .map(ClockMemory::policyVersion)
                        .orElse(policies.version()));
    }

    private void tell(ClockKey key, TicketClock clock) {
        List<AimChange> aims = aims(key, clock);
        Optional<ClockMemory> told = Optional.ofNullable(record.clocks().get(key));
        if (told.isEmpty() && aims.stream().allMatch(change -> change.aim().isEmpty())) {
            return;
        }
        ClockCourse course =
                course(key, clock, aims, told.isPresent() ? clock.start(ticket) : since);
        ClockHistory history = ClockPlay.play(course, at);
        tell(key, course, history, told);
        nextTurn = earlier(nextTurn, history.nextTurn());
    }

    private ClockCourse course(
            ClockKey key, TicketClock clock, List<AimChange> aims, Instant startsFrom) {
        return clock.course(
                ticket,
                aims,
                waitingStops(targets(key).policy(), key.target()),
                serviceStops(key.kind()),
                ended,
                startsFrom);
    }

    private void tell(
            ClockKey key, ClockCourse course, ClockHistory history, Optional<ClockMemory> told) {
        Optional<ClockMoment> start =
                history.moments().stream()
                        .filter(moment -> moment.kind() == ClockMoment.Kind.STARTED)
                        .findFirst();
        if (told.isEmpty() && start.isEmpty()) {
            return;
        }
        ClockMemory memory = told.orElseGet(() -> new ClockMemory(policies.version()));
        ClockTeller teller =
                new ClockTeller(
                        customer,
                        at,
                        new ClockId(record.ticketId(), key.target(), key.kind(), key.cycle()),
                        memory,
                        moment -> reading(key, course, moment),
                        ticket,
                        telling);
        if (told.isEmpty()) {
            record.clocks().put(key, memory);
            teller.tellStart(start.get());
        }
        teller.tell(history);
    }

    private static boolean waitingStops(SlaPolicy policy, SlaTarget target) {
        return switch (target) {
            case RESOLUTION, WORKAROUND -> true;
            case FIRST_RESPONSE -> policy.pauseFirstResponse();
            case NEXT_RESPONSE -> false;
        };
    }

    private List<Stop> serviceStops(ClockKind kind) {
        List<Stop> stops = new ArrayList<>(account.stops().maintenance());
        if (kind == ClockKind.CONTRACT) {
            stops.addAll(account.stops().forceMajeure());
        }
        stops.removeIf(stop -> !stop.until().isAfter(ticket.openedAt()));
        return stops;
    }

    private ClockReading reading(ClockKey key, ClockCourse course, ClockMoment moment) {
        Standing standing = Standing.holding(standings, moment.at());
        Optional<Instant> dueAt =
                moment.usedUp().or(() -> course.dueAsKnown(moment.aim(), moment.at()));
        return new ClockReading(
                record.ticketId(),
                key.target(),
                key.kind(),
                key.cycle(),
                standing.tier(),
                standing.severity(),
                standing.original(),
                course.start(),
                dueAt,
                moment.aim().target(),
                moment.counted(),
                percent(moment.counted(), moment.aim().target()),
                moment.aim().calendarName(),
                moment.aim().source(),
                policies.isBackfill(ticket.openedAt()));
    }

    private static BigDecimal percent(Duration counted, Duration target) {
        return BigDecimal.valueOf(counted.toMillis())
                .multiply(WHOLE)
                .divide(BigDecimal.valueOf(target.toMillis()), DECIMALS, RoundingMode.HALF_UP);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.filter(at -> other.filter(at::isAfter).isEmpty()).or(() -> other);
    }
}
