package io.customerpulse.rules.timeline;

import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.rules.customer.CustomerFacts;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.UsageCalendar;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.RiskAssessment;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves a customer's record through event time. All events of one instant are applied in order,
 * then the truth is evaluated once ({@code docs/rules.md}, ties); what turns by the passing of time
 * alone is evaluated at {@link CustomerRecord#nextTurn}.
 *
 * <p>It keeps no state of its own: the caller holds the record and brings events and turns in the
 * order of their instants.
 */
public final class CustomerTimeline {

    /**
     * What an instant brought about.
     *
     * @param signals what became true, for whoever comes next
     * @param effects what each delivery did, in the order in which they were applied
     */
    public record Step(List<Signal> signals, List<Applied> effects) {}

    /** What one delivery did. */
    public record Applied(Delivery delivery, CustomerFacts.Effect effect) {}

    private final CustomerPolicy policy;
    private final UsageCalendar calendar;
    private final CustomerFacts facts;
    private final RiskAssessment risk;

    public CustomerTimeline(Policies policies) {
        policy = policies.customer();
        calendar = new UsageCalendar(policy.usageSettles());
        facts = new CustomerFacts(policy);
        risk = new RiskAssessment(policies.risk(), policy);
    }

    /** How events enter the record. */
    public CustomerFacts facts() {
        return facts;
    }

    /**
     * Applies all deliveries of one instant and says what is true right after them.
     *
     * @param at the instant; later than any this record was advanced to before
     * @param deliveries what is stamped with this instant, in any order, possibly nothing
     */
    public Step advance(
            CustomerRecord record, String customer, Instant at, List<Delivery> deliveries) {
        expire(record, at);
        List<Applied> effects =
                deliveries.stream()
                        .sorted(Delivery.ORDER)
                        .map(d -> new Applied(d, facts.apply(record, d)))
                        .toList();
        List<Signal> signals = new ArrayList<>();
        if (effects.stream().anyMatch(CustomerTimeline::erases)) {
            record.erase(at);
            signals.add(new Signal.CustomerErased(customer, at));
        } else {
            evaluate(record, customer, at).ifPresent(signals::add);
        }
        return new Step(signals, effects);
    }

    /** Whether the delivery asks for the customer to be forgotten. */
    public static boolean erases(Delivery delivery) {
        return delivery.event().fact() instanceof CustomerFact.Erased;
    }

    private static boolean erases(Applied applied) {
        return applied.effect() == CustomerFacts.Effect.APPLIED && erases(applied.delivery());
    }

    private Optional<Signal> evaluate(CustomerRecord record, String customer, Instant at) {
        if (!record.life().begunBy(at)) {
            record.nextTurn(record.life().firstSeen());
            return Optional.empty();
        }
        RiskAssessment.Outcome outcome = risk.assess(record, at);
        record.nextTurn(outcome.nextTurn());
        return outcome.signal(customer, at, record);
    }

    /**
     * Closes the days of usage that are complete, which changes nothing but the record's size.
     *
     * @param reached up to where event time has come: what counts from before has all arrived
     */
    public void closeDays(CustomerRecord record, Instant reached) {
        long lastComplete = calendar.lastCompleteDay(reached);
        if (record.usage().hasOpenDay(lastComplete)) {
            record.usage().close(lastComplete, lastComplete - policy.usageDaysKept());
        }
    }

    private void expire(CustomerRecord record, Instant at) {
        record.seen().expire(at, policy.duplicateMemory());
        closeDays(record, at);
        record.ticketsOpened().expire(at, policy.tickets().window());
        record.csatAnswers().expire(at, policy.csat().window());
        record.budgetCuts().expire(at, risk.policy().budgetCut().lasts());
        record.outages().expire(at, policy.downtime().window());
    }
}
