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

/** {@code pulse calendar is-open}: whether it is open at an instant, and until when. */
@Command(
        name = "is-open",
        description = "Say whether it is open at an instant, and until when it is so.",
        mixinStandardHelpOptions = true)
final class CalendarIsOpenCommand implements Callable<Integer> {

    @Option(names = "--at", paramLabel = "INSTANT", required = true, description = "When.")
    private Instant at;

    @Mixin private CalendarOption calendar;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        BusinessCalendar asked = calendar.calendar();
        new CalendarPrinter(asked, spec.commandLine().getOut()).openness(at);
        return ExitCode.OK;
    }
}
