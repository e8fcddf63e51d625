package io.customerpulse.rules.risk;

import io.customerpulse.rules.customer.CustomerRecord;
import java.time.Instant;

/**
 * Judges one factor from a customer's record. The truth at an instant is what holds right after it
 * ({@code docs/rules.md}, instants).
 */
@FunctionalInterface
interface FactorRule {
    Judgement judge(CustomerRecord customer, Instant at);
}
