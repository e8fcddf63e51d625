package io.customerpulse.command;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * The command {@code ./pulse}. Exit codes: 0 done, 1 the job failed, 2 wrong usage or invalid
 * configuration.
 */
@Command(
        name = "pulse",
        description = "Customer health and churn risk, computed on the stream.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Pulse.Version.class,
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            RunCommand.class,
            ExplainRiskCommand.class,
            ExplainSlaCommand.class,
            CalendarCommand.class,
            ImportCommand.class,
            SimulateCommand.class,
            ValidateCommand.class,
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            TopicsCommand.class,
            HeartbeatCommand.class,
            SendCommand.class,
            TailCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the job failed",
            "2:wrong usage or invalid configuration",
        })
public final class Pulse {

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure came from.")
    private boolean stacktrace;

    private Pulse() {}

    /**
     * Runs one command and ends the process with its exit code. When Flink calls the program, from
     * its client or on an application cluster, the process is Flink's: then the command returns, or
     * throws what made it fail.
     */
    public static void main(String[] arguments) throws Exception {
        CommandLine line = commandLine();
        // Only jobs are called by Flink; the other commands need not load it to know.
        if (List.of(arguments).contains("run") && CalledByFlink.isSo()) {
            CalledByFlink.execute(line, arguments);
        } else {
            System.exit(line.execute(arguments));
        }
    }

    /** The whole command line, ready to execute. */
    static CommandLine commandLine() {
        Pulse pulse = new Pulse();
        CommandLine line = new CommandLine(pulse);
        line.registerConverter(Instant.class, Pulse::instant);
        line.setParameterExceptionHandler(new Mistakes.Usage());
        line.setExecutionExceptionHandler(
                new Mistakes.Failure(
                        () -> pulse.stacktrace || System.getenv("PULSE_DEBUG") != null));
        return line;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            throw new TypeConversionException(
                    "must be an instant such as 2026-01-31T12:00:00Z, but is '" + text + "'");
        }
    }

    /** Says which version of the jar this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version =
                    Optional.ofNullable(Pulse.class.getPackage().getImplementationVersion())
                            .orElse("(not run from its jar)");
            return new String[] {"Customer Pulse " + version};
        }
    }
}
