package io.customerpulse.events.result;

/** Where a service-level clock's target comes from. */
public enum TargetSource {
    TIER,
    SEVERITY,
    GROUP
}
