package io.customerpulse.command;

import io.customerpulse.command.kafka.BrokerFailure;
import io.customerpulse.command.stack.StackFailure;
import io.customerpulse.jobs.kafka.NotReadyException;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command says that it cannot go on: one sentence on standard error, and an exit code. */
final class Mistakes {

    private Mistakes() {}

    /** Wrong usage: says what, what may have been meant, and where help is. */
    static final class Usage implements IParameterExceptionHandler {
        @Override
        public int handleParseException(ParameterException mistake, String[] arguments) {
            CommandLine command = mistake.getCommandLine();
            PrintWriter err = command.getErr();
            err.println("pulse: " + mistake.getMessage());
            UnmatchedArgumentException.printSuggestions(mistake, err);
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
            return ExitCode.USAGE;
        }
    }

    /** A failure: says what and why; the stack trace only when asked for. */
    static final class Failure implements IExecutionExceptionHandler {

        private final BooleanSupplier stacktrace;

        Failure(BooleanSupplier stacktrace) {
            this.stacktrace = stacktrace;
        }

        @Override
        public int handleExecutionException(
                Exception failure, CommandLine command, ParseResult arguments) {
            PrintWriter err = command.getErr();
            if (failure instanceof InvalidPolicyException invalid) {
                err.println("pulse: the configuration is invalid:");
                invalid.problems().forEach(problem -> err.println("  " + problem));
                return ExitCode.USAGE;
            }
            if (failure instanceof NotReadyException) {
                err.println("pulse: " + failure.getMessage());
                if (stacktrace.getAsBoolean()) {
                    failure.printStackTrace(err);
                }
                return ExitCode.USAGE;
            }
            if (isASentence(failure)) {
                err.println("pulse: " + failure.getMessage());
                if (failure.getCause() != null) {
                    err.println("  because " + inWords(failure.getCause()));
                }
            } else {
                err.println("pulse: the command failed unexpectedly: " + inWords(failure));
            }
            if (stacktrace.getAsBoolean()) {
                failure.printStackTrace(err);
            } else if (!isASentence(failure)) {
                err.println("Repeat it with --stacktrace to see where.");
            }
            return failure instanceof BrokerFailure broker && broker.beforeTheStart()
                    ? ExitCode.USAGE
                    : ExitCode.SOFTWARE;
        }

        private static boolean isASentence(Exception failure) {
            return failure instanceof CommandFailure
                    || failure instanceof StackFailure
                    || failure instanceof BrokerFailure;
        }

        private static String inWords(Throwable cause) {
            Throwable deepest = cause;
            while (deepest.getCause() != null && deepest.getCause() != deepest) {
                deepest = deepest.getCause();
            }
            return deepest.getMessage() == null
                    ? deepest.getClass().getSimpleName()
                    : deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
        }
    }
}
