package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulse demo} when it cannot do its work; what it does else is in {@link DemoIT}. */
class DemoCommandTest {

    @TempDir private Path directory;

    @Test
    void failsWhenItsOutputCannotBeWritten() {
        Path file = Story.in(directory);

        CommandRun demo = CommandRun.of("demo", "--output", file.toString());

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.out()).isEmpty();
        assertThat(demo.err()).startsWith("pulse: The demo could not write to " + file);
    }

    @Test
    void writesNothingUnderAnInvalidConfiguration() {
        Path output = directory.resolve("out");

        CommandRun demo =
                CommandRun.exactly(
                        "demo", "--output", output.toString(), "--config", directory.toString());

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(output).doesNotExist();
    }
}
