package io.customerpulse.events.fact;

/**
 * A customer's person whose leaving or arriving matters; a role we do not know is {@link #OTHER}.
 */
public enum StakeholderRole {
    EXECUTIVE_SPONSOR,
    TECHNICAL_LEAD,
    FINANCE_LEAD,
    CHAMPION,
    OTHER
}
