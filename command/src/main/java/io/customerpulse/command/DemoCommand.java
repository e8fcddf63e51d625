package io.customerpulse.command;

import io.customerpulse.command.servicenow.ImportedLog;
import io.customerpulse.command.servicenow.NotAnIncidentLogException;
import io.customerpulse.command.servicenow.ServiceNowLog;
import io.customerpulse.jobs.replay.InputOrder;
import io.customerpulse.jobs.replay.ReplayJob;
import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.risk.FactorWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse demo}: real tickets, replayed, and what they say about customers. */
@Command(
        name = "demo",
        description = {
            "Replay the shipped slice of a real ticket log and show the customers at most risk.",
            "Needs no services; the events and the results stay in DIR for you to look at."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String LOG = "/demo/incident_event_log.csv";

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
        Path events = output.resolve("input").resolve("tickets.ndjson");
        ImportedLog log = writeTickets(events);
        out.printf(
                "%d tickets of %d customers from a real ServiceNow log (%d rows):"
                        + " %d events in %s%n",
                log.incidents(), log.customers(), log.lines(), log.events().size(), events);
        out.flush();
        new Replays(new ReplayJob(policies), spec.commandLine().getErr())
                .run(
                        new ReplayJob.Request(
                                events, output, new InputOrder.ByTime(), Optional.empty(), 2));
        FactorWords words = new FactorWords(policies.risk(), policies.customer());
        RiskSummary summary = RiskSummary.read(output);
        summary.print(words, out);
        summary.worst().stream().findFirst().ifPresent(worst -> sayHowToSeeWhy(worst, events, out));
        return ExitCode.OK;
    }

    private static void sayHowToSeeWhy(RiskSummary.Peak worst, Path events, PrintWriter out) {
        out.printf(
                "%nThe tickets behind the first of them:%n"
                        + "./pulse explain-risk --input %s --customer %s --at %s%n",
                events, worst.customer(), worst.time());
        out.flush();
    }

    private static ImportedLog writeTickets(Path events) {
        try (InputStream log =
                        Objects.requireNonNull(
                                DemoCommand.class.getResourceAsStream(LOG),
                                "the jar lacks " + LOG);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            ImportedLog imported = ServiceNowLog.read(reader);
            Files.createDirectories(events.getParent());
            EventLines.write(imported.events(), Optional.of(events));
            return imported;
        } catch (NotAnIncidentLogException shippedWrong) {
            throw new IllegalStateException("the jar's " + LOG + " is damaged", shippedWrong);
        } catch (IOException unwritable) {
            throw new CommandFailure("The demo could not write to " + events + ".", unwritable);
        }
    }
}
