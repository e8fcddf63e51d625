package io.customerpulse.events.result;

import java.util.List;

/** What an output event says became true; one sealed file per subject. */
public sealed interface Result
        permits CustomerResult,
                HealthResult,
                RiskResult,
                FlagResult,
                SlaResult,
                EscalationResult,
                InterventionResult,
                SegmentResult,
                PortfolioResult,
                IngestResult,
                AuditResult {

    /** The event type under which the contract knows this result. */
    ResultType type();

    /** The version of the policies that decided it. */
    String policyVersion();

    /**
     * What tells this result from others of the same type, subject and time, and so belongs to the
     * event's id. Never the policy version: the same fact keeps its id when a policy is renamed.
     */
    List<String> distinguisher();
}
