package io.customerpulse.command;

import io.customerpulse.jobs.run.CustomerHealthJob;
import io.customerpulse.jobs.run.LiveJob;
import io.customerpulse.jobs.run.PulseJob;
import io.customerpulse.jobs.run.ReadyJob;
import io.customerpulse.jobs.run.SlaJob;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import io.customerpulse.rules.policy.Policies;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse run}: a job from Kafka to Kafka. */
@Command(
        name = "run",
        description = {
            "Run a job from Kafka to Kafka until it is stopped.",
            "On a cluster, if Flink calls the program: flink run customer-pulse.jar run pulse.",
            "Inside this process otherwise. See docs/operating.md."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    /** The jobs there are. */
    enum Job {
        pulse,
        health,
        sla
    }

    @Parameters(
            index = "0",
            paramLabel = "JOB",
            description = {
                "pulse: everything; health: only metrics and health;",
                "sla: only service levels."
            })
    private Job job;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = {
                "A checkpoint or savepoint to go on from.",
                "On a cluster, give it to Flink instead: flink run -s PATH."
            })
    private Optional<String> from = Optional.empty();

    @Mixin private ConfigurationOption configuration;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Policies policies = configuration.policies();
        JobSettings settings = configuration.settings();
        TopicSettings topics = configuration.topics();
        ReadyJob ready = job(policies, settings, topics).prepare(from);
        if (ready.embedded()) {
            sayEmbedded(settings);
        }
        ready.run();
        return ExitCode.OK;
    }

    private LiveJob job(Policies policies, JobSettings settings, TopicSettings topics) {
        return switch (job) {
            case pulse -> new PulseJob(policies, settings, topics);
            case health -> new CustomerHealthJob(policies, settings, topics);
            case sla -> new SlaJob(policies, settings, topics);
        };
    }

    private void sayEmbedded(JobSettings settings) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "Running %s in this process, with Kafka at %s; checkpoints go to %s.%n"
                        + "Ctrl-C stops it; --from goes on where a checkpoint was.%n",
                job,
                settings.kafka().bootstrapServers(),
                settings.runtime().checkpoints().directory());
        err.flush();
    }
}
