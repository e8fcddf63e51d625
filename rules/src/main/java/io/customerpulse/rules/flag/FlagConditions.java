package io.customerpulse.rules.flag;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.fact.Survey;
import io.customerpulse.events.fact.SurveyFact;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.ToldConditions;
import io.customerpulse.rules.risk.NpsComparison;
import io.customerpulse.rules.risk.RiskAssessment;
import io.customerpulse.rules.risk.RiskFactor;
import io.customerpulse.rules.risk.RiskPolicy;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Signals what flags begin and end with, each once and at its exact instant ({@code
 * docs/flags.md}).
 */
public final class FlagConditions {

    /**
     * What an instant brought about.
     *
     * @param nextTurn the next instant at which anything may change without an event, unless a risk
     *     factor turns there as well
     */
    public record Told(List<Signal> signals, Optional<Instant> nextTurn) {}

    private final Map<Flag, FlagRule> rules = new EnumMap<>(Flag.class);

    public FlagConditions(FlagPolicy policy, RiskPolicy risk, CustomerPolicy customer) {
        for (Flag flag : Flag.values()) {
            rules.put(flag, rule(flag, policy, risk, customer));
        }
    }

    private static FlagRule rule(
            Flag flag, FlagPolicy policy, RiskPolicy risk, CustomerPolicy customer) {
        return switch (flag) {
            case SPONSOR_LEFT -> RecordFlags.sponsorLeft(risk.stakeholderDeparted().lasts());
            case DOWNTIME -> RecordFlags.asFactor(RiskFactor.DOWNTIME);
            case IMPLEMENTATION_DELAYED -> RecordFlags.asFactor(RiskFactor.IMPLEMENTATION_DELAYED);
            case NOT_USED -> UsageFlags.notUsed(policy.notUsedBelow(), customer);
            case REPEATED_POOR_CSAT -> RecordFlags.asRemembered(RiskFactor.REPEATED_POOR_CSAT);
            case NPS_DROP -> RecordFlags.asRemembered(RiskFactor.NPS_DROP);
            case BILLING_QUESTIONS -> RecordFlags.asFactor(RiskFactor.BILLING_QUESTIONS);
            case TRAINING_INCOMPLETE -> RecordFlags.asFactor(RiskFactor.TRAINING_INCOMPLETE);
            case NO_EXPANSION -> RecordFlags.asFactor(RiskFactor.NO_EXPANSION);
            case COMPETITOR_MENTIONED -> RecordFlags.asFactor(RiskFactor.COMPETITOR_MENTIONED);
            case ADOPTION_GROWING -> UsageFlags.adoptionGrowing(policy.growthDays(), customer);
            case HIGH_NPS -> RecordFlags.highNps(policy.npsAbove(), customer.nps());
            case HIGH_CSAT -> RecordFlags.highCsat(policy.csatAbove(), customer.csat());
            case EXPANDING -> RecordFlags.asFactor(RiskFactor.EXPANSION_ONGOING);
            case REFERRING ->
                    RecordFlags.lasting(policy.referringLasts(), c -> c.engagement().referrals());
            case ATTENDS_REVIEWS -> RecordFlags.attendsReviews(customer);
            case ADVOCATE ->
                    RecordFlags.lasting(policy.advocateLasts(), c -> c.engagement().testimonials());
            case RENEWAL_ON_TRACK -> RecordFlags.renewalOnTrack();
            case SPONSOR_STRONG -> RecordFlags.sponsorStrong(policy.sponsorEngagedLasts());
        };
    }

    /**
     * Says what is new at an instant. After a termination only what rests on a sequence of facts is
     * followed.
     *
     * @param risk what was judged of the risk factors at this instant
     * @param applied the deliveries of this instant that entered the record
     */
    public Told tell(
            CustomerRecord record,
            String customer,
            Instant at,
            RiskAssessment.Outcome risk,
            List<Delivery> applied) {
        List<Signal> signals = new ArrayList<>();
        boolean churned = record.life().churned();
        if (record.toldConditions().churnedIs(churned)) {
            signals.add(new Signal.LifeChanged(customer, at, churned));
        }
        applied.forEach(delivery -> rating(customer, at, delivery).ifPresent(signals::add));
        signals.addAll(nps(record, customer, at, risk.nps()));
        Map<String, Condition> holding = new TreeMap<>();
        List<Instant> turns = new ArrayList<>();
        for (Map.Entry<Flag, FlagRule> rule : rules.entrySet()) {
            if (!churned || rule.getKey().restsOnSequence()) {
                FlagRule.Judgement judgement = rule.getValue().judge(record, at, risk);
                judgement.condition().ifPresent(c -> holding.put(rule.getKey().id(), c));
                judgement.nextTurn().ifPresent(turns::add);
            }
        }
        signals.addAll(news(record.toldConditions(), customer, at, holding));
        return new Told(signals, turns.stream().min(Instant::compareTo));
    }

    private static List<Signal> news(
            ToldConditions told, String customer, Instant at, Map<String, Condition> holding) {
        List<Signal> signals = new ArrayList<>();
        for (String flag : told.ended(holding.keySet())) {
            signals.add(new Signal.ConditionEnded(customer, at, flag));
        }
        holding.forEach(
                (flag, condition) -> {
                    ToldConditions.News news = told.holds(flag, hash(condition));
                    if (news != ToldConditions.News.NONE) {
                        signals.add(
                                new Signal.ConditionHolds(
                                        customer,
                                        at,
                                        flag,
                                        news == ToldConditions.News.BEGINS,
                                        condition.evidence(),
                                        condition.confidence()));
                    }
                });
        return signals;
    }

    private static long hash(Object said) {
        return Hashing.komihash5_0().hashCharsToLong(said.toString());
    }

    private static Optional<Signal> rating(String customer, Instant at, Delivery delivery) {
        return delivery.event().fact() instanceof SurveyFact.Answered answered
                        && answered.survey() == Survey.CSAT
                ? Optional.of(
                        new Signal.AnswerRated(
                                customer, at, answered.score(), delivery.event().reference()))
                : Optional.empty();
    }

    /** Both scores, if they are known and either is new. */
    private static List<Signal> nps(
            CustomerRecord record, String customer, Instant at, NpsComparison nps) {
        long said =
                nps.known()
                        ? hash(
                                List.of(
                                        nps.balanceBefore(),
                                        nps.answersBefore(),
                                        nps.balanceNow(),
                                        nps.answersNow()))
                        : 0;
        return record.toldConditions().compared(said) && nps.known()
                ? List.of(
                        new Signal.NpsMeasured(
                                customer,
                                at,
                                nps.middle(),
                                nps.balanceBefore(),
                                nps.answersBefore()),
                        new Signal.NpsMeasured(
                                customer, at, at, nps.balanceNow(), nps.answersNow()))
                : List.of();
    }
}
