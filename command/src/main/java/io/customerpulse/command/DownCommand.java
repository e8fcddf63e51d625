package io.customerpulse.command;

import io.customerpulse.command.stack.LocalStack;
import io.customerpulse.command.stack.StackProcess;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse down}: ends what {@code pulse up} started. */
@Command(
        name = "down",
        description = {
            "End what './pulse up' started, and nothing else.",
            "Records and checkpoints stay: the next 'up' goes on from there."
        },
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Option(names = "--delete", description = "Delete records, checkpoints and logs, too.")
    private boolean delete;

    @Mixin private StackOption stack;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        LocalStack local = stack.stack();
        PrintWriter out = spec.commandLine().getOut();
        List<StackProcess> ended = local.down();
        if (ended.isEmpty()) {
            out.printf("Nothing of the stack in %s was running.%n", stack.directory());
        }
        ended.forEach(
                process -> out.printf("%s (process %d) ended.%n", process.name(), process.pid()));
        if (delete) {
            local.delete();
            out.println("Records, checkpoints and logs deleted.");
        }
        out.flush();
        return ExitCode.OK;
    }
}
