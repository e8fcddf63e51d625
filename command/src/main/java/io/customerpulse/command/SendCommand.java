package io.customerpulse.command;

import io.customerpulse.command.kafka.EventSender;
import io.customerpulse.events.Topic;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse send}: events of a file to their topics. */
@Command(
        name = "send",
        description = {
            "Send events, one a line, to the topics they are meant for, keyed by customer.",
            "A line that is no event goes to customer-events as it is: the job keeps dead letters."
        },
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The events; - for standard input.")
    private String file;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most N events a second (default: as fast as it goes).")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--now",
            description = {
                "Give each event the time at which it is sent, as if it happened now.",
                "Without it, what is dated more than a moment ago is late for a job with a heartbeat."
            })
    private boolean now;

    @Mixin private BrokerOption broker;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        if (rate.filter(n -> !(n > 0)).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--rate must be more than 0, but is " + rate.get() + ".");
        }
        EventSender sender = new EventSender(broker.broker(), broker.topics(), this::warn);
        try (InputStream lines = new BufferedInputStream(open())) {
            report(
                    sender.send(
                            lines, rate, now ? Optional.of(Clock.systemUTC()) : Optional.empty()));
            return ExitCode.OK;
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "The events could not be read from "
                            + (isStandardInput() ? "standard input" : file)
                            + ".",
                    unreadable);
        }
    }

    private InputStream open() throws IOException {
        if (isStandardInput()) {
            return new FileInputStream(FileDescriptor.in);
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new ParameterException(
                    spec.commandLine(), path + " is not a file that can be read.");
        }
        return Files.newInputStream(path);
    }

    private boolean isStandardInput() {
        return file.equals("-");
    }

    private void warn(long line, String reason) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("line %d is no event, and is sent as it is: %s%n", line, reason);
        err.flush();
    }

    private void report(EventSender.Sent sent) {
        String byTopic =
                Stream.of(Topic.values())
                        .filter(sent.byTopic()::containsKey)
                        .map(topic -> topic.topicName() + " " + sent.byTopic().get(topic))
                        .collect(Collectors.joining(", "));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d lines sent%s%s.%n",
                sent.events(),
                byTopic.isEmpty() ? "" : ": " + byTopic,
                sent.refused() == 0 ? "" : "; %d of them no event".formatted(sent.refused()));
        out.flush();
    }
}
