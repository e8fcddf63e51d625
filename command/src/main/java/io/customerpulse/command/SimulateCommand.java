package io.customerpulse.command;

import io.customerpulse.command.simulate.Simulation;
import io.customerpulse.command.simulate.Story;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse simulate}: a made-up history of customers, and the truth about them beside it. */
@Command(
        name = "simulate",
        description = {
            "Make up a history of customers, one event a line, in time order.",
            "The same arguments give the same bytes. See docs/simulate.md."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final String TRUTH_ENDING = ".truth.ndjson";

    @Option(
            names = "--customers",
            paramLabel = "N",
            required = true,
            description = "How many customers; more of them do not change the others.")
    private int customers;

    @Option(
            names = "--days",
            paramLabel = "D",
            required = true,
            description = "How many days; stories are fitted into them.")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "S",
            required = true,
            description = "Which of the possible worlds: any number.")
    private long seed;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "2025-01-01",
            description = "The first day (default: ${DEFAULT-VALUE}).")
    private LocalDate from;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the events go (default: standard output).")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = {
                "Where each customer's story goes, one a line, with the instants when it turns",
                "and when the contract is terminated (default: beside the output, its name and "
                        + TRUTH_ENDING
                        + "; with standard output: nowhere)."
            })
    private Optional<Path> truth = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Simulation.Settings settings = settings();
        Optional<Path> labels = truth.or(() -> output.map(file -> Path.of(file + TRUTH_ENDING)));
        if (output.isPresent() && output.equals(labels)) {
            throw new ParameterException(
                    spec.commandLine(), "--output and --truth must be two files.");
        }
        // Not System.out: a PrintStream swallows errors, and a full disk must not look like
        // success.
        try (OutputStream events = open(output, () -> new FileOutputStream(FileDescriptor.out));
                OutputStream truths = open(labels, OutputStream::nullOutputStream)) {
            report(new Simulation(settings).writeTo(events, truths), labels);
        } catch (IOException failure) {
            throw new CommandFailure(
                    "The simulated history could not be written to "
                            + output.map(Path::toString).orElse("standard output")
                            + labels.map(file -> " and " + file).orElse("")
                            + ".",
                    failure);
        }
        return ExitCode.OK;
    }

    private Simulation.Settings settings() {
        try {
            return new Simulation.Settings(customers, days, seed, from);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(
                    spec.commandLine(), "--" + outOfRange.getMessage() + ".", outOfRange);
        }
    }

    @FunctionalInterface
    private interface Otherwise {
        OutputStream open() throws IOException;
    }

    private static OutputStream open(Optional<Path> file, Otherwise otherwise) throws IOException {
        OutputStream plain =
                file.isPresent() ? Files.newOutputStream(file.get()) : otherwise.open();
        return new BufferedOutputStream(plain, 1 << 16);
    }

    private void report(Simulation.Summary summary, Optional<Path> labels) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "%d events of %d customers in %d days from %s (%s)%s.%n",
                summary.events(),
                customers,
                days,
                from,
                byStory(summary.stories()),
                labels.map(file -> "; the truth about them: " + file).orElse(""));
        err.flush();
    }

    private static String byStory(Map<Story, Integer> stories) {
        return stories.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
