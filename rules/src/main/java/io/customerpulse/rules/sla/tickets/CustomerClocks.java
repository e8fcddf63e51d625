package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Change;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.sla.SlaSignal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Moves the clocks of a customer's tickets through event time ({@code docs/sla.md}). All events of
 * one instant are applied in order, then each ticket they concern is played once; what turns by the
 * passing of time alone is played at {@link SlaAccount#nextTurn}.
 *
 * <p>It keeps no state of its own: the caller holds account and tickets and brings events and turns
 * in the order of their instants.
 */
public final class CustomerClocks {

    /**
     * What an instant brought about.
     *
     * @param signals for the steps that follow
     * @param results to be published as they are
     * @param withoutOpening how many events came for tickets of which no opening is known
     */
    public record Step(List<SlaSignal> signals, List<OutputEvent> results, int withoutOpening) {}

    private final SlaPolicies policies;

    public CustomerClocks(SlaPolicies policies) {
        this.policies = policies;
    }

    /** Whether a clock may look at events of this kind. */
    public static boolean concerns(Delivery delivery) {
        Fact fact = delivery.event().fact();
        if (fact instanceof CustomerFact.Updated patch) {
            return !(patch.annualContractValue() instanceof Change.Kept<BigDecimal>);
        }
        if (fact instanceof TicketFact.Replied replied) {
            return replied.by() == Author.CUSTOMER
                    || replied.by() == Author.AGENT && replied.isPublic();
        }
        return fact instanceof TicketFact
                || fact instanceof CustomerFact.Erased
                || fact instanceof ContractFact.Signed
                || fact instanceof ContractFact.Renewed
                || fact instanceof ContractFact.Terminated
                || fact instanceof ImplementationFact.WentLive
                || fact instanceof ServiceFact.MaintenanceScheduled
                || fact instanceof ServiceFact.ForceMajeureDeclared
                || fact instanceof ServiceFact.ForceMajeureEnded;
    }

    /**
     * Applies all deliveries of one instant and tells what is true right after them.
     *
     * @param at the instant; later than any this customer was advanced to before
     * @param deliveries what is stamped with this instant, in any order, possibly nothing
     */
    public Step advance(
            SlaAccount account,
            TicketStore tickets,
            String customer,
            Instant at,
            List<Delivery> deliveries) {
        account.seen().expire(at, policies.duplicateMemory());
        if (deliveries.stream().anyMatch(delivery -> erases(account, delivery))) {
            account.erase(at);
            tickets.clear();
            return new Step(List.of(new SlaSignal.Erased(customer, at)), List.of(), 0);
        }
        return new CustomerInstant(policies, account, tickets, customer, at).advance(deliveries);
    }

    private static boolean erases(SlaAccount account, Delivery delivery) {
        return delivery.event().fact() instanceof CustomerFact.Erased
                && !account.erasedBefore(delivery.event().time());
    }
}
