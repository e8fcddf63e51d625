package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code pulse run} where it cannot start; what it does when it can is in KafkaToKafkaIT. */
class RunCommandTest {

    @TempDir private Path directory;
    private CopiedConfiguration configuration;

    @BeforeEach
    void copyTheShippedConfiguration() throws IOException {
        configuration = CopiedConfiguration.in(directory);
    }

    @Test
    void saysInOneSentenceThatTheBrokerIsAway() throws IOException {
        String nobody = "127.0.0.1:" + closedPort();
        configuration.replace("job.yaml", "${KAFKA_BOOTSTRAP_SERVERS:localhost:9092}", nobody);
        configuration.replace("job.yaml", "startupTimeout: PT15S", "startupTimeout: PT1S");

        CommandRun run = run("pulse");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("pulse: No Kafka broker answers at " + nobody + " within PT1S;")
                .hasLineCount(1);
    }

    @Test
    void saysInOneSentenceThatTheBrokersNameIsUnknown() throws IOException {
        configuration.replace(
                "job.yaml", "${KAFKA_BOOTSTRAP_SERVERS:localhost:9092}", "no-such.invalid:9092");

        CommandRun run = run("health");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("pulse: The Kafka broker at no-such.invalid:9092 cannot be used:")
                .hasLineCount(1);
    }

    @Test
    void saysInOneSentenceThatAClientSettingIsWrong() throws IOException {
        configuration.replace("job.yaml", "client: {} ", "client: {security.protocol: SECRETIVE} ");

        CommandRun run = run("pulse");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("security.protocol").hasLineCount(1);
    }

    @Test
    void refusesASettingItDoesNotKnow() throws IOException {
        configuration.replace("job.yaml", "consumerGroup:", "consumerGruop:");

        CommandRun run = run("pulse");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("job.yaml: kafka.consumerGruop: is not a key of this policy");
    }

    @Test
    void refusesAJobItDoesNotKnow() {
        CommandRun run = run("everything");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("pulse, health", "everything");
    }

    @Test
    void calledByFlinkItThrowsWhatMadeItFailInsteadOfEndingTheProcess() {
        IllegalStateException cancelled = new IllegalStateException("cancelled");
        CommandLine line =
                new CommandLine(
                        new Failing(
                                () -> {
                                    throw cancelled;
                                }));

        assertThatThrownBy(() -> CalledByFlink.execute(line, new String[0])).isSameAs(cancelled);
    }

    @Test
    void calledByFlinkItReturnsWhenAllWentWell() throws Exception {
        CommandLine line = new CommandLine(new Failing(() -> CommandLine.ExitCode.OK));

        CalledByFlink.execute(line, new String[0]);

        assertThat(line.<Integer>getExecutionResult()).isZero();
    }

    @Test
    void calledByFlinkItDoesNotPassOverWrongUsage() {
        assertThatThrownBy(
                        () ->
                                CalledByFlink.execute(
                                        Pulse.commandLine(), new String[] {"run", "everything"}))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("exit code 2");
    }

    /** A command that does what it is told. */
    @CommandLine.Command(name = "failing")
    record Failing(Callable<Integer> work) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }

    private CommandRun run(String job) {
        return CommandRun.exactly("run", job, "--config", directory.toString());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
