package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README says, happens. Its {@code sh} blocks are run in their order, and what each prints
 * must be the block that follows it. Only blocks marked with {@code <!-- by hand -->} are not run.
 *
 * <p>When the output changed for a good reason, {@code target/README.md} is the README with the new
 * one.
 */
@DisabledOnOs(OS.WINDOWS)
class ReadmeIT {

    private static final Path README = Path.of("..", "README.md");

    /** A block of commands, and the block of their output if one follows. */
    private static final Pattern COMMANDS =
            Pattern.compile(
                    "(?<mark><!-- by hand -->\n)?```sh\n(?<commands>.*?)```\n"
                            + "(?:\n```(?:text|json)\n(?<output>.*?)```\n)?",
                    Pattern.DOTALL);

    @TempDir private Path directory;

    /** The README ends the stack it starts; so must a README that stops half way. */
    @AfterEach
    void endTheStack() {
        new LocalStack(directory.resolve(".pulse")).down();
    }

    @Test
    void printsWhatTheReadmeShows() throws IOException {
        putPulseIntoTheDirectory();
        String readme = Files.readString(README);

        String current = withCurrentOutput(readme);

        Files.writeString(Path.of("target", "README.md"), current);
        assertThat(ProcessHandle.allProcesses().filter(this::isOfTheStack)).isEmpty();
        assertThat(withoutWhatVaries(readme))
                .as("the README; target/README.md holds what it should show")
                .isEqualTo(withoutWhatVaries(current));
    }

    @Test
    void theReadmeNamesEveryCommandThereIs() throws IOException {
        String readme = Files.readString(README);

        assertThat(Pulse.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(readme).contains("./pulse " + command));
    }

    @Test
    void everyCommandTheReadmeNamesIsThere() throws IOException {
        Matcher named =
                Pattern.compile("\\./pulse ([a-z][a-z-]*)").matcher(Files.readString(README));
        List<String> commands = named.results().map(command -> command.group(1)).toList();

        assertThat(commands).isNotEmpty();
        assertThat(List.copyOf(Pulse.commandLine().getSubcommands().keySet()))
                .containsAll(commands);
    }

    private String withCurrentOutput(String readme) {
        StringBuilder current = new StringBuilder();
        Matcher block = COMMANDS.matcher(readme);
        int end = 0;
        while (block.find()) {
            if (block.group("mark") == null) {
                String printed = run(block.group("commands"));
                if (block.group("output") != null) {
                    current.append(readme, end, block.start("output")).append(printed);
                    end = block.end("output");
                } else {
                    assertThat(printed).as(block.group("commands")).isEmpty();
                }
            }
        }
        return current.append(readme, end, readme.length()).toString();
    }

    private String run(String commands) {
        PulseProcess shell =
                PulseProcess.run(
                        directory, new ProcessBuilder("sh", "-c", "exec 2>&1\n" + commands));
        assertThat(shell.exitCode()).as(commands + shell.out()).isZero();
        return shell.out();
    }

    private boolean isOfTheStack(ProcessHandle process) {
        return process.info().commandLine().filter(this::namesTheDirectory).isPresent();
    }

    private boolean namesTheDirectory(String commandLine) {
        return commandLine.contains(directory.toString());
    }

    /** The jar that was built stands in for the script, which would build it again. */
    private void putPulseIntoTheDirectory() throws IOException {
        List<String> line = new ArrayList<>(PulseProcess.java("-Dpulse.config=" + config()));
        Path pulse = directory.resolve("pulse");
        Files.writeString(pulse, "#!/bin/sh\nexec '" + String.join("' '", line) + "' \"$@\"\n");
        Files.setPosixFilePermissions(pulse, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path config() {
        return CommandRun.CONFIGURATION.toAbsolutePath().normalize();
    }

    private static String withoutWhatVaries(String text) {
        return text.replaceAll("\\d+\\.\\d s\\.", "# s.")
                // A port that is taken, ids of processes, and lines that begin with the time now.
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:#")
                .replaceAll("process \\d+", "process #")
                .replaceAll("tasks run, \\d+ checkpoints", "tasks run, # checkpoints")
                .replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z +", "# ")
                .replaceAll("\"policyVersion\":\"[^\"]*\"", "\"policyVersion\":\"#\"");
    }
}
