package io.customerpulse.command;

import io.customerpulse.command.servicenow.ImportedLog;
import io.customerpulse.command.servicenow.NotAnIncidentLogException;
import io.customerpulse.command.servicenow.RejectedLine;
import io.customerpulse.command.servicenow.ServiceNowLog;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.FactType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse import servicenow FILE}: an incident log as ticket events, one a line. */
@Command(
        name = "servicenow",
        description = {
            "Turn a ServiceNow incident log (CSV) into ticket events, one a line, in time order.",
            "Lines that cannot be used are listed on standard error. See docs/import-servicenow.md."
        },
        mixinStandardHelpOptions = true)
final class ImportServiceNowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The log, with its header line.")
    private Path file;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the events go (default: standard output).")
    private Optional<Path> output = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is not a file that can be read.");
        }
        ImportedLog log = read();
        EventLines.write(log.events(), output);
        report(log);
        return ExitCode.OK;
    }

    private ImportedLog read() {
        // A reader that replaces what is not UTF-8: names in a log must not stop its import.
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return ServiceNowLog.read(reader);
        } catch (NotAnIncidentLogException other) {
            throw new CommandFailure(
                    file + " is not a ServiceNow incident log: " + other.getMessage() + ".");
        } catch (IOException unreadable) {
            throw new CommandFailure(file + " could not be read to its end.", unreadable);
        }
    }

    private void report(ImportedLog log) {
        PrintWriter err = spec.commandLine().getErr();
        for (RejectedLine rejected : log.rejected()) {
            err.printf("rejected line %d: %s%n", rejected.line(), rejected.reason());
        }
        err.printf(
                "%d lines read: %d incidents of %d customers, %d events (%s), %d lines rejected.%n",
                log.lines(),
                log.incidents(),
                log.customers(),
                log.events().size(),
                byType(log.events()),
                log.rejected().size());
        err.flush();
    }

    private static String byType(List<InputEvent> events) {
        Map<FactType, Long> counts =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        event -> event.fact().type(),
                                        () -> new EnumMap<>(FactType.class),
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getKey().typeName() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
