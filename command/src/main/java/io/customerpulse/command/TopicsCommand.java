package io.customerpulse.command;

import picocli.CommandLine.Command;

/** {@code pulse topics}: the topics of the contract on a broker. */
@Command(
        name = "topics",
        description = "Make or describe the topics of config/topics.yaml on a broker.",
        synopsisSubcommandLabel = "create|describe",
        subcommands = {CreateTopicsCommand.class, DescribeTopicsCommand.class},
        mixinStandardHelpOptions = true)
final class TopicsCommand {}
