package io.customerpulse.command;

import io.customerpulse.command.stack.LocalStack;
import io.customerpulse.command.stack.LoopbackPort;
import io.customerpulse.command.stack.StackLibraries;
import io.customerpulse.command.stack.StackProcess;
import io.customerpulse.command.stack.StackState;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse up}: a broker, a Flink cluster and the job, on this machine. */
@Command(
        name = "up",
        description = {
            "Start Kafka and Flink on this machine, with the topics and the job.",
            "Returns when the job runs; './pulse down' ends all of it."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final int KAFKA_PORT = 9092;
    private static final int WEB_PORT = 8081;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            description = "Where Kafka listens (default: " + KAFKA_PORT + ", or any free one).")
    private Optional<Integer> kafkaPort = Optional.empty();

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            description =
                    "Where Flink's web pages are (default: " + WEB_PORT + ", or any free one).")
    private Optional<Integer> webPort = Optional.empty();

    @Mixin private StackOption stack;

    @Mixin private ConfigurationOption configuration;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException {
        PrintWriter out = spec.commandLine().getOut();
        LocalStack local = stack.stack();
        Optional<StackState> started = local.state();
        if (started.isPresent()) {
            return alreadyUp(started.get());
        }
        configuration.policies();
        configuration.settings();
        LocalStack.Plan plan =
                new LocalStack.Plan(
                        port("--kafka-port", kafkaPort, KAFKA_PORT),
                        port("--web-port", webPort, WEB_PORT),
                        configuration.topics(),
                        configuration.directory());
        long start = System.nanoTime();
        local.up(
                StackLibraries.of(Path.of(System.getProperty("pulse.home", "."))),
                plan,
                line -> say(out, line));
        say(out, "Data     %s: records, checkpoints, logs".formatted(stack.directory()));
        say(out, "Up after %.1f s.".formatted((System.nanoTime() - start) / 1e9));
        return ExitCode.OK;
    }

    private int alreadyUp(StackState state) {
        if (state.isUp()) {
            say(
                    spec.commandLine().getOut(),
                    "The stack in %s is up already.".formatted(stack.directory()));
            return ExitCode.OK;
        }
        throw new CommandFailure(
                "Of the stack in %s, %s ended by itself; './pulse down' ends the rest."
                        .formatted(
                                stack.directory(),
                                state.processes().stream()
                                        .filter(process -> !process.isAlive())
                                        .map(StackProcess::name)
                                        .collect(Collectors.joining(" and "))));
    }

    /** A port that was asked for must be free; the usual one need not be. */
    private int port(String option, Optional<Integer> asked, int usual) {
        if (asked.isEmpty()) {
            return LoopbackPort.isFree(usual) ? usual : LoopbackPort.free();
        }
        int port = asked.get();
        if (port < 1 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be from 1 to 65535, but is " + port + ".");
        }
        if (!LoopbackPort.isFree(port)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s %d: somebody listens there already.".formatted(option, port));
        }
        return port;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
