package io.customerpulse.command;

import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.FactorWords;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.timeline.SingleCustomer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse explain-risk}: a customer's points, one by one, with the events behind them. */
@Command(
        name = "explain-risk",
        description = "Show a customer's points, one by one, with the events behind them.",
        mixinStandardHelpOptions = true)
final class ExplainRiskCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE|DIR",
            required = true,
            description = "Events, one a line: a file, or a directory of *.ndjson files.")
    private Path input;

    @Option(names = "--customer", paramLabel = "C", required = true, description = "Whose points.")
    private String customer;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When (default: the largest time of an event).")
    private Optional<Instant> at = Optional.empty();

    @Mixin private ConfigurationOption configuration;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        Policies policies = configuration.policies();
        if (!Files.exists(input)) {
            throw new ParameterException(spec.commandLine(), "There is nothing at " + input + ".");
        }
        SingleCustomer single = new SingleCustomer(policies, customer);
        CustomerEvents events = read(single);
        sayRejected(events.rejected());
        Instant until = at.orElseGet(events::latest);
        Signal.RiskAssessed assessed = last(single, events, until);
        FactorWords words = new FactorWords(policies.risk(), policies.customer());
        new RiskExplanation(policies.risk().bands(), words, events)
                .print(assessed, until, spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private CustomerEvents read(SingleCustomer single) {
        try {
            return CustomerEvents.read(input, single);
        } catch (IOException unreadable) {
            throw new CommandFailure(input + " could not be read.", unreadable);
        }
    }

    private void sayRejected(long lines) {
        if (lines > 0) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    lines == 1
                            ? "1 line is no event and does not count; a replay says why."
                            : lines + " lines are no events and do not count; a replay says why.");
            err.flush();
        }
    }

    private Signal.RiskAssessed last(SingleCustomer single, CustomerEvents events, Instant until) {
        Optional<Signal> last =
                single.history(events.all(), until).stream().reduce((earlier, later) -> later);
        return last.filter(Signal.RiskAssessed.class::isInstance)
                .map(Signal.RiskAssessed.class::cast)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "Nothing is known of the customer %s at %s."
                                                .formatted(customer, until)));
    }
}
