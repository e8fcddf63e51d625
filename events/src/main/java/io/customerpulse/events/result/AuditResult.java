package io.customerpulse.events.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the application did that somebody may have to account for. */
public sealed interface AuditResult extends Result {

    /**
     * A policy document took effect; the event's subject is the document.
     *
     * @param document which policy
     * @param version the version the document declares
     * @param effectiveFrom the event time from which it decides
     * @param changed the paths whose values differ from the version before
     * @param policyVersion the policies in force from now on
     */
    record PolicyApplied(
            String document,
            String version,
            Instant effectiveFrom,
            List<String> changed,
            String policyVersion)
            implements AuditResult {

        public PolicyApplied {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(effectiveFrom, "effectiveFrom");
            Objects.requireNonNull(policyVersion, "policyVersion");
            changed = List.copyOf(changed);
        }

        @Override
        public ResultType type() {
            return ResultType.POLICY_APPLIED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(document, version);
        }
    }

    /**
     * A policy document was refused and the running one stays; the event's subject is the document.
     *
     * @param document which policy
     * @param version the version the document declares
     * @param path where in the document, if it is one place
     * @param reason what is wrong and what is allowed
     * @param policyVersion the policies that stay in force
     */
    record PolicyRejected(
            String document,
            String version,
            Optional<String> path,
            String reason,
            String policyVersion)
            implements AuditResult {

        public PolicyRejected {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.POLICY_REJECTED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(document, version, path.orElse(""), reason);
        }
    }

    /**
     * A rule would have acted and was held back.
     *
     * @param rule the rule's id
     * @param reason why it was held back
     * @param policyVersion the policies in force
     */
    record RuleHeld(String rule, String reason, String policyVersion) implements AuditResult {

        public RuleHeld {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.RULE_HELD;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(rule, reason);
        }
    }

    /**
     * Everything about a customer is gone.
     *
     * @param topics the topics on which tombstones were written
     * @param policyVersion the policies in force
     */
    record ErasureCompleted(List<String> topics, String policyVersion) implements AuditResult {

        public ErasureCompleted {
            Objects.requireNonNull(policyVersion, "policyVersion");
            topics = List.copyOf(topics);
        }

        @Override
        public ResultType type() {
            return ResultType.CUSTOMER_ERASURE_COMPLETED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of();
        }
    }
}
