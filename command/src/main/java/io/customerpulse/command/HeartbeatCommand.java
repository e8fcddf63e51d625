package io.customerpulse.command;

import io.customerpulse.command.kafka.Broker;
import io.customerpulse.jobs.kafka.Heartbeat;
import io.customerpulse.jobs.settings.QuietTime;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pulse heartbeat}: ticks of the clock into every partition of every input topic. */
@Command(
        name = "heartbeat",
        description = {
            "Write clock.ticked into every partition of every input topic, until it is stopped.",
            "For a job with 'heartbeat: off'; with 'on' the job does so itself."
        },
        mixinStandardHelpOptions = true)
final class HeartbeatCommand implements Callable<Integer> {

    private static final Duration USUAL = Duration.ofMillis(250);

    @Mixin private BrokerOption broker;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InvalidPolicyException, InterruptedException {
        Broker kafka = broker.broker();
        List<String> topics = broker.topics().inputNames();
        Duration interval =
                broker.configuration().settings().quietTime()
                                instanceof QuietTime.Heartbeat heartbeat
                        ? heartbeat.interval()
                        : USUAL;
        kafka.require(topics);
        Properties producer = new Properties();
        producer.putAll(kafka.producer());
        producer.setProperty("bootstrap.servers", kafka.bootstrapServers());
        Heartbeat heartbeat = Heartbeat.start(producer, topics, interval);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(heartbeat)));
        say(
                "Ticking every %d ms into %s at %s; Ctrl-C stops it."
                        .formatted(
                                interval.toMillis(),
                                String.join(", ", topics),
                                kafka.bootstrapServers()));
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    /** In a shutdown hook, for it is always from outside that it is stopped. */
    private void stop(Heartbeat heartbeat) {
        heartbeat.close();
        say("Stopped after %d ticks.".formatted(heartbeat.written()));
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
