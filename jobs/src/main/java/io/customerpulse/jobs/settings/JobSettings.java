package io.customerpulse.jobs.settings;

import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.PolicyProblem;
import io.customerpulse.rules.policy.PolicySection;
import io.customerpulse.rules.policy.YamlDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a job runs, as opposed to what it decides: {@code config/job.yaml}, where every setting is
 * explained.
 *
 * @param outOfOrderness how far an event may lie behind the latest one before it counts as late
 * @param maxClockSkew how far an event may be dated ahead of the wall clock before it is rejected
 * @param quietTime what moves event time while a partition has no events
 * @param alertsFrom nothing dated before it alerts anybody; empty if everything does
 * @param kafka how to reach the broker
 * @param delivery how results reach their topics
 * @param runtime how Flink runs the job
 */
public record JobSettings(
        Duration outOfOrderness,
        Duration maxClockSkew,
        QuietTime quietTime,
        Optional<Instant> alertsFrom,
        KafkaSettings kafka,
        DeliverySettings delivery,
        RuntimeSettings runtime) {

    /**
     * Reads the settings.
     *
     * @throws InvalidPolicyException with every problem found
     */
    public static JobSettings read(Path file) throws InvalidPolicyException {
        return read(file, new Placeholders());
    }

    static JobSettings read(Path file, Placeholders placeholders) throws InvalidPolicyException {
        List<PolicyProblem> problems = new ArrayList<>();
        PolicySection root = YamlDocument.read(file, problems, placeholders).root();
        JobSettings settings =
                new JobSettings(
                        root.duration("outOfOrderness", Duration.ZERO, Duration.ofHours(24)),
                        root.duration("maxClockSkew", Duration.ZERO, Duration.ofDays(1)),
                        quietTime(root),
                        root.has("alertsFrom")
                                ? Optional.of(root.instant("alertsFrom"))
                                : Optional.empty(),
                        KafkaSettings.read(root.section("kafka")),
                        DeliverySettings.read(root.section("delivery")),
                        RuntimeSettings.read(root));
        root.refuseUnread();
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
        settings.refuseShortTransactions(root);
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
        return settings;
    }

    private static QuietTime quietTime(PolicySection root) {
        Duration interval =
                root.duration("heartbeatInterval", Duration.ofMillis(10), Duration.ofMinutes(1));
        Duration idleness = root.duration("idleness", Duration.ofMillis(100), Duration.ofHours(24));
        // YAML's on and off are true and false.
        return root.truth("heartbeat")
                ? new QuietTime.Heartbeat(interval)
                : new QuietTime.Idleness(idleness);
    }

    /** A transaction is open from one checkpoint to the end of the next. */
    private void refuseShortTransactions(PolicySection root) {
        Duration open = runtime.checkpoints().interval().plus(runtime.checkpoints().timeout());
        if (delivery.transactionTimeout().compareTo(open) < 0) {
            root.section("delivery")
                    .problem(
                            "transactionTimeout",
                            ("must not be shorter than checkpoints.interval and checkpoints.timeout"
                                            + " together (%s), but is %s")
                                    .formatted(open, delivery.transactionTimeout()));
        }
    }
}
