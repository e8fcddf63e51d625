package io.customerpulse.command;

import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse calendar periods}: the next periods in which it is open. */
@Command(
        name = "periods",
        description = "List the next periods in which it is open.",
        mixinStandardHelpOptions = true)
final class CalendarPeriodsCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "INSTANT", required = true, description = "From when.")
    private Instant from;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "7",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int count;

    @Mixin private CalendarOption calendar;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        BusinessCalendar asked = calendar.calendar();
        new CalendarPrinter(asked, spec.commandLine().getOut()).periods(asked.periods(from, count));
        return ExitCode.OK;
    }
}
