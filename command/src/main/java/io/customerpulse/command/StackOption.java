package io.customerpulse.command;

import io.customerpulse.command.stack.LocalStack;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --stack}: which local stack is meant. */
final class StackOption {

    @Option(
            names = "--stack",
            paramLabel = "DIR",
            defaultValue = ".pulse",
            description =
                    "The directory of the local stack: records, checkpoints, logs (default:"
                            + " ${DEFAULT-VALUE}).")
    private Path directory;

    Path directory() {
        return directory;
    }

    LocalStack stack() {
        return new LocalStack(directory);
    }
}
