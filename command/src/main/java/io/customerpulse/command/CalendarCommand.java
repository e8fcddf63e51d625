package io.customerpulse.command;

import io.customerpulse.command.calendar.CalendarAnswers;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse calendar}: questions to a business calendar. */
@Command(
        name = "calendar",
        description = {
            "Ask a business calendar, to check it before it is trusted.",
            "Either one question with a COMMAND, or with --cases many, each a line of JSON,",
            "answered by a line each in their order; see docs/calendars.md."
        },
        synopsisSubcommandLabel = "add|between|is-open|periods",
        subcommands = {
            CalendarAddCommand.class,
            CalendarBetweenCommand.class,
            CalendarIsOpenCommand.class,
            CalendarPeriodsCommand.class
        },
        mixinStandardHelpOptions = true)
final class CalendarCommand implements Callable<Integer> {

    @Option(
            names = "--cases",
            paramLabel = "FILE|-",
            description = "Requests, one a line of JSON; - for standard input.")
    private Optional<String> cases = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        String file =
                cases.orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "Say what to ask: add, between, is-open, periods,"
                                                + " or --cases FILE."));
        PrintWriter out = spec.commandLine().getOut();
        CalendarAnswers answers = new CalendarAnswers();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    out.print(answers.answer(line) + "\n");
                    // Whoever asks over a pipe may wait for the answer before the next question.
                    if (!lines.ready()) {
                        out.flush();
                    }
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(file);
        }
        out.flush();
        return ExitCode.OK;
    }

    private InputStream open(String file) throws IOException {
        if (file.equals("-")) {
            return new FileInputStream(FileDescriptor.in);
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw unreadable(file);
        }
        return Files.newInputStream(path);
    }

    private ParameterException unreadable(String file) {
        return new ParameterException(
                spec.commandLine(),
                (file.equals("-") ? "Standard input" : file) + " is not a file that can be read.");
    }
}
