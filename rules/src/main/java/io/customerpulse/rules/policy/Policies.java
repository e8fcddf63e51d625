package io.customerpulse.rules.policy;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.health.HealthPolicy;
import io.customerpulse.rules.risk.RiskPolicy;
import java.io.Serializable;

/**
 * Every policy a job runs by, checked.
 *
 * @param customer how metrics are measured
 * @param risk the points and bands of churn risk
 * @param health how health is scored
 * @param flags how urgent flags are and what begins them
 * @param version names these policies in every output: the declared version and a short hash of the
 *     content, so that an edit that forgot the version still shows
 */
public record Policies(
        CustomerPolicy customer,
        RiskPolicy risk,
        HealthPolicy health,
        FlagPolicy flags,
        String version)
        implements Serializable {}
