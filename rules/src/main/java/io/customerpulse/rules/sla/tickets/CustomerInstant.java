package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.clock.TicketCourse;
import io.customerpulse.rules.sla.clock.TicketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One instant of one customer: its events enter account and tickets, then every ticket concerned is
 * played once.
 */
final class CustomerInstant {

    private final SlaPolicies policies;
    private final SlaAccount account;
    private final TicketStore tickets;
    private final String customer;
    private final Instant at;
    private final Telling telling = new Telling();

    /** The tickets to be played, each with the time from which on something may be new. */
    private final TreeMap<String, Instant> touched = new TreeMap<>();

    private final TreeMap<String, TicketRecord> loaded = new TreeMap<>();
    private Optional<Instant> accountSince = Optional.empty();
    private boolean contractChanged;
    private boolean remembersMore;
    private int withoutOpening;

    CustomerInstant(
            SlaPolicies policies,
            SlaAccount account,
            TicketStore tickets,
            String customer,
            Instant at) {
        this.policies = policies;
        this.account = account;
        this.tickets = tickets;
        this.customer = customer;
        this.at = at;
    }

    CustomerClocks.Step advance(List<Delivery> deliveries) {
        deliveries.stream().sorted(Delivery.ORDER).forEach(this::apply);
        tellAccount();
        account.dueBy(at).forEach(ticket -> touch(ticket, at));
        accountSince.ifPresent(this::touchAll);
        touched.forEach(this::play);
        if (remembersMore && account.worthForgetting()) {
            forgetWhatNoTicketNeeds();
        }
        return new CustomerClocks.Step(telling.signals(), telling.results(), withoutOpening);
    }

    private void apply(Delivery delivery) {
        InputEvent event = delivery.event();
        boolean own = event.subject().filter(customer::equals).isPresent();
        if (!delivery.concerned()
                || account.erasedBefore(own ? event.time() : at)
                || !CustomerClocks.concerns(delivery)
                || !account.seen().add(event, at)) {
            return;
        }
        if (event.fact() instanceof TicketFact fact) {
            applyToTicket(event, fact);
        } else if (applyToAccount(event)) {
            remembersMore = true;
            accountSince =
                    Optional.of(accountSince.filter(event.time()::isAfter).orElse(event.time()));
        }
    }

    private boolean applyToAccount(InputEvent event) {
        Fact fact = event.fact();
        if (fact instanceof CustomerFact.Updated patch) {
            return applyValue(event, patch.annualContractValue());
        }
        if (fact instanceof ContractFact.Signed signed) {
            boolean begins = begin(event);
            return applyValue(event, change(signed.annualContractValue())) || begins;
        }
        if (fact instanceof ContractFact.Renewed renewed) {
            boolean begins = begin(event);
            return applyValue(event, change(renewed.annualContractValue())) || begins;
        }
        if (fact instanceof ContractFact.Terminated) {
            account.terminations().add(Dated.of(event, true));
            contractChanged = true;
            return true;
        }
        if (fact instanceof ImplementationFact.WentLive) {
            account.goLives().add(Dated.of(event, true));
            return true;
        }
        return account.stops().apply(event, policies.current().maintenanceNotice());
    }

    private boolean begin(InputEvent event) {
        account.terminations().add(Dated.of(event, false));
        return true;
    }

    private boolean applyValue(InputEvent event, Change<BigDecimal> value) {
        if (value instanceof Change.Kept<BigDecimal>) {
            return false;
        }
        Optional<BigDecimal> known =
                value instanceof Change.Set<BigDecimal> set
                        ? Optional.of(set.value())
                        : Optional.empty();
        account.tiers().add(Dated.of(event, policies.tiers().of(known)));
        return true;
    }

    private static Change<BigDecimal> change(Optional<BigDecimal> value) {
        return value.<Change<BigDecimal>>map(Change::to).orElseGet(Change::kept);
    }

    private void applyToTicket(InputEvent event, TicketFact fact) {
        TicketRecord ticket = load(fact.ticketId());
        if (ticket.ended()) {
            return;
        }
        TicketEvent happened = TicketEvent.of(event, fact);
        if (ticket.add(happened)) {
            forgetLaterAnswers(ticket);
            touch(fact.ticketId(), event.time());
        }
    }

    /** Only the first answer ever matters, unless each message is owed one. */
    private void forgetLaterAnswers(TicketRecord ticket) {
        if (!policies.promisesNextResponse()) {
            ticket.events().stream()
                    .filter(CustomerInstant::answers)
                    .skip(1)
                    .toList()
                    .forEach(ticket::remove);
        }
    }

    private TicketRecord load(String ticketId) {
        return loaded.computeIfAbsent(
                ticketId, id -> tickets.get(id).orElseGet(() -> new TicketRecord(id)));
    }

    private void touch(String ticketId, Instant since) {
        touched.merge(ticketId, since, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** What is solved can wait, unless its past changed or it ends with the contract. */
    private void touchAll(Instant since) {
        boolean every = contractChanged || since.isBefore(at);
        for (TicketRecord ticket : tickets.all()) {
            if (!ticket.ended() && (every || !isSolved(ticket))) {
                touch(ticket.ticketId(), since);
            }
        }
    }

    private static boolean isSolved(TicketRecord ticket) {
        return TicketCourse.of(ticket.events()).flatMap(TicketCourse::solvedAt).isPresent();
    }

    private void tellAccount() {
        Optional<Tier> tier = account.tiers().at(at);
        boolean terminated = account.terminatedAt(at);
        if (!tier.equals(account.toldTier()) || terminated != account.toldTerminated()) {
            account.told(tier, terminated);
            telling.signal(
                    new SlaSignal.AccountChanged(
                            customer, at, tier.orElse(Tier.STARTER), terminated));
        }
    }

    private void play(String ticketId, Instant since) {
        TicketRecord ticket = load(ticketId);
        Optional<Instant> planned = ticket.turn();
        Optional<Instant> turn = turn(ticket, since);
        if (turn.isPresent() && !turn.get().isAfter(at)) {
            account.plan(ticketId, planned, Optional.empty());
            tickets.remove(ticketId);
            return;
        }
        account.plan(ticketId, planned, turn);
        ticket.turn(turn);
        tickets.put(ticket);
    }

    /** Plays a ticket and says when it is to be looked at next; now, if it can be forgotten. */
    private Optional<Instant> turn(TicketRecord ticket, Instant since) {
        if (ticket.ended()) {
            return ticket.turn();
        }
        SlaPolicy.Keeping keep = policies.current().keeping();
        Optional<TicketCourse> course = TicketCourse.of(ticket.events());
        if (course.isEmpty()) {
            withoutOpening +=
                    (int)
                            ticket.events().stream()
                                    .filter(event -> !event.time().isBefore(since))
                                    .count();
            TicketEvent last = ticket.events().get(ticket.events().size() - 1);
            return Optional.of(last.time().plus(keep.neverOpened()));
        }
        TicketClocks clocks =
                new TicketClocks(
                        policies, customer, account, ticket, course.get(), at, since, telling);
        Optional<Instant> next = clocks.tell();
        if (clocks.over()) {
            ticket.end(course.get().opening());
            return Optional.of(at.plus(keep.closed()));
        }
        Optional<Instant> forgotten =
                course.get()
                        .closedAt()
                        .map(closed -> closed.plus(keep.closed()))
                        .or(() -> course.get().solvedAt().map(s -> s.plus(keep.solved())));
        // A ticket that is solved waits for nothing but to be forgotten.
        return forgotten.or(() -> next);
    }

    private void forgetWhatNoTicketNeeds() {
        Instant oldest = at;
        for (TicketRecord ticket : tickets.all()) {
            Instant first = ticket.events().get(0).time();
            oldest = first.isBefore(oldest) ? first : oldest;
        }
        account.forgetBefore(oldest);
    }

    private static boolean answers(TicketEvent event) {
        return event.fact() instanceof TicketFact.Replied replied && replied.by() == Author.AGENT;
    }
}
