package io.customerpulse.command;

import io.customerpulse.command.kafka.TopicState;
import io.customerpulse.command.kafka.Topics;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse topics create}: makes the topics that are missing. */
@Command(
        name = "create",
        description = {
            "Make the topics that are missing.",
            "Those that are there stay as they are; how they differ is said."
        },
        mixinStandardHelpOptions = true)
final class CreateTopicsCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Change nothing, and say what would be made.")
    private boolean dryRun;

    @Mixin private BrokerOption broker;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        Topics topics = new Topics(broker.broker(), broker.topics());
        List<TopicState> before = dryRun ? topics.describe() : topics.create();
        PrintWriter out = spec.commandLine().getOut();
        for (TopicState topic : before) {
            if (topic.found().isEmpty()) {
                out.printf(
                        "%s %s: %d partitions, %s%n",
                        dryRun ? "would create" : "created",
                        topic.name(),
                        topic.wanted().partitions(),
                        topic.cleanupInWords());
            }
            topic.differences()
                    .forEach(
                            difference ->
                                    out.printf("differs: %s: %s%n", topic.name(), difference));
        }
        long missing = before.stream().filter(topic -> topic.found().isEmpty()).count();
        out.printf(
                "%d topics: %d %s, %d were there.%n",
                before.size(),
                missing,
                dryRun ? "would be created" : "created",
                before.size() - missing);
        out.flush();
        return ExitCode.OK;
    }
}
