package io.customerpulse.command;

import io.customerpulse.command.kafka.ReadableEvent;
import io.customerpulse.command.kafka.TopicTail;
import io.customerpulse.events.Topic;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse tail}: the events of a topic, as they come. */
@Command(
        name = "tail",
        description = {
            "Print the events of a topic as they come, one a line, until Ctrl-C.",
            "Ticks of the clock are left out."
        },
        mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TOPIC", description = "A topic, such as risk-scores.")
    private String topic;

    @Option(names = "--from-beginning", description = "Print those that are there already, too.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "Print events as JSON.")
    private boolean json;

    @Option(names = "--max", paramLabel = "N", description = "End after N events.")
    private Optional<Long> max = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "End after so long, with 1 if --max is given and was not reached.")
    private Optional<Long> timeout = Optional.empty();

    @Mixin private BrokerOption broker;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        check("--max", max);
        check("--timeout", timeout);
        TopicTail tail =
                TopicTail.open(
                        broker.broker(),
                        new TopicTail.Request(
                                nameOnTheBroker(),
                                fromBeginning,
                                max.orElse(Long.MAX_VALUE),
                                Duration.ofSeconds(
                                        timeout.orElse(Duration.ofDays(36_500).toSeconds()))));
        long printed = tail.forEach(this::print);
        return max.isPresent() && printed < max.get() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void check(String option, Optional<Long> number) {
        if (number.filter(n -> n < 1).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " must be at least 1, but is " + number.get() + ".");
        }
    }

    private String nameOnTheBroker() throws InvalidPolicyException {
        Optional<Topic> ours = Topic.named(topic);
        return ours.isPresent() ? broker.topics().nameOf(ours.get()) : topic;
    }

    private void print(ConsumerRecord<byte[], byte[]> record) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? ReadableEvent.json(record) : ReadableEvent.of(record));
        out.flush();
    }
}
