package io.customerpulse.command;

import io.customerpulse.rules.policy.InvalidPolicyException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse calendar between}: the open time between two instants. */
@Command(
        name = "between",
        description = "Say how much open time lies between two instants.",
        mixinStandardHelpOptions = true)
final class CalendarBetweenCommand implements Callable<Integer> {

    @Option(names = "--start", paramLabel = "INSTANT", required = true, description = "From when.")
    private Instant start;

    @Option(names = "--end", paramLabel = "INSTANT", required = true, description = "Until when.")
    private Instant end;

    @Mixin private CalendarOption calendar;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        spec.commandLine().getOut().println(calendar.calendar().between(start, end));
        return ExitCode.OK;
    }
}
