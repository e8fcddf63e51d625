package io.customerpulse.command;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.command.servicenow.ImportedLog;
import io.customerpulse.command.servicenow.NotAnIncidentLogException;
import io.customerpulse.command.servicenow.ServiceNowLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin private EventOutput output;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        ExportFile.check(file, spec);
        ImportedLog log = read();
        report(log);
        output.write(log.events());
        return ExitCode.OK;
    }

    private ImportedLog read() {
        try (BufferedReader reader = ExportFile.open(file)) {
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
                EventCounts.byType(log.events()),
                log.rejected().size());
        err.flush();
    }
}
