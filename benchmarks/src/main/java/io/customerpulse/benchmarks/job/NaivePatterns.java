package io.customerpulse.benchmarks.job;

import io.customerpulse.events.fact.ContractFact;
import io.customerpulse.events.fact.ExpansionFact;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ImplementationFact;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.PeopleFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.fact.UsageFact;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.policy.Policies;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * Every red and yellow flag as one pattern over a customer's raw events, as one would write it at
 * first. Each tells the instant of the beginning from the events of its match, and holds for
 * histories in which no sum, no mean and no second cause decides ({@code docs/performance.md}).
 */
final class NaivePatterns {

    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String THIRD = "third";

    /** Beyond every time between planning and going live. */
    private static final Duration PROJECT = Duration.ofDays(180);

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /**
     * A flag's pattern.
     *
     * @param stage whose last event tells when the flag begins
     */
    record Naive(Flag flag, Pattern<Delivery, ?> pattern, String stage, Beginning beginning) {}

    /** When a flag begins. */
    @FunctionalInterface
    interface Beginning extends Serializable {
        Instant after(Instant event);
    }

    @FunctionalInterface
    private interface What extends Serializable {
        boolean is(Fact fact);
    }

    @FunctionalInterface
    private interface Relation extends Serializable {
        boolean holds(Fact earlier, Fact later);
    }

    private NaivePatterns() {}

    static List<Naive> all(Policies policies) {
        return List.of(
                atOnce(
                        Flag.SPONSOR_LEFT,
                        begin(
                                FIRST,
                                fact ->
                                        fact instanceof PeopleFact.StakeholderDeparted departed
                                                && departed.role()
                                                        == StakeholderRole.EXECUTIVE_SPONSOR),
                        FIRST),
                downtime(policies.risk().downtime().moreThan()),
                implementationDelayed(),
                notUsed(policies.customer()),
                repeatedPoorCsat(policies.flags().repeatedPoorCsat()),
                npsDrop(policies.flags().npsDrop()),
                atOnce(
                        Flag.BILLING_QUESTIONS,
                        begin(FIRST, NaivePatterns::isBillingQuestion),
                        FIRST),
                trainingIncomplete(policies.risk().trainingIncomplete().below()),
                noExpansion(policies.risk().noExpansion().after()),
                atOnce(
                        Flag.COMPETITOR_MENTIONED,
                        begin(FIRST, fact -> fact instanceof MarketFact.CompetitorMentioned),
                        FIRST));
    }

    private static Naive downtime(Duration longest) {
        return new Naive(
                Flag.DOWNTIME,
                begin(FIRST, fact -> fact instanceof ServiceFact.IncidentOpened)
                        .notFollowedBy(SECOND)
                        .where(
                                new ComparedWithFirst(
                                        (opened, later) ->
                                                later instanceof ServiceFact.IncidentResolved end
                                                        && end.incidentId()
                                                                .equals(
                                                                        ((ServiceFact
                                                                                                .IncidentOpened)
                                                                                        opened)
                                                                                .incidentId())))
                        .within(longest),
                FIRST,
                opened -> opened.plus(longest));
    }

    private static Naive implementationDelayed() {
        What pushed = fact -> fact instanceof ImplementationFact.Rescheduled;
        return atOnce(
                Flag.IMPLEMENTATION_DELAYED,
                begin(FIRST, fact -> fact instanceof ImplementationFact.Planned)
                        .followedBy(SECOND)
                        .where(where(pushed))
                        .followedBy(THIRD)
                        .where(where(pushed))
                        .within(PROJECT),
                THIRD);
    }

    /** No use for the days that the mean is taken over, and half a day to the end of the last. */
    private static Naive notUsed(CustomerPolicy customer) {
        Duration unused = Duration.ofDays(customer.adoption().days());
        Duration settles = customer.usage().settles();
        What used =
                fact -> fact instanceof UsageFact.FeatureUsed || fact instanceof UsageFact.Recorded;
        return new Naive(
                Flag.NOT_USED,
                begin(FIRST, used)
                        .notFollowedBy(SECOND)
                        .where(where(used))
                        .within(unused.plus(HALF_A_DAY)),
                FIRST,
                last ->
                        last.truncatedTo(ChronoUnit.DAYS)
                                .plus(Duration.ofDays(1))
                                .plus(unused)
                                .plus(settles));
    }

    private static Naive repeatedPoorCsat(FlagPolicy.Repeated row) {
        int highest = row.below() - 1;
        return atOnce(
                Flag.REPEATED_POOR_CSAT,
                begin(FIRST, fact -> isAnswer(fact, Survey.CSAT, 1, highest))
                        .times(row.times())
                        .within(row.within()),
                FIRST);
    }

    private static Naive npsDrop(FlagPolicy.Fell row) {
        return atOnce(
                Flag.NPS_DROP,
                begin(FIRST, fact -> isAnswer(fact, Survey.NPS, 9, 10))
                        .times(row.answersNeeded())
                        .followedBy(SECOND)
                        .where(where(fact -> isAnswer(fact, Survey.NPS, 0, 6)))
                        .times(row.answersNeeded())
                        .within(row.window().multipliedBy(2)),
                SECOND);
    }

    private static Naive trainingIncomplete(int below) {
        return atOnce(
                Flag.TRAINING_INCOMPLETE,
                begin(FIRST, fact -> isTraining(fact, below, true))
                        .notFollowedBy(SECOND)
                        .where(where(fact -> isTraining(fact, below, false)))
                        .followedBy(THIRD)
                        .where(where(fact -> fact instanceof ImplementationFact.WentLive))
                        .within(PROJECT),
                THIRD);
    }

    private static Naive noExpansion(Duration silence) {
        What talk =
                fact ->
                        fact instanceof ContractFact.Signed
                                || fact instanceof ExpansionFact.Discussed;
        return new Naive(
                Flag.NO_EXPANSION,
                begin(FIRST, talk).notFollowedBy(SECOND).where(where(talk)).within(silence),
                FIRST,
                last -> last.plus(silence));
    }

    private static Naive atOnce(Flag flag, Pattern<Delivery, ?> pattern, String stage) {
        return new Naive(flag, pattern, stage, at -> at);
    }

    private static Pattern<Delivery, Delivery> begin(String stage, What what) {
        return Pattern.<Delivery>begin(stage, AfterMatchSkipStrategy.noSkip()).where(where(what));
    }

    private static SimpleCondition<Delivery> where(What what) {
        return SimpleCondition.of(delivery -> what.is(delivery.event().fact()));
    }

    private static boolean isAnswer(Fact fact, Survey survey, int lowest, int highest) {
        return fact instanceof SurveyFact.Answered answered
                && answered.survey() == survey
                && answered.score() >= lowest
                && answered.score() <= highest;
    }

    private static boolean isBillingQuestion(Fact fact) {
        return fact instanceof TicketFact.Opened opened
                && opened.group().filter(TicketGroup.BILLING::equals).isPresent()
                && opened.requesterRole().filter("FINANCE"::equals).isPresent();
    }

    private static boolean isTraining(Fact fact, int below, boolean low) {
        return fact instanceof UsageFact.TrainingProgressed progress
                && progress.completionPercent().compareTo(BigDecimal.valueOf(below)) < 0 == low;
    }

    private static final class ComparedWithFirst extends IterativeCondition<Delivery> {

        private static final long serialVersionUID = 1L;

        private final Relation relation;

        ComparedWithFirst(Relation relation) {
            this.relation = relation;
        }

        @Override
        public boolean filter(Delivery later, Context<Delivery> context) throws Exception {
            for (Delivery first : context.getEventsForPattern(FIRST)) {
                if (relation.holds(first.event().fact(), later.event().fact())) {
                    return true;
                }
            }
            return false;
        }
    }
}
