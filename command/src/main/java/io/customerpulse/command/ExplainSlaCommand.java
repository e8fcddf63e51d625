package io.customerpulse.command;

import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.jobs.replay.HistoryLines;
import io.customerpulse.rules.policy.InvalidPolicyException;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.sla.tickets.ExplainedTicket;
import io.customerpulse.rules.timeline.SingleCustomer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse explain-sla}: what a ticket's clocks counted, what they skipped, and why. */
@Command(
        name = "explain-sla",
        description = "Show what the clocks of a ticket counted and skipped, and why they are due.",
        mixinStandardHelpOptions = true)
final class ExplainSlaCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "FILE|DIR",
            required = true,
            description = "Events, one a line: a file, or a directory of *.ndjson files.")
    private Path input;

    @Option(names = "--ticket", paramLabel = "T", required = true, description = "Which ticket.")
    private String ticket;

    @Option(
            names = "--customer",
            paramLabel = "C",
            description = "Whose ticket; needed only if several customers have one of that name.")
    private Optional<String> customer = Optional.empty();

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
            throw mistake("There is nothing at " + input + ".");
        }
        try {
            explain(policies);
        } catch (IOException unreadable) {
            throw new CommandFailure(input + " could not be read.", unreadable);
        }
        return ExitCode.OK;
    }

    private void explain(Policies policies) throws IOException {
        String owner = owner();
        SingleCustomer single = new SingleCustomer(policies, owner);
        CustomerEvents events = CustomerEvents.read(input, single);
        sayRejected(events.rejected());
        Instant until = at.orElseGet(events::latest);
        ExplainedTicket explained =
                ExplainedTicket.at(
                                until,
                                owner,
                                ticket,
                                single.deliveries(events.all(), until),
                                policies)
                        .orElseThrow(
                                () ->
                                        mistake(
                                                "%s has opened no ticket %s by %s."
                                                        .formatted(owner, ticket, until)));
        new SlaExplanation(spec.commandLine().getOut()).print(ticket, owner, until, explained);
    }

    /** The customer given, or the only one with such a ticket. */
    private String owner() throws IOException {
        if (customer.isPresent()) {
            return customer.get();
        }
        TreeSet<String> owners = new TreeSet<>();
        EventDecoder decoder = new EventDecoder();
        HistoryLines.forEach(
                input,
                line -> {
                    if (decoder.decode(line) instanceof Decoded.Accepted accepted
                            && accepted.event().fact() instanceof TicketFact fact
                            && fact.ticketId().equals(ticket)) {
                        accepted.event().subject().ifPresent(owners::add);
                    }
                });
        if (owners.isEmpty()) {
            throw mistake("Nobody has a ticket " + ticket + " in " + input + ".");
        }
        if (owners.size() > 1) {
            throw mistake(
                    "Several customers have a ticket %s; say with --customer whose is meant: %s."
                            .formatted(ticket, String.join(", ", owners)));
        }
        return owners.first();
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

    private ParameterException mistake(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
