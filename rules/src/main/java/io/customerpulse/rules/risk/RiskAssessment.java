package io.customerpulse.rules.risk;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.LastAssessment;
import io.customerpulse.rules.customer.Life;
import io.customerpulse.rules.metric.Metric;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges every factor of a customer at an instant ({@code docs/rules.md}, churn-risk points). */
public final class RiskAssessment {

    /**
     * What is true at an instant.
     *
     * @param present the factors present
     * @param remembered those that rest on a sequence of facts, and would be present if the
     *     contract had not ended: facts stay facts, for a contract that may come
     * @param nps the score of the last window beside that of the one before
     * @param missing names of the metrics that are unknown, in alphabetical order
     * @param nextTurn the next instant at which any of it may change without an event
     */
    public record Outcome(
            Map<RiskFactor, PresentFactor> present,
            Map<RiskFactor, PresentFactor> remembered,
            NpsComparison nps,
            List<String> missing,
            Optional<Instant> nextTurn) {

        /** This outcome without the factors that come from flags. */
        public Outcome withoutFlags() {
            Map<RiskFactor, PresentFactor> left = new EnumMap<>(RiskFactor.class);
            present.forEach(
                    (factor, found) -> {
                        if (!factor.comesFromFlag()) {
                            left.put(factor, found);
                        }
                    });
            return new Outcome(left, remembered, nps, missing, nextTurn);
        }

        /** The signal that tells of this outcome, unless nothing at all changed since the last. */
        public Optional<Signal> signal(String customer, Instant at, CustomerRecord record) {
            LastAssessment last = record.lastAssessment();
            last.present(
                    present.keySet().stream().map(RiskFactor::id).collect(Collectors.toSet()), at);
            List<Contribution> contributions =
                    present.entrySet().stream()
                            .map(e -> e.getValue().contribution(e.getKey(), last))
                            .toList();
            Life life = record.life();
            Signal.RiskAssessed signal =
                    new Signal.RiskAssessed(
                            customer, at, life.number(), life.churned(), contributions, missing);
            return last.changedTo(signal.fingerprint()) ? Optional.of(signal) : Optional.empty();
        }
    }

    /**
     * A factor that counts.
     *
     * @param evidence the newest events behind it, in time order; for telemetry the days
     */
    public record PresentFactor(
            int points, List<String> evidence, Optional<Confidence> confidence) {
        private Contribution contribution(RiskFactor factor, LastAssessment last) {
            return new Contribution(
                    factor.id(), points, last.since(factor.id()), evidence, confidence);
        }
    }

    private static final Set<RiskFactor> SEQUENCES =
            Set.of(RiskFactor.REPEATED_POOR_CSAT, RiskFactor.NPS_DROP);

    private final RiskPolicy policy;
    private final Map<RiskFactor, FactorRule> rules = new EnumMap<>(RiskFactor.class);

    public RiskAssessment(RiskPolicy policy, CustomerPolicy customerPolicy) {
        this.policy = policy;
        for (RiskFactor factor : RiskFactor.values()) {
            rules.put(factor, rule(factor, customerPolicy));
        }
    }

    private FactorRule rule(RiskFactor factor, CustomerPolicy customer) {
        return switch (factor) {
            case CONTRACT_ENDING -> ContractFactors.contractEnding(policy.contractEnding());
            case RENEWAL_PAST_DUE -> ContractFactors.renewalPastDue(policy.renewalPastDue());
            case CONTRACT_DISPUTED -> ContractFactors.disputed(policy.contractDisputed());
            case PRICE_INCREASE -> ContractFactors.priceIncrease(policy.priceIncrease());
            case NO_EXPANSION -> ContractFactors.noExpansion(policy.noExpansion());
            case MULTI_YEAR -> ContractFactors.multiYear(policy.multiYear());
            case LOW_ADOPTION -> UsageFactors.lowAdoption(policy.lowAdoption(), customer);
            case TRAINING_INCOMPLETE ->
                    UsageFactors.trainingIncomplete(policy.trainingIncomplete());
            case NO_USAGE -> UsageFactors.noUsage(policy.noUsage(), customer);
            case MANY_TICKETS ->
                    SupportFactors.manyTickets(policy.manyTickets(), customer.tickets());
            case LOW_CSAT -> SupportFactors.lowCsat(policy.lowCsat(), customer.csat());
            case REPEATED_POOR_CSAT -> SupportFactors.repeatedPoorCsat(policy.repeatedPoorCsat());
            case BILLING_QUESTIONS -> SupportFactors.billingQuestions(policy.billingQuestions());
            case LOW_NPS -> NpsFactors.lowNps(policy.lowNps(), customer.nps());
            case NPS_DROP -> NpsFactors.npsDrop(policy.npsDrop());
            case STAKEHOLDER_DEPARTED ->
                    PeopleFactors.stakeholderDeparted(policy.stakeholderDeparted());
            case BUDGET_CUT ->
                    RecentCause.lasting(policy.budgetCut(), c -> c.organization().budgetCuts());
            case MERGER -> RecentCause.lasting(policy.merger(), c -> c.organization().mergers());
            case COMPETITOR_ACQUISITION ->
                    RecentCause.lasting(
                            policy.competitorAcquisition(),
                            c -> c.organization().competitorDeals());
            case MARKET_DOWNTURN -> ServiceFactors.marketDownturn(policy.marketDownturn());
            case IMPLEMENTATION_DELAYED ->
                    ServiceFactors.implementationDelayed(policy.implementationDelayed());
            case DOWNTIME -> ServiceFactors.downtime(policy.downtime(), customer.downtime());
            case DATA_QUALITY ->
                    RecentCause.openTooLong(
                            policy.dataQuality(), CustomerRecord::dataQualityIssues);
            case INTEGRATION_FAILURE ->
                    RecentCause.openTooLong(
                            policy.integrationFailure(), CustomerRecord::failedIntegrations);
            case NO_REVIEW -> EngagementFactors.noReview(policy.noReview(), customer);
            case EXPANSION_ONGOING -> EngagementFactors.expansionOngoing(policy.expansionOngoing());
            case NEGATIVE_SOCIAL ->
                    RecentCause.lasting(
                            policy.negativeSocial(), c -> c.engagement().negativeMentions());
            case COMPETITOR_MENTIONED ->
                    RecentCause.lasting(
                            policy.competitorMentioned(), c -> c.engagement().competitorMentions());
            case SPONSOR_ENGAGED ->
                    RecentCause.lasting(
                            policy.sponsorEngaged(), c -> c.engagement().sponsorContacts());
            case EXPANSION_WON ->
                    RecentCause.lasting(policy.expansionWon(), c -> c.engagement().expansionsWon());
            case PROACTIVE_FEEDBACK ->
                    RecentCause.lasting(policy.proactiveFeedback(), c -> c.engagement().feedback());
        };
    }

    /** The policy the assessment follows. */
    public RiskPolicy policy() {
        return policy;
    }

    /** Judges a customer that has begun; after a termination nothing counts. */
    public Outcome assess(CustomerRecord customer, Instant at) {
        NpsComparison nps = NpsFactors.compare(policy.npsDrop(), customer, at);
        customer.nps().drop(nps.fellByMoreThan(policy.npsDrop().moreThan()), at);
        Map<RiskFactor, PresentFactor> present = new EnumMap<>(RiskFactor.class);
        TreeSet<String> missing = new TreeSet<>();
        Optional<Instant> next = Optional.empty();
        for (Map.Entry<RiskFactor, FactorRule> rule : rules.entrySet()) {
            if (customer.life().churned() && !SEQUENCES.contains(rule.getKey())) {
                continue;
            }
            Judgement judgement = rule.getValue().judge(customer, at);
            if (judgement.points() != 0) {
                present.put(
                        rule.getKey(),
                        new PresentFactor(
                                judgement.points(), judgement.evidence(), judgement.confidence()));
            }
            judgement.missing().map(Metric::metricName).ifPresent(missing::add);
            next = earlier(next, judgement.nextTurn());
        }
        Map<RiskFactor, PresentFactor> remembered = new EnumMap<>(present);
        remembered.keySet().retainAll(SEQUENCES);
        return new Outcome(
                customer.life().churned() ? Map.of() : present,
                remembered,
                nps,
                List.copyOf(missing),
                next);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
