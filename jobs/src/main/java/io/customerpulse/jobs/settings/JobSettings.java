package io.customerpulse.jobs.settings;

import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.PolicyProblem;
import io.customerpulse.rules.policy.PolicySection;
import io.customerpulse.rules.policy.YamlDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a job runs, as opposed to what it decides: {@code config/job.yaml}.
 *
 * @param outOfOrderness how far an event may lie behind the latest one before it counts as late
 */
public record JobSettings(Duration outOfOrderness) {

    /**
     * Reads the settings.
     *
     * @throws InvalidPolicyException with every problem found
     */
    public static JobSettings read(Path file) throws InvalidPolicyException {
        List<PolicyProblem> problems = new ArrayList<>();
        PolicySection root = YamlDocument.read(file, problems).root();
        JobSettings settings =
                new JobSettings(
                        root.duration("outOfOrderness", Duration.ZERO, Duration.ofHours(24)));
        root.refuseUnread();
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
        return settings;
    }
}
