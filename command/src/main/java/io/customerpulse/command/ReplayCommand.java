package io.customerpulse.command;

import io.customerpulse.jobs.replay.InputOrder;
import io.customerpulse.jobs.replay.ReplayJob;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse replay}: every topology over a history in files. */
@Command(
        name = "replay",
        description = {
            "Run every topology over a history in files and write DIR/<topic>.ndjson.",
            "The same events give the same results, in whatever order they stand."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE|DIR",
            required = true,
            description = "Events, one a line: a file, or a directory of *.ndjson files.")
    private Path input;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Where the results go; results of a run before are replaced.")
    private Path output;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Where event time ends (default: the largest time of an event).")
    private Optional<Instant> until = Optional.empty();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Parallelism of the job (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--as-arrived",
            description = {
                "Keep the order of the lines and apply the live lateness bound,",
                "as if each line had just come from Kafka."
            })
    private boolean asArrived;

    @Mixin private ConfigurationOption configuration;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        check();
        ReplayJob job = new ReplayJob(configuration.policies());
        InputOrder order =
                asArrived
                        ? new InputOrder.AsArrived(configuration.settings().outOfOrderness())
                        : new InputOrder.ByTime();
        new Replays(job, spec.commandLine().getErr())
                .run(new ReplayJob.Request(input, output, order, until, parallelism));
        return ExitCode.OK;
    }

    private void check() {
        if (!Files.exists(input)) {
            throw new ParameterException(spec.commandLine(), "There is nothing at " + input + ".");
        }
        if (Files.isDirectory(input) && isSame(input, output)) {
            throw new ParameterException(
                    spec.commandLine(),
                    output
                            + " is the input directory too; name another directory for the results.");
        }
        if (parallelism < 1 || parallelism > 128) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--parallelism must be from 1 to 128, but is " + parallelism + ".");
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "It cannot be told whether " + other + " is " + one, unreadable);
        }
    }
}
