package io.customerpulse.command;

import io.customerpulse.command.kafka.TopicState;
import io.customerpulse.command.kafka.Topics;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pulse topics describe}: the topics, and how they differ from the configuration. */
@Command(
        name = "describe",
        description = "Say which topics are there, and how they differ from the configuration.",
        mixinStandardHelpOptions = true)
final class DescribeTopicsCommand implements Callable<Integer> {

    @Mixin private BrokerOption broker;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        PrintWriter out = spec.commandLine().getOut();
        for (TopicState topic : new Topics(broker.broker(), broker.topics()).describe()) {
            out.printf(
                    "%-20s %s%n",
                    topic.name(),
                    topic.found()
                            .map(
                                    found ->
                                            "%2d partitions, %s"
                                                    .formatted(
                                                            found.partitions(),
                                                            found.cleanupInWords()))
                            .orElse("is missing"));
            topic.differences().forEach(difference -> out.printf("  differs: %s%n", difference));
        }
        out.flush();
        return ExitCode.OK;
    }
}
