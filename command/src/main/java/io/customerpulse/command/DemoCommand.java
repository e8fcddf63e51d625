package io.customerpulse.command;

import io.customerpulse.jobs.replay.InputOrder;
import io.customerpulse.jobs.replay.ReplayJob;
import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.FactorWords;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse demo}: a quarter of customers, simulated and real, replayed and looked at. */
@Command(
        name = "demo",
        description = {
            "Replay a simulated quarter together with real tickets; show who is at risk and what was missed.",
            "Needs no services; the events and the results stay in DIR for you to look at."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where events and results go (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Mixin private ConfigurationOption configuration;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        Policies policies = configuration.policies();
        PrintWriter out = spec.commandLine().getOut();
        DemoHistory history = new DemoHistory(output.resolve("input"));
        history.write(out);
        new Replays(new ReplayJob(policies), spec.commandLine().getErr())
                .run(
                        new ReplayJob.Request(
                                history.events(),
                                output,
                                new InputOrder.ByTime(),
                                Optional.of(DemoHistory.END),
                                2));
        show(history, new FactorWords(policies.risk(), policies.customer()), out);
        return ExitCode.OK;
    }

    private void show(DemoHistory history, FactorWords words, PrintWriter out) {
        ReplayedResults results = ReplayedResults.read(output);
        PortfolioView portfolio = new PortfolioView(results, words, out);
        portfolio.printBands();
        portfolio.printMostAtRisk();
        new ServiceLevelView(results.serviceLevels(), out).print(DemoHistory.END);
        portfolio.mostAtRisk().stream()
                .findFirst()
                .ifPresent(
                        customer -> {
                            CustomerView view = new CustomerView(results, words, out);
                            view.printTimeline(customer);
                            view.printSparklines(customer, DemoHistory.END);
                            sayMore(history, customer, out);
                        });
        out.flush();
    }

    private static void sayMore(DemoHistory history, String customer, PrintWriter out) {
        history.truthOf(customer)
                .ifPresent(truth -> out.printf("%nWhat was simulated: %s%n", truth));
        out.printf(
                "%nThe events behind its points:%n"
                        + "./pulse explain-risk --input %s --customer %s --at %s%n",
                history.events(), customer, DemoHistory.END);
    }
}
