package io.customerpulse.rules.metric;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.NpsAnswers;
import io.customerpulse.rules.customer.RecentFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What customers say when asked. */
final class SurveyMetrics {

    private final CustomerPolicy policy;

    SurveyMetrics(CustomerPolicy policy) {
        this.policy = policy;
    }

    Optional<Fraction> nps(CustomerRecord customer, Instant at) {
        List<NpsAnswers.Answer> answers = npsAnswers(customer, at);
        return answers.size() < policy.nps().answersNeeded()
                ? Optional.empty()
                : Optional.of(Fraction.of(100L * NpsAnswers.balance(answers), answers.size()));
    }

    Optional<Fraction> npsResponses(CustomerRecord customer, Instant at) {
        return Optional.of(Fraction.of(npsAnswers(customer, at).size()));
    }

    Optional<Fraction> npsRatingMean(CustomerRecord customer, Instant at) {
        List<NpsAnswers.Answer> answers = npsAnswers(customer, at);
        return mean(
                answers.stream().mapToLong(NpsAnswers.Answer::rating).sum(),
                answers.size(),
                policy.nps().answersNeeded());
    }

    Optional<Fraction> csatMean(CustomerRecord customer, Instant at) {
        List<RecentFacts.Fact> answers = csatAnswers(customer, at);
        return mean(
                answers.stream().mapToLong(RecentFacts.Fact::value).sum(),
                answers.size(),
                policy.csat().answersNeeded());
    }

    Optional<Fraction> csatResponses(CustomerRecord customer, Instant at) {
        return Optional.of(Fraction.of(csatAnswers(customer, at).size()));
    }

    Optional<Fraction> answered(CustomerRecord customer, Instant at) {
        int invited = customer.support().invitations().countWithin(at, policy.surveys().window());
        int answered = customer.support().answers().countWithin(at, policy.surveys().window());
        return invited == 0 ? Optional.empty() : Optional.of(Fraction.of(answered, invited));
    }

    private List<NpsAnswers.Answer> npsAnswers(CustomerRecord customer, Instant at) {
        return customer.nps().latest(at.minus(policy.nps().window()), at);
    }

    private List<RecentFacts.Fact> csatAnswers(CustomerRecord customer, Instant at) {
        return customer.support().csatAnswers().within(at, policy.csat().window());
    }

    private static Optional<Fraction> mean(long sum, int count, int needed) {
        return count < needed ? Optional.empty() : Optional.of(Fraction.of(sum, count));
    }
}
