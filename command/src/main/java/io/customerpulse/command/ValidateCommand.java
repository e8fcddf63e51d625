package io.customerpulse.command;

import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pulse validate}: checks every policy. */
@Command(
        name = "validate",
        description = {
            "Check every policy and setting of a configuration directory.",
            "Says file, path and reason of each problem; see docs/policies.md."
        },
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Mixin private ConfigurationOption configuration;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        Policies policies = configuration.policies();
        configuration.settings();
        configuration.topics();
        spec.commandLine()
                .getOut()
                .printf(
                        "The configuration in %s is valid; its policies are version %s.%n",
                        configuration.directory(), policies.version());
        return ExitCode.OK;
    }
}
