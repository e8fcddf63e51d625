package io.customerpulse.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobSettingsTest {

    @TempDir Path directory;

    @Test
    void theShippedSettingsAllowASecondOfDisorder() throws InvalidPolicyException {
        assertThat(JobSettings.read(Path.of("..", "config", "job.yaml")))
                .isEqualTo(new JobSettings(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT24H"})
    void acceptsABoundFromNothingToADay(String bound) throws Exception {
        assertThat(read("outOfOrderness: " + bound).outOfOrderness())
                .isEqualTo(Duration.parse(bound));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT0.001S", "PT24H0.001S", "soon"})
    void refusesABoundOutsideOfThatOrNone(String bound) {
        assertThatThrownBy(() -> read("outOfOrderness: " + bound))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("job.yaml")
                .hasMessageContaining("outOfOrderness");
    }

    @Test
    void refusesASettingItDoesNotKnow() {
        assertThatThrownBy(() -> read("outOfOrderness: PT1S\ncolour: green"))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void refusesAMissingSetting() {
        assertThatThrownBy(() -> read("# nothing\n"))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("job.yaml");
    }

    private JobSettings read(String yaml) throws IOException, InvalidPolicyException {
        return JobSettings.read(Files.writeString(directory.resolve("job.yaml"), yaml));
    }
}
