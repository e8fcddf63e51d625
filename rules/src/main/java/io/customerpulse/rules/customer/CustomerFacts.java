package io.customerpulse.rules.customer;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.CustomerFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.UsageFact;
import java.time.Instant;
import java.util.OptionalLong;

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
    private final UsageCalendar calendar;

    public CustomerFacts(CustomerPolicy policy) {
        this.policy = policy;
        this.calendar = new UsageCalendar(policy.usageSettles());
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
        OptionalLong firstUse = record.usage().firstUsageDay();
        if (applyUsage(record, at, delivery.event())) {
            changed = true;
            // A first use decides from when on adoption is known. More use only puts off what is
            // planned already, since that is planned as if nobody would come any more.
            if (!record.usage().firstUsageDay().equals(firstUse)) {
                record.turnBy(calendar.completion(usageDay(delivery.event())));
            }
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

    private void applySparse(CustomerRecord record, Delivery delivery, Occurrence occurrence) {
        Fact fact = delivery.event().fact();
        if (fact instanceof CustomerFact.Updated patch) {
            record.account().apply(patch, occurrence);
        } else if (fact instanceof ContractFact contract) {
            applyContract(record, contract, occurrence);
        } else if (fact instanceof ImplementationFact.WentLive) {
            record.account().wentLive(occurrence.time());
        } else if (fact instanceof TicketFact.Opened opened) {
            long ticket = Hashing.komihash5_0().hashCharsToLong(opened.ticketId());
            record.ticketsOpened().removeAll(ticket);
            record.ticketsOpened().add(occurrence, ticket);
        } else if (fact instanceof SurveyFact.Answered answered) {
            if (answered.survey() == Survey.CSAT) {
                record.csatAnswers().add(occurrence, answered.score());
            }
        } else if (fact instanceof PeopleFact.OrganizationChanged changed) {
            if (changed.change() == OrganizationChange.BUDGET_CUT) {
                record.budgetCuts().add(occurrence, 0);
            }
        } else if (fact instanceof PeopleFact people) {
            record.departures().apply(people, occurrence);
        } else if (fact instanceof ServiceFact) {
            record.outages().apply(delivery, policy.downtime().maintenanceNotice());
        }
    }

    private static void applyContract(
            CustomerRecord record, ContractFact contract, Occurrence occurrence) {
        record.account().apply(contract, occurrence);
        boolean begins =
                contract instanceof ContractFact.Signed || contract instanceof ContractFact.Renewed;
        if (contract instanceof ContractFact.Terminated) {
            record.life(record.life().terminated());
        } else if (begins && record.life().churned()) {
            record.life(record.life().begunAnew(occurrence.time()));
        }
    }

    private boolean applyUsage(CustomerRecord record, Instant at, InputEvent event) {
        long day = usageDay(event);
        if (Math.abs(day - UsageCalendar.dayOf(at)) > policy.usageDaysKept()) {
            return false;
        }
        if (event.fact() instanceof UsageFact.Recorded recorded) {
            return record.usage().report(day, recorded.activeUsers());
        }
        // Of a complete day only the number of users is kept: a late use could not be told apart.
        return event.fact() instanceof UsageFact.FeatureUsed used
                && calendar.completion(day).isAfter(at)
                && record.usage().use(day, used.userId());
    }

    private static boolean isDense(InputEvent event) {
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
