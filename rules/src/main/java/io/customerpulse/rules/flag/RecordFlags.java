package io.customerpulse.rules.flag;

import io.customerpulse.events.fact.StakeholderRole;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.DatedValue;
import io.customerpulse.rules.customer.NpsAnswers;
import io.customerpulse.rules.customer.Occurrence;
import io.customerpulse.rules.customer.RecentFacts;
import io.customerpulse.rules.risk.RiskAssessment;
import io.customerpulse.rules.risk.RiskFactor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The conditions that follow from factors, answers, people and the contract. */
final class RecordFlags {

    private static final Set<RiskFactor> CONTRACT_CONCERNS =
            Set.of(
                    RiskFactor.CONTRACT_ENDING,
                    RiskFactor.RENEWAL_PAST_DUE,
                    RiskFactor.CONTRACT_DISPUTED,
                    RiskFactor.BILLING_QUESTIONS);

    private RecordFlags() {}

    /** The factor of the same name is present. */
    static FlagRule asFactor(RiskFactor factor) {
        return (customer, at, risk) -> asFactor(risk.present().get(factor));
    }

    /** A factor that rests on a sequence of facts would be present. */
    static FlagRule asRemembered(RiskFactor factor) {
        return (customer, at, risk) -> asFactor(risk.remembered().get(factor));
    }

    private static FlagRule.Judgement asFactor(RiskAssessment.PresentFactor present) {
        return new FlagRule.Judgement(
                Optional.ofNullable(present)
                        .map(factor -> new Condition(factor.evidence(), factor.confidence())),
                Optional.empty());
    }

    static FlagRule sponsorLeft(Duration lasts) {
        return (customer, at, risk) -> {
            Optional<Occurrence> left =
                    customer.organization()
                            .departures()
                            .from(StakeholderRole.EXECUTIVE_SPONSOR)
                            .filter(departure -> departure.time().plus(lasts).isAfter(at));
            return left.isEmpty()
                    ? FlagRule.Judgement.absent()
                    : FlagRule.Judgement.holds(
                            List.of(left.get().reference()),
                            Optional.of(left.get().time().plus(lasts)));
        };
    }

    static FlagRule sponsorStrong(Duration lasts) {
        return (customer, at, risk) -> {
            Optional<Occurrence> sponsor = customer.organization().sponsor().known();
            RecentFacts contacts = customer.engagement().sponsorContacts();
            List<RecentFacts.Fact> lately = contacts.within(at, lasts);
            if (sponsor.isEmpty() || lately.isEmpty()) {
                return FlagRule.Judgement.absent();
            }
            Stream<Occurrence> named =
                    lately.stream()
                            .skip(Math.max(0, lately.size() - RecentFacts.EVIDENCE))
                            .map(fact -> new Occurrence(fact.time(), fact.reference()));
            List<String> evidence =
                    Stream.concat(sponsor.stream(), named)
                            .sorted(Comparator.comparing(Occurrence::time))
                            .map(Occurrence::reference)
                            .distinct()
                            .toList();
            return FlagRule.Judgement.holds(newest(evidence), contacts.nextLeaving(at, lasts));
        };
    }

    /** Any of the facts is younger than the policy says. */
    static FlagRule lasting(Duration lasts, Function<CustomerRecord, RecentFacts> facts) {
        return (customer, at, risk) -> {
            List<RecentFacts.Fact> counting = facts.apply(customer).within(at, lasts);
            return counting.isEmpty()
                    ? FlagRule.Judgement.absent()
                    : FlagRule.Judgement.holds(
                            RecentFacts.evidence(counting),
                            facts.apply(customer).nextLeaving(at, lasts));
        };
    }

    static FlagRule highNps(int above, CustomerPolicy.Ratings nps) {
        return (customer, at, risk) -> {
            List<NpsAnswers.Answer> answers = customer.nps().latest(at.minus(nps.window()), at);
            Optional<Instant> next = customer.nps().nextLeaving(at, nps.window());
            boolean high =
                    answers.size() >= nps.answersNeeded()
                            && 100L * NpsAnswers.balance(answers) > (long) above * answers.size();
            return high
                    ? FlagRule.Judgement.holds(
                            newest(answers.stream().map(NpsAnswers.Answer::reference).toList()),
                            next)
                    : FlagRule.Judgement.absent(next);
        };
    }

    static FlagRule highCsat(int above, CustomerPolicy.Ratings csat) {
        return (customer, at, risk) -> {
            RecentFacts all = customer.support().csatAnswers();
            List<RecentFacts.Fact> answers = all.within(at, csat.window());
            Optional<Instant> next = all.nextLeaving(at, csat.window());
            long sum = answers.stream().mapToLong(RecentFacts.Fact::value).sum();
            return answers.size() >= csat.answersNeeded() && sum > (long) above * answers.size()
                    ? FlagRule.Judgement.holds(RecentFacts.evidence(answers), next)
                    : FlagRule.Judgement.absent(next);
        };
    }

    /** The last review attended is younger than the cadence of the customer's tier. */
    static FlagRule attendsReviews(CustomerPolicy policy) {
        return (customer, at, risk) -> {
            Duration cadence =
                    policy.reviews()
                            .cadence()
                            .get(policy.tiers().of(customer.contractValue().current()));
            Optional<Occurrence> review =
                    customer.engagement()
                            .lastReview()
                            .filter(last -> last.time().plus(cadence).isAfter(at));
            return review.isEmpty()
                    ? FlagRule.Judgement.absent()
                    : FlagRule.Judgement.holds(
                            List.of(review.get().reference()),
                            Optional.of(review.get().time().plus(cadence)));
        };
    }

    /** The contract runs, and nothing speaks against its renewal. */
    static FlagRule renewalOnTrack() {
        return (customer, at, risk) -> {
            Optional<DatedValue<Instant>> end =
                    customer.contract().end().filter(date -> date.value().isAfter(at));
            boolean concerned =
                    risk.present().keySet().stream().anyMatch(CONTRACT_CONCERNS::contains);
            return end.isEmpty() || concerned
                    ? FlagRule.Judgement.absent()
                    : FlagRule.Judgement.holds(
                            List.of(end.get().by().reference()), end.map(DatedValue::value));
        };
    }

    private static List<String> newest(List<String> references) {
        return references.stream()
                .skip(Math.max(0, references.size() - RecentFacts.EVIDENCE))
                .toList();
    }
}
