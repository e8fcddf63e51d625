package io.customerpulse.command;

import picocli.CommandLine.Command;

/** {@code pulse import}: other systems' exports as our events. */
@Command(
        name = "import",
        description = "Turn another system's export into our events.",
        synopsisSubcommandLabel = "FORMAT",
        mixinStandardHelpOptions = true,
        subcommands = {ImportServiceNowCommand.class, ImportOrdersCommand.class})
final class ImportCommand {}
