package io.customerpulse.command;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.command.csv.WrongHeaderException;
import io.customerpulse.command.orders.ImportedFile;
import io.customerpulse.command.orders.ImportedOrders;
import io.customerpulse.command.orders.OnlineRetail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse import orders FILE...}: invoices as order events, one a line. */
@Command(
        name = "orders",
        description = {
            "Turn files of the Online Retail data set (CSV) into order events, one a line,",
            "in time order.",
            "Lines that cannot be used are listed on standard error. See docs/import-orders.md."
        },
        mixinStandardHelpOptions = true)
final class ImportOrdersCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Invoices, each file with its header line; an invoice is in one file.")
    private List<Path> files;

    @Mixin private EventOutput output;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        files.forEach(file -> ExportFile.check(file, spec));
        OnlineRetail retail = new OnlineRetail();
        files.forEach(file -> read(file, retail));
        ImportedOrders orders = retail.orders();
        report(orders);
        output.write(orders.events());
        return ExitCode.OK;
    }

    private static void read(Path file, OnlineRetail retail) {
        try (BufferedReader reader = ExportFile.open(file)) {
            retail.read(file.toString(), reader);
        } catch (WrongHeaderException other) {
            throw new CommandFailure(
                    file + " is not of the Online Retail data set: " + other.getMessage() + ".");
        } catch (IOException unreadable) {
            throw new CommandFailure(file + " could not be read to its end.", unreadable);
        }
    }

    private void report(ImportedOrders orders) {
        PrintWriter err = spec.commandLine().getErr();
        for (ImportedFile file : orders.files()) {
            for (RejectedLine rejected : file.rejected()) {
                err.printf(
                        "rejected %s line %d: %s%n",
                        file.name(), rejected.line(), rejected.reason());
            }
        }
        err.printf(
                "%d lines read: %d invoices of %d customers, %d events (%s), %d lines rejected.%n",
                orders.lines(),
                orders.events().size(),
                orders.customers(),
                orders.events().size(),
                EventCounts.byType(orders.events()),
                orders.rejected());
        err.flush();
    }
}
