package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.NpsAnswers;
import io.customerpulse.rules.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The factors that follow from the net promoter score; all comparisons are of whole numbers. */
final class NpsFactors {

    private NpsFactors() {}

    static FactorRule lowNps(RiskPolicy.LowNps policy, CustomerPolicy.Ratings nps) {
        return (customer, at) -> {
            List<NpsAnswers.Answer> answers = customer.nps().latest(at.minus(nps.window()), at);
            if (answers.isEmpty()) {
                return Judgement.unknown(Metric.NPS, Optional.empty());
            }
            Optional<Instant> next = customer.nps().nextLeaving(at, nps.window());
            boolean known = answers.size() >= nps.answersNeeded();
            int points = known ? byScore(policy, answers) : byRating(policy, answers);
            Judgement judgement =
                    points == 0
                            ? Judgement.absent(next)
                            : Judgement.present(points, evidence(answers), next);
            return known ? judgement : missing(judgement);
        };
    }

    /** Too few answers for a score: their mean rating stands in, with low confidence. */
    private static Judgement missing(Judgement judgement) {
        return new Judgement(
                judgement.points(),
                judgement.evidence(),
                judgement.withLowConfidence().confidence(),
                Optional.of(Metric.NPS),
                judgement.nextTurn());
    }

    private static int byScore(RiskPolicy.LowNps policy, List<NpsAnswers.Answer> answers) {
        long score = 100L * NpsAnswers.balance(answers);
        if (score < (long) policy.below() * answers.size()) {
            return policy.detractors();
        }
        return score <= (long) policy.upTo() * answers.size() ? policy.passives() : 0;
    }

    private static int byRating(RiskPolicy.LowNps policy, List<NpsAnswers.Answer> answers) {
        long sum = answers.stream().mapToLong(NpsAnswers.Answer::rating).sum();
        if (sum < (long) policy.ratingBelow() * answers.size()) {
            return policy.detractors();
        }
        return sum < (long) policy.ratingUpTo() * answers.size() ? policy.passives() : 0;
    }

    static FactorRule npsDrop(RiskPolicy.NpsDrop policy) {
        return (customer, at) -> {
            NpsAnswers nps = customer.nps();
            Optional<Instant> lingers =
                    nps.dropBegan()
                            .map(began -> began.plus(policy.lasts()))
                            .filter(end -> end.isAfter(at));
            Optional<Instant> next =
                    Stream.of(lingers, nextMove(nps, at, policy.window()))
                            .flatMap(Optional::stream)
                            .min(Instant::compareTo);
            return nps.dropHolds() || lingers.isPresent()
                    ? Judgement.present(
                            policy.points(),
                            evidence(nps.latest(at.minus(policy.window().multipliedBy(2)), at)),
                            next)
                    : Judgement.absent(next);
        };
    }

    /** The score of the last window beside that of the window before it. */
    static NpsComparison compare(RiskPolicy.NpsDrop policy, CustomerRecord customer, Instant at) {
        Instant middle = at.minus(policy.window());
        List<NpsAnswers.Answer> now = customer.nps().latest(middle, at);
        List<NpsAnswers.Answer> before =
                customer.nps().latest(middle.minus(policy.window()), middle);
        return new NpsComparison(
                middle,
                NpsAnswers.balance(before),
                before.size(),
                NpsAnswers.balance(now),
                now.size(),
                Math.min(now.size(), before.size()) >= policy.answersNeeded());
    }

    private static Optional<Instant> nextMove(NpsAnswers nps, Instant at, Duration window) {
        return nps.nextLeaving(at, window, window.multipliedBy(2));
    }

    private static List<String> evidence(List<NpsAnswers.Answer> answers) {
        return RecentCause.newest(answers.stream().map(NpsAnswers.Answer::reference).toList());
    }
}
