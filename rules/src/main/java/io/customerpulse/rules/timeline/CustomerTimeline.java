package io.customerpulse.rules.timeline;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.rules.customer.CustomerFacts;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.flag.FlagConditions;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.RiskAssessment;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param emissions metrics, health and tombstones, to be published as they are
     * @param effects what each delivery did, in the order in which they were applied
     */
    public record Step(List<Signal> signals, List<Emission> emissions, List<Applied> effects) {}

    /** What one delivery did. */
    public record Applied(Delivery delivery, CustomerFacts.Effect effect) {}

    private final CustomerPolicy policy;
    private final CustomerFacts facts;
    private final RiskAssessment risk;
    private final Measuring measuring;
    private final Expiry expiry;

    /**
     * Empty where no pattern follows: then the record decides all factors, and there are no flags.
     */
    private final Optional<FlagConditions> flags;

    /** Without patterns that follow: the record alone decides all risk factors. */
    public CustomerTimeline(Policies policies) {
        this(policies, Optional.empty());
    }

    /** With patterns that follow: the record signals what flags begin and end with. */
    public static CustomerTimeline withFlags(Policies policies) {
        return new CustomerTimeline(
                policies,
                Optional.of(
                        new FlagConditions(
                                policies.flags(), policies.risk(), policies.customer())));
    }

    private CustomerTimeline(Policies policies, Optional<FlagConditions> flags) {
        this.flags = flags;
        policy = policies.customer();
        facts = new CustomerFacts(policy, policies.risk().priceIncrease().moreThan());
        risk = new RiskAssessment(policies.risk(), policy);
        measuring = new Measuring(policies);
        expiry = new Expiry(policy, policies.risk(), policies.flags());
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
        Optional<Instant> turnAwaited = measuring.turnAwaited(record, at);
        record.seen().expire(at, policy.duplicateMemory());
        expiry.apply(record, at);
        List<Applied> effects =
                deliveries.stream()
                        .sorted(Delivery.ORDER)
                        .map(d -> new Applied(d, facts.apply(record, d)))
                        .toList();
        if (effects.stream().anyMatch(CustomerTimeline::erases)) {
            record.erase(at);
            return new Step(
                    List.of(new Signal.CustomerErased(customer, at)),
                    List.of(
                            new Tombstone(Topic.CUSTOMER_METRICS, customer, at),
                            new Tombstone(Topic.HEALTH_SCORES, customer, at)),
                    effects);
        }
        if (!record.life().begunBy(at)) {
            record.nextTurn(record.life().firstSeen());
            return new Step(List.of(), List.of(), effects);
        }
        return evaluate(record, customer, at, effects, turnAwaited);
    }

    private Step evaluate(
            CustomerRecord record,
            String customer,
            Instant at,
            List<Applied> effects,
            Optional<Instant> turnAwaited) {
        RiskAssessment.Outcome outcome = risk.assess(record, at);
        boolean sparse = effects.stream().anyMatch(CustomerTimeline::isSparseFact);
        boolean measures = sparse || measuring.completesDay(at);
        List<Emission> emissions = measures ? measuring.measure(record, customer, at) : List.of();
        Optional<FlagConditions.Told> told =
                flags.map(
                        conditions ->
                                conditions.tell(record, customer, at, outcome, applied(effects)));
        record.nextTurn(
                Stream.of(
                                outcome.nextTurn(),
                                told.flatMap(FlagConditions.Told::nextTurn),
                                measuring.nextTurn(record, at),
                                measures ? Optional.<Instant>empty() : turnAwaited)
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
        RiskAssessment.Outcome assessed = told.isPresent() ? outcome.withoutFlags() : outcome;
        List<Signal> signals =
                new ArrayList<>(assessed.signal(customer, at, record).stream().toList());
        told.map(FlagConditions.Told::signals).ifPresent(signals::addAll);
        return new Step(signals, emissions, effects);
    }

    private static List<Delivery> applied(List<Applied> effects) {
        return effects.stream()
                .filter(applied -> applied.effect() == CustomerFacts.Effect.APPLIED)
                .map(Applied::delivery)
                .toList();
    }

    private static boolean isSparseFact(Applied applied) {
        return applied.effect() == CustomerFacts.Effect.APPLIED
                && !CustomerFacts.isDense(applied.delivery().event());
    }

    /** Whether the delivery asks for the customer to be forgotten. */
    public static boolean erases(Delivery delivery) {
        return delivery.event().fact() instanceof CustomerFact.Erased;
    }

    private static boolean erases(Applied applied) {
        return applied.effect() == CustomerFacts.Effect.APPLIED && erases(applied.delivery());
    }
}
