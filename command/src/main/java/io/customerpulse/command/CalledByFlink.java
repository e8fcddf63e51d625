package io.customerpulse.command;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program called by Flink, as {@code flink run} and application clusters do. */
final class CalledByFlink {

    private CalledByFlink() {}

    /** Whether it is so: Flink then has put its own environment in place. */
    static boolean isSo() {
        return !(StreamExecutionEnvironment.getExecutionEnvironment()
                instanceof LocalStreamEnvironment);
    }

    /**
     * Executes a command without ending the process.
     *
     * @throws Exception what made it fail, unchanged: an application cluster tells by it whether a
     *     job failed or was cancelled
     */
    static void execute(CommandLine line, String[] arguments) throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        IExecutionExceptionHandler saying = line.getExecutionExceptionHandler();
        line.setExecutionExceptionHandler(
                (thrown, command, parsed) -> {
                    failure.set(thrown);
                    return saying.handleExecutionException(thrown, command, parsed);
                });
        int exitCode = line.execute(arguments);
        if (failure.get() != null) {
            throw failure.get();
        }
        if (exitCode != ExitCode.OK) {
            throw new CommandFailure("The command ended with exit code " + exitCode + ".");
        }
    }
}
