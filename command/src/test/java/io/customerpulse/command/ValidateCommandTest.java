package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pulse validate}: file, path and reason of whatever is wrong in a configuration. */
class ValidateCommandTest {

    @TempDir private Path directory;
    private CopiedConfiguration configuration;

    @BeforeEach
    void copyTheShippedConfiguration() throws IOException {
        configuration = CopiedConfiguration.in(directory);
    }

    @Test
    void acceptsTheShippedConfigurationAndNamesItsVersion() {
        CommandRun validated = validate();

        assertThat(validated.exitCode()).isZero();
        assertThat(validated.err()).isEmpty();
        assertThat(validated.out())
                .startsWith("The configuration in " + directory + " is valid;")
                .containsPattern("policies are version 1-[0-9a-f]{8}\\.");
    }

    @Test
    void namesAnotherVersionWhenANumberChanged() throws IOException {
        String before = validate().out();
        configuration.replace("policies/risk.yaml", "points: 10", "points: 11");

        assertThat(validate().out()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    policies/risk.yaml     | below: 3        | below: 6          | factors.low-csat.below   | must be a whole number from 1 to 5, but is 6
                    policies/risk.yaml     | moreThan: 5     | moreTan: 5        | factors.many-tickets.moreTan | is not a key of this policy
                    policies/risk.yaml     | moreThan: 5     | moreTan: 5        | factors.many-tickets.moreThan | is missing
                    policies/risk.yaml     | many-tickets:   | too-many-tickets: | factors.too-many-tickets | is not a risk factor
                    policies/risk.yaml     | orangeAbove: 40 | orangeAbove: 20   | bands.orangeAbove        | must be more than yellowAbove (20)
                    policies/risk.yaml     | lasts: P90D     | lasts: 90 days    | factors.contract-ending.lasts  | must be an ISO-8601 duration
                    policies/customer.yaml | telemetry: true | telemetry: 'yes'  | usage.telemetry          | must be true or false
                    job.yaml               | outOfOrderness: PT1S | outOfOrderness: -PT1S | outOfOrderness           | must be an ISO-8601 duration
                    job.yaml               | outOfOrderness  | outOfOrder        | outOfOrder               | is not a key of this policy
                    job.yaml               | startFrom:      | startAt:          | kafka.startAt            | is not a key of this policy
                    topics.yaml            | partitions: 1,  | partitions: none, | topics.audit.partitions  | must be a whole number from 1 to 10000
                    """)
    void saysFilePathAndReason(
            String file, String valid, String invalid, String path, String reason)
            throws IOException {
        configuration.replace(file, valid, invalid);

        CommandRun validated = validate();

        assertThat(validated.exitCode()).isEqualTo(2);
        assertThat(validated.out()).isEmpty();
        assertThat(validated.err())
                .startsWith("pulse: the configuration is invalid:\n")
                .contains("  %s: %s: %s".formatted(directory.resolve(file), path, reason));
    }

    @Test
    void saysEveryProblemOfEveryPolicyAtOnce() throws IOException {
        configuration.replace("policies/risk.yaml", "below: 3", "below: 6");
        configuration.replace("policies/customer.yaml", "telemetry: true", "telemetry: 1");

        assertThat(validate().err()).contains("factors.low-csat.below", "usage.telemetry");
    }

    @Test
    void saysTheLineThatIsNotYaml() throws IOException {
        Files.writeString(directory.resolve("policies/risk.yaml"), "version: \"1\"\nbands: [\n");

        CommandRun validated = validate();

        assertThat(validated.exitCode()).isEqualTo(2);
        assertThat(validated.err()).containsPattern("risk\\.yaml: is not YAML: line \\d+: ");
    }

    @Test
    void saysThatADirectoryHoldsNoConfiguration() throws IOException {
        CommandRun validated =
                CommandRun.exactly(
                        "validate", "--config", directory.resolve("elsewhere").toString());

        assertThat(validated.exitCode()).isEqualTo(2);
        assertThat(validated.err())
                .contains(
                        directory.resolve("elsewhere/policies/customer.yaml") + ": is missing",
                        directory.resolve("elsewhere/policies/risk.yaml") + ": is missing");
    }

    private CommandRun validate() {
        return CommandRun.exactly("validate", "--config", directory.toString());
    }
}
