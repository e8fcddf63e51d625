package io.customerpulse.command;

import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import io.customerpulse.rules.sla.calendar.OutOfReachException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse calendar add}: the instant that lies so much open time away. */
@Command(
        name = "add",
        description = "Say when so much open time has passed since an instant.",
        mixinStandardHelpOptions = true)
final class CalendarAddCommand implements Callable<Integer> {

    @Option(names = "--start", paramLabel = "INSTANT", required = true, description = "From when.")
    private Instant start;

    @Option(
            names = "--duration",
            paramLabel = "DURATION",
            required = true,
            description = "How much, such as PT4H; -PT4H counts back.")
    private Duration duration;

    @Mixin private CalendarOption calendar;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        BusinessCalendar asked = calendar.calendar();
        try {
            new CalendarPrinter(asked, spec.commandLine().getOut())
                    .instant(asked.add(start, duration));
        } catch (OutOfReachException unanswerable) {
            throw new CommandFailure(
                    "The calendar does not say: " + unanswerable.getMessage() + ".");
        }
        return ExitCode.OK;
    }
}
