package io.customerpulse.rules.policy;

import io.customerpulse.rules.customer.CustomerPolicy;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.health.HealthPolicy;
import io.customerpulse.rules.risk.RiskPolicy;
import io.customerpulse.rules.sla.SlaPolicy;
import java.io.Serializable;

/**
 * Every policy a job runs by, checked.
 *
 * @param customer how metrics are measured
 * @param risk the points and bands of churn risk
 * @param health how health is scored
 * @param flags how urgent flags are and what begins them
 * @param sla what is promised to customers
 * @param version names these policies in every output: the declared version and a short hash of the
 *     content, so that an edit that forgot the version still shows
 */
public record Policies(
        CustomerPolicy customer,
        RiskPolicy risk,
        HealthPolicy health,
        FlagPolicy flags,
        SlaPolicy sla,
        String version)
        implements Serializable {}
