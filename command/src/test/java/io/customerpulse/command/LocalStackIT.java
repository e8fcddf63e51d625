package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.stack.LocalStack;
import io.customerpulse.command.stack.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A local stack that does not come up. One that does is in the README, whose commands are run. */
@DisabledOnOs(OS.WINDOWS)
class LocalStackIT {

    @TempDir private Path directory;

    @AfterEach
    void endWhatATestLeft() {
        stack().down();
    }

    @Test
    void endsWhatItStartedWhenTheJobDoesNotStart() throws IOException {
        Path configuration = Files.createDirectories(directory.resolve("config"));
        copy(CommandRun.CONFIGURATION, configuration);
        Path job = configuration.resolve("job.yaml");
        // Refused by the check at the start of the job, when the broker is up already.
        Files.writeString(
                job,
                Files.readString(job)
                        .replace("default: at-least-once", "default: exactly-once")
                        .replace("transactionTimeout: PT15M", "transactionTimeout: PT20M"));

        PulseProcess up = up(configuration);

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err()).contains("The job was not submitted", "transactionTimeout");
        assertThat(stack().state()).isEmpty();
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(
                        process ->
                                process.info()
                                        .commandLine()
                                        .filter(line -> line.contains(directory.toString()))
                                        .isPresent());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private PulseProcess up(Path configuration) {
        return PulseProcess.run(
                directory,
                "up",
                "--kafka-port",
                String.valueOf(LoopbackPort.free()),
                "--web-port",
                String.valueOf(LoopbackPort.free()),
                "--config",
                configuration.toAbsolutePath().toString());
    }

    private LocalStack stack() {
        return new LocalStack(directory.resolve(".pulse"));
    }
}
