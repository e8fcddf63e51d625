package io.customerpulse.command;

import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.policy.PolicyReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --config}, and what is read from there. */
final class ConfigurationOption {

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The configuration directory (default: the project's config).")
    private Optional<Path> directory = Optional.empty();

    /** The directory given, or the one of the project. */
    Path directory() {
        return directory.orElseGet(() -> Path.of(System.getProperty("pulse.config", "config")));
    }

    /**
     * Reads the policies.
     *
     * @throws InvalidPolicyException with every problem; ends the process with exit code 2
     */
    Policies policies() throws InvalidPolicyException {
        return PolicyReader.read(directory().resolve("policies"));
    }

    /**
     * Reads the settings of the job.
     *
     * @throws InvalidPolicyException with every problem; ends the process with exit code 2
     */
    JobSettings settings() throws InvalidPolicyException {
        return JobSettings.read(directory().resolve("job.yaml"));
    }

    /**
     * Reads what the topics are like.
     *
     * @throws InvalidPolicyException with every problem; ends the process with exit code 2
     */
    TopicSettings topics() throws InvalidPolicyException {
        return TopicSettings.read(directory().resolve("topics.yaml"));
    }
}
