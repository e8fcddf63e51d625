package io.customerpulse.rules.flag;

import io.customerpulse.rules.customer.CustomerRecord;
import io.customerpulse.rules.risk.RiskAssessment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Judges the condition behind one flag from a customer's record, and from the risk factors that
 * were judged at the same instant.
 */
@FunctionalInterface
interface FlagRule {

    /**
     * What a rule says at one instant.
     *
     * @param condition what is behind the flag; empty when its condition does not hold
     * @param nextTurn the next instant at which any of it may change without an event, unless a
     *     risk factor turns there as well
     */
    record Judgement(Optional<Condition> condition, Optional<Instant> nextTurn) {

        static Judgement holds(List<String> evidence, Optional<Instant> nextTurn) {
            return new Judgement(Optional.of(Condition.of(evidence)), nextTurn);
        }

        static Judgement absent(Optional<Instant> nextTurn) {
            return new Judgement(Optional.empty(), nextTurn);
        }

        static Judgement absent() {
            return absent(Optional.empty());
        }
    }

    Judgement judge(CustomerRecord customer, Instant at, RiskAssessment.Outcome risk);
}
