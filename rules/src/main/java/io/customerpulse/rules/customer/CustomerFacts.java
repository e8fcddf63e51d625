package io.customerpulse.rules.customer;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.EngagementFact;
import io.customerpulse.events.fact.ExpansionFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.fact.GoalFact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.OperationFact;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.UsageFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Writes events into a customer's record, each kind where it belongs. */
public final class CustomerFacts {

    /** What applying a delivery did. */
    public enum Effect {
        /** The record took it in. */
        APPLIED,
        /** A copy of an event applied before. */
        DUPLICATE,
        /** It changed nothing: it concerns others, is outdated or says what is known. */
        NONE
    }

    private final CustomerPolicy policy;
    private final BigDecimal largePriceIncrease;
    private final UsageCalendar calendar;

    /**
     * @param largePriceIncrease percent; only a larger increase is remembered
     */
    public CustomerFacts(CustomerPolicy policy, BigDecimal largePriceIncrease) {
        this.policy = policy;
        this.largePriceIncrease = largePriceIncrease;
        this.calendar = new UsageCalendar(policy.usage().settles());
    }

    /**
     * Whether the delivery may be applied on arrival by {@link #fillOpenDay}: telemetry of a day
     * that is still open only fills a bucket that nothing looks at yet. Everything else must wait
     * for its instant.
     */
    public boolean fillsOpenDay(Delivery delivery) {
        return isDense(delivery.event())
                && calendar.completion(usageDay(delivery.event())).isAfter(delivery.at());
    }

    /**
     * Applies telemetry of an open day, in any order.
     *
     * @return whether it changed the record
     */
    public boolean fillOpenDay(CustomerRecord record, Delivery delivery) {
        Instant at = delivery.at();
        if (comesFromBeforeErasure(record, delivery)) {
            return false;
        }
        boolean changed = false;
        Life seen = record.life().seen(at);
        if (seen != record.life()) {
            record.life(seen);
            record.turnBy(at);
            changed = true;
        }
        if (applyUsage(record, at, delivery.event())) {
            record.turnBy(calendar.completion(usageDay(delivery.event())));
            changed = true;
        }
        return changed;
    }

    /** Applies a delivery at its instant; the caller keeps the order of {@link Delivery#ORDER}. */
    public Effect apply(CustomerRecord record, Delivery delivery) {
        InputEvent event = delivery.event();
        Instant at = delivery.at();
        if (comesFromBeforeErasure(record, delivery)) {
            return Effect.NONE;
        }
        if (!isDense(event) && !record.seen().add(event, at)) {
            return Effect.DUPLICATE;
        }
        if (makesSeen(delivery)) {
            record.life(record.life().seen(at));
        }
        if (!delivery.concerned()) {
            return Effect.NONE;
        }
        if (isDense(event)) {
            return applyUsage(record, at, event) ? Effect.APPLIED : Effect.NONE;
        }
        applySparse(record, delivery, new Occurrence(at, event.reference()));
        return Effect.APPLIED;
    }

    private void applySparse(CustomerRecord record, Delivery delivery, Occurrence event) {
        Fact fact = delivery.event().fact();
        if (fact instanceof CustomerFact.Updated patch) {
            applyPatch(record, patch, event);
        } else if (fact instanceof ContractFact contract) {
            applyContract(record, contract, event);
        } else if (fact instanceof ImplementationFact step) {
            applyImplementation(record, step, event);
        } else if (fact instanceof UsageFact.TrainingProgressed training) {
            record.training(new DatedValue<>(training.completionPercent(), event));
        } else if (fact instanceof TicketFact ticket) {
            record.support().apply(ticket, event);
        } else if (fact instanceof SurveyFact survey) {
            applySurvey(record, survey, event);
        } else if (fact instanceof PeopleFact people) {
            record.organization().apply(people, event);
        } else if (fact instanceof MarketFact market) {
            applyMarket(record, market, event);
        } else if (fact instanceof EngagementFact engagement) {
            record.engagement().apply(engagement, event);
        } else if (fact instanceof ExpansionFact expansion) {
            record.engagement().apply(expansion, event);
        } else if (fact instanceof GoalFact goal) {
            record.achievements().apply(goal);
        } else if (fact instanceof OperationFact operation) {
            applyOperation(record, operation, event);
        } else if (fact instanceof ServiceFact) {
            record.outages().apply(delivery, policy.downtime().maintenanceNotice());
        }
    }

    private static void applyPatch(
            CustomerRecord record, CustomerFact.Updated patch, Occurrence event) {
        Instant at = event.time();
        record.industry(Patched.of(record.industry(), patch.industry(), name -> name));
        record.contract().apply(patch, event);
        ValueHistory value = record.contractValue();
        value.set(at, Patched.of(value.current(), patch.annualContractValue(), v -> v));
        ValueHistory seats = record.seats();
        seats.set(at, Patched.of(seats.current(), patch.licensedUsers(), BigDecimal::valueOf));
        record.implementation().goLive(patch.goLiveDate());
        record.implementation().target(patch.goLiveTarget(), event);
        record.organization().sponsor().apply(patch.executiveSponsor(), event);
    }

    private void applyContract(CustomerRecord record, ContractFact contract, Occurrence event) {
        Instant at = event.time();
        record.contract().apply(contract, event, largePriceIncrease);
        if (contract instanceof ContractFact.SeatsChanged seats) {
            record.seats().set(at, Optional.of(BigDecimal.valueOf(seats.licensedUsers())));
        } else if (contract instanceof ContractFact.Terminated) {
            record.life(record.life().terminated());
        } else if (contract instanceof ContractFact.Signed signed) {
            begin(record, signed.annualContractValue(), at);
        } else if (contract instanceof ContractFact.Renewed renewed) {
            begin(record, renewed.annualContractValue(), at);
        }
    }

    private static void begin(CustomerRecord record, Optional<BigDecimal> value, Instant at) {
        if (value.isPresent()) {
            record.contractValue().set(at, value);
        }
        if (record.life().churned()) {
            record.life(record.life().begunAnew(at));
        }
    }

    private static void applyImplementation(
            CustomerRecord record, ImplementationFact fact, Occurrence event) {
        if (fact instanceof ImplementationFact.Planned planned) {
            record.implementation().target(planned.goLiveTarget(), event);
        } else if (fact instanceof ImplementationFact.Rescheduled rescheduled) {
            record.implementation().target(rescheduled.goLiveTarget(), event);
        } else if (fact instanceof ImplementationFact.WentLive) {
            record.implementation().wentLive(event.time());
        } else if (fact instanceof ImplementationFact.MilestoneCompleted milestone) {
            record.achievements().milestone(milestone, event.time());
        }
    }

    private static void applySurvey(CustomerRecord record, SurveyFact fact, Occurrence event) {
        record.support().apply(fact, event);
        if (fact instanceof SurveyFact.Answered answered && answered.survey() == Survey.NPS) {
            record.nps().add(event, answered.score(), answered.respondent());
        }
    }

    private static void applyMarket(CustomerRecord record, MarketFact fact, Occurrence event) {
        if (fact instanceof MarketFact.DownturnStarted started) {
            record.downturns().open(started.industry(), event);
        } else if (fact instanceof MarketFact.DownturnEnded ended) {
            record.downturns().close(ended.industry());
        } else {
            record.engagement().apply(fact, event);
        }
    }

    private static void applyOperation(
            CustomerRecord record, OperationFact fact, Occurrence event) {
        if (fact instanceof OperationFact.DataQualityIssueOpened opened) {
            record.dataQualityIssues().open(opened.issueId(), event);
        } else if (fact instanceof OperationFact.DataQualityIssueResolved resolved) {
            record.dataQualityIssues().close(resolved.issueId());
        } else if (fact instanceof OperationFact.IntegrationFailed failed) {
            record.failedIntegrations().open(failed.integration(), event);
        } else if (fact instanceof OperationFact.IntegrationRecovered recovered) {
            record.failedIntegrations().close(recovered.integration());
        }
    }

    private boolean applyUsage(CustomerRecord record, Instant at, InputEvent event) {
        long day = usageDay(event);
        if (Math.abs(day - UsageCalendar.dayOf(at)) > policy.usage().daysKept()) {
            return false;
        }
        if (event.fact() instanceof UsageFact.Recorded recorded) {
            return record.usage().report(recorded, policy.usage().countsFeatures());
        }
        // Of a complete day only the number of users is kept: a late use could not be told apart.
        return event.fact() instanceof UsageFact.FeatureUsed used
                && calendar.completion(day).isAfter(at)
                && record.usage().use(day, used, policy.usage().countsFeatures());
    }

    /** Whether an event is telemetry. */
    public static boolean isDense(InputEvent event) {
        return event.fact().type().kind() == FactType.Kind.DENSE;
    }

    private static long usageDay(InputEvent event) {
        return event.fact() instanceof UsageFact.Recorded recorded
                ? recorded.day().toEpochDay()
                : UsageCalendar.dayOf(event.time());
    }

    /**
     * What is about the customer itself counts by its own time, so that a late event does not bring
     * back what was erased; a cause that concerns everyone counts from its delivery.
     */
    private static boolean comesFromBeforeErasure(CustomerRecord record, Delivery delivery) {
        return record.life()
                .erasedBefore(makesSeen(delivery) ? delivery.event().time() : delivery.at());
    }

    /** A customer begins with an event of its own, or with an incident that names it. */
    private static boolean makesSeen(Delivery delivery) {
        String customer = delivery.customer();
        return delivery.event().subject().filter(customer::equals).isPresent()
                || delivery.event().fact() instanceof ServiceFact.IncidentOpened opened
                        && opened.customers().filter(names -> names.contains(customer)).isPresent();
    }
}
