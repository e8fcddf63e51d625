package io.customerpulse.rules.timeline;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.CustomerResult;
import io.customerpulse.events.result.HealthResult;
import io.customerpulse.rules.customer.CountedDays;
import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.customer.LastAssessment;
import io.customerpulse.rules.customer.UsageCalendar;
import io.customerpulse.rules.health.HealthScore;
import io.customerpulse.rules.metric.CustomerMetrics;
import io.customerpulse.rules.metric.Fraction;
import io.customerpulse.rules.metric.Metric;
import io.customerpulse.rules.policy.Policies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Publishes metrics and health, when a day completes and at each sparse fact, if anything in them
 * changed ({@code docs/rules.md}, customer metrics and health score).
 */
final class Measuring {

    private final CustomerPolicy policy;
    private final String policyVersion;
    private final UsageCalendar calendar;
    private final CustomerMetrics metrics;
    private final HealthScore health;

    Measuring(Policies policies) {
        policy = policies.customer();
        policyVersion = policies.version();
        calendar = new UsageCalendar(policy.usage().settles());
        metrics = new CustomerMetrics(policy);
        health = new HealthScore(policies.health(), policyVersion);
    }

    /** Whether a day becomes complete at this very instant. */
    boolean completesDay(Instant at) {
        return calendar.completion(calendar.lastCompleteDay(at)).equals(at);
    }

    /** Measures a customer that has begun. */
    List<Emission> measure(CustomerRecord record, String customer, Instant at) {
        Map<Metric, Fraction> known = metrics.measure(record, at);
        List<Emission> emissions = new ArrayList<>();
        measured(record, known)
                .ifPresent(result -> emissions.add(OutputEvent.of(customer, at, result)));
        if (!record.life().churned()) {
            health(record.lastAssessment(), known)
                    .ifPresent(result -> emissions.add(OutputEvent.of(customer, at, result)));
        }
        return emissions;
    }

    private Optional<CustomerResult.Measured> measured(
            CustomerRecord record, Map<Metric, Fraction> known) {
        Map<String, BigDecimal> values = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (metric.published() && known.containsKey(metric)) {
                values.put(metric.metricName(), known.get(metric).rounded(2));
            } else if (metric.published()) {
                missing.add(metric.metricName());
            }
        }
        Optional<BigDecimal> contractValue = record.contractValue().current();
        CustomerResult.Measured result =
                new CustomerResult.Measured(
                        policy.tiers().of(contractValue),
                        contractValue.isEmpty(),
                        missing,
                        policyVersion,
                        values);
        Map<String, BigDecimal> telling = new TreeMap<>(values);
        telling.remove(Metric.DAYS_TO_RENEWAL.metricName());
        String said = result.tier() + "|" + result.tierAssumed() + "|" + missing + "|" + telling;
        return record.lastAssessment().measuredAs(Hashing.komihash5_0().hashCharsToLong(said))
                ? Optional.of(result)
                : Optional.empty();
    }

    private Optional<HealthResult.Scored> health(LastAssessment last, Map<Metric, Fraction> known) {
        Optional<BigDecimal> previous = last.score();
        return health.score(known)
                .filter(
                        now -> {
                            String said = now.score() + "|" + now.zone() + "|" + now.coverage();
                            return last.healthAs(
                                    Hashing.komihash5_0().hashCharsToLong(said), now.score());
                        })
                .map(now -> now.result(previous));
    }

    /**
     * When the next day completes, if that can change anything since the last one did. To be asked
     * before anything is forgotten at this instant.
     */
    Optional<Instant> turnAwaited(CustomerRecord record, Instant at) {
        return record.life().begunBy(at)
                        && moves(record, calendar.completion(calendar.lastCompleteDay(at)))
                ? Optional.of(calendar.completion(calendar.lastCompleteDay(at) + 1))
                : Optional.empty();
    }

    /** When the next day completes, if that can change anything that is measured. */
    Optional<Instant> nextTurn(CustomerRecord record, Instant at) {
        return moves(record, at)
                ? Optional.of(calendar.completion(calendar.lastCompleteDay(at) + 1))
                : Optional.empty();
    }

    private boolean moves(CustomerRecord record, Instant at) {
        return !record.lastAssessment().isMeasured()
                || usageMoves(record, at)
                || reviewsMove(record, at)
                || record.seats().movesAfter(at.minus(policy.growth().seats()))
                || record.contractValue().movesAfter(at.minus(policy.growth().contractValue()))
                || !record.nps().isEmpty()
                || !record.support().ticketsOpened().isEmpty()
                || !record.support().csatAnswers().isEmpty()
                || !record.support().invitations().isEmpty()
                || !record.engagement().actions().isEmpty()
                || !record.engagement().reviewsAttended().isEmpty()
                || !record.outages().isEmpty();
    }

    private boolean usageMoves(CustomerRecord record, Instant at) {
        int twice = 2 * policy.usage().activityDays();
        long lastComplete = calendar.lastCompleteDay(at);
        OptionalLong first = CountedDays.first(record);
        boolean becomesKnown = first.isPresent() && lastComplete < first.getAsLong() + twice;
        return policy.usage().telemetry()
                && (becomesKnown || record.usage().hasDaysAfter(lastComplete - twice - 1));
    }

    private boolean reviewsMove(CustomerRecord record, Instant at) {
        Instant oldest = at.minus(policy.reviews().window());
        return record.implementation().goLive().filter(live -> !live.isBefore(oldest)).isPresent()
                || record.implementation().goLive().isPresent()
                        && !record.life().firstSeen().orElseThrow().isBefore(oldest);
    }
}
