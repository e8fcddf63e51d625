package io.customerpulse.command;

import io.customerpulse.command.stack.FlinkRest;
import io.customerpulse.command.stack.StackProcess;
import io.customerpulse.command.stack.StackState;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pulse status}: what of the local stack runs. */
@Command(
        name = "status",
        description = {
            "Say what of the local stack runs, and how the job is.",
            "Ends with 0 if all of it does, and with 1 otherwise."
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin private StackOption stack;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<StackState> started = stack.stack().state();
        if (started.isEmpty()) {
            out.printf("No stack is up in %s.%n", stack.directory());
            out.flush();
            return ExitCode.SOFTWARE;
        }
        StackState state = started.get();
        out.printf("Kafka    %s%n", state.bootstrapServers());
        out.printf("Flink    %s%n", state.webUrl());
        FlinkRest rest = new FlinkRest(state.webUrl());
        Optional<FlinkRest.Job> job = state.job().flatMap(rest::job);
        out.printf("Job      %s%n", job.map(one -> inWords(one, rest)).orElse("unknown to Flink"));
        for (StackProcess process : state.processes()) {
            out.printf(
                    "%-20s process %d %s%n",
                    process.name(), process.pid(), process.isAlive() ? "runs" : "ended by itself");
        }
        out.flush();
        return state.isUp() && job.filter(FlinkRest.Job::isRunning).isPresent()
                ? ExitCode.OK
                : ExitCode.SOFTWARE;
    }

    private static String inWords(FlinkRest.Job job, FlinkRest rest) {
        return "%s %s, %d of %d tasks run, %d checkpoints"
                .formatted(
                        job.name(),
                        job.state(),
                        job.runningTasks(),
                        job.tasks(),
                        rest.completedCheckpoints(job.id()));
    }
}
