package io.customerpulse.rules.sla.clock;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.rules.customer.TimeInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of a ticket ({@code docs/sla.md}, What moves a clock). What is stamped before the
 * opening acts at it, after it; of what is stamped with one instant only the outcome shows.
 */
public final class TicketCourse {

    /** The ticket's own severity from an instant on. */
    public record SeverityChange(Instant from, Severity severity) {}

    /** From when on the ticket does not count, and why. */
    public record Exclusion(Instant at, ExclusionReason reason) {}

    /** A customer's message that waits for an answer, and when it came. */
    public record Message(Instant at, Optional<Instant> answered) {}

    /** A reply, for finding messages that wait. */
    private record Reply(Instant at, boolean byAgent) {}

    private final TicketEvent opening;
    private final TicketFact.Opened opened;
    private final List<SeverityChange> severities = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final Spans waiting = new Spans();
    private final Spans solved = new Spans();
    private Optional<Instant> firstAnswer = Optional.empty();
    private Optional<Instant> workedAround = Optional.empty();
    private Optional<Exclusion> exclusion = Optional.empty();
    private Optional<Instant> closed = Optional.empty();

    private TicketCourse(TicketEvent opening, TicketFact.Opened opened) {
        this.opening = opening;
        this.opened = opened;
        severity(opening.time(), opened.severity());
    }

    /**
     * The course of a ticket.
     *
     * @param events in the order of {@link TicketEvent#ORDER}
     * @return empty if it was never opened
     */
    public static Optional<TicketCourse> of(List<TicketEvent> events) {
        for (TicketEvent event : events) {
            if (event.fact() instanceof TicketFact.Opened opened) {
                TicketCourse course = new TicketCourse(event, opened);
                events.forEach(course::apply);
                return Optional.of(course);
            }
        }
        return Optional.empty();
    }

    private void apply(TicketEvent event) {
        Instant at = event.time().isBefore(openedAt()) ? openedAt() : event.time();
        TicketFact fact = event.fact();
        if (fact instanceof TicketFact.Replied replied) {
            reply(at, replied);
        } else if (fact instanceof TicketFact.SeverityChanged changed) {
            severity(at, changed.severity());
        } else if (fact instanceof TicketFact.Waiting) {
            if (!solved.isOpen()) {
                waiting.begin(at);
            }
        } else if (fact instanceof TicketFact.Resumed) {
            waiting.end(at);
        } else if (fact instanceof TicketFact.WorkaroundGiven) {
            workedAround = workedAround.or(() -> Optional.of(at));
        } else if (fact instanceof TicketFact.Solved) {
            solve(at);
        } else if (fact instanceof TicketFact.Closed) {
            solve(at);
            closed = Optional.of(at);
        } else if (fact instanceof TicketFact.Reopened) {
            waiting.end(at);
            solved.end(at);
            closed = Optional.empty();
        } else if (fact instanceof TicketFact.Excluded excluded) {
            exclusion = exclusion.or(() -> Optional.of(new Exclusion(at, excluded.reason())));
        }
    }

    private void reply(Instant at, TicketFact.Replied replied) {
        if (replied.by() == Author.CUSTOMER) {
            waiting.end(at);
            replies.add(new Reply(at, false));
        } else if (replied.by() == Author.AGENT && replied.isPublic()) {
            firstAnswer = firstAnswer.or(() -> Optional.of(at));
            replies.add(new Reply(at, true));
        }
    }

    private void solve(Instant at) {
        solved.begin(at);
        workedAround = workedAround.or(() -> Optional.of(at));
    }

    /** Of several changes of one instant the last counts. */
    private void severity(Instant at, Severity severity) {
        int last = severities.size() - 1;
        if (last >= 0 && severities.get(last).from().equals(at)) {
            severities.remove(last);
        }
        severities.add(new SeverityChange(at, severity));
    }

    /** The event that opened it. */
    public TicketEvent opening() {
        return opening;
    }

    /** When it was opened. */
    public Instant openedAt() {
        return opening.time();
    }

    /** What was said at the opening. */
    public TicketFact.Opened opened() {
        return opened;
    }

    /** The ticket's own severities in order, the first from the opening on. */
    public List<SeverityChange> severities() {
        return List.copyOf(severities);
    }

    /** When it waited for the customer. */
    public List<TimeInterval> waiting() {
        return waiting.all();
    }

    /** When it was solved; closed is solved. */
    public List<TimeInterval> solved() {
        return solved.all();
    }

    /** The first public reply of an agent. */
    public Optional<Instant> firstAnswer() {
        return firstAnswer;
    }

    /** When a workaround was given or the ticket was first solved. */
    public Optional<Instant> workedAround() {
        return workedAround;
    }

    /** The exclusion, if there was one; a second changes nothing. */
    public Optional<Exclusion> exclusion() {
        return exclusion;
    }

    /** When it was closed, if it is. */
    public Optional<Instant> closedAt() {
        return closed;
    }

    /** Since when it is solved, if it is. */
    public Optional<Instant> solvedAt() {
        return solved.openSince();
    }

    /**
     * The messages of the customer that waited for an answer: the first of each row of them, after
     * the first response.
     *
     * @param withoutFirstResponse whether at an instant no first response is owed, so that messages
     *     wait for an answer from the opening on
     */
    public List<Message> messages(Predicate<Instant> withoutFirstResponse) {
        List<Message> messages = new ArrayList<>();
        Optional<Instant> unanswered = Optional.empty();
        boolean responded = false;
        for (Reply reply : replies) {
            if (reply.byAgent()) {
                responded = true;
                unanswered.ifPresent(at -> messages.add(new Message(at, Optional.of(reply.at()))));
                unanswered = Optional.empty();
            } else if (unanswered.isEmpty()
                    && (responded || withoutFirstResponse.test(reply.at()))) {
                unanswered = Optional.of(reply.at());
            }
        }
        unanswered.ifPresent(at -> messages.add(new Message(at, Optional.empty())));
        return messages;
    }

    /** Stretches of time that begin and end in turn; what ends where it began was none. */
    private static final class Spans {

        private final List<TimeInterval> ended = new ArrayList<>();
        private Optional<Instant> since = Optional.empty();

        void begin(Instant at) {
            if (since.isPresent()) {
                return;
            }
            int last = ended.size() - 1;
            if (last >= 0 && ended.get(last).until().equals(at)) {
                since = Optional.of(ended.remove(last).from());
            } else {
                since = Optional.of(at);
            }
        }

        void end(Instant at) {
            since.filter(from -> from.isBefore(at))
                    .ifPresent(from -> ended.add(new TimeInterval(from, at)));
            since = Optional.empty();
        }

        boolean isOpen() {
            return since.isPresent();
        }

        Optional<Instant> openSince() {
            return since;
        }

        List<TimeInterval> all() {
            List<TimeInterval> all = new ArrayList<>(ended);
            since.ifPresent(from -> all.add(new TimeInterval(from, Instant.MAX)));
            return all;
        }
    }
}
