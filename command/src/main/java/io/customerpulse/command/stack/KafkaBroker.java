package io.customerpulse.command.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * One Kafka broker in KRaft mode, its own controller, as a process of its own on the loopback
 * address. Topics are not created by being written to. What it stores and logs is in its directory
 * and outlives it, so that it can be started again where it was.
 */
public final class KafkaBroker implements AutoCloseable {

    /** What the broker is called among the processes of a stack. */
    public static final String NAME = "Kafka broker";

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration END = Duration.ofSeconds(30);

    private final StackLibraries libraries;
    private final Path directory;
    private final int port;
    private final int controllerPort;
    private StackProcess process;

    private KafkaBroker(StackLibraries libraries, Path directory, int port) {
        this.libraries = libraries;
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.controllerPort = LoopbackPort.free();
    }

    /**
     * Starts a broker on any free port and waits until it answers.
     *
     * @throws StackFailure if it does not
     */
    public static KafkaBroker start(StackLibraries libraries, Path directory) {
        return start(libraries, directory, LoopbackPort.free());
    }

    /**
     * Starts a broker and waits until it answers. It has the records that a broker before it left
     * in the directory.
     *
     * @throws StackFailure if it does not
     */
    public static KafkaBroker start(StackLibraries libraries, Path directory, int port) {
        KafkaBroker broker = new KafkaBroker(libraries, directory, port);
        broker.layOut();
        broker.restart();
        return broker;
    }

    /** Where clients find it: {@code host:port}. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** The process that runs it, or last ran it. */
    public StackProcess process() {
        return process;
    }

    /** What it logs. */
    public Path log() {
        return directory.resolve("broker.log");
    }

    /** Ends it in order, as an operator would: clients see their connections close. */
    public void stop() {
        process.end(END);
    }

    /** Kills it, as when its machine fails. */
    public void kill() {
        process.kill();
    }

    /**
     * Starts it on the same port with the same records and waits until it answers. It must have
     * been stopped or killed.
     *
     * @throws StackFailure if it does not
     */
    public void restart() {
        process = program("kafka.Kafka", properties().toString()).start(log());
        Patience patience = new Patience(process, log(), START);
        patience.until(
                "listen on " + bootstrapServers(),
                () -> LoopbackPort.answers(port) && LoopbackPort.answers(controllerPort));
        try (Admin admin = admin()) {
            patience.until("answer at " + bootstrapServers(), () -> isReady(admin));
        } catch (StackFailure failure) {
            process.kill();
            throw failure;
        }
    }

    /** Ends it in order. */
    @Override
    public void close() {
        stop();
    }

    private Admin admin() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        2_000,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000));
    }

    /** Ready is a broker that the controller counts among the living. */
    private static boolean isReady(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Waiting for the broker was interrupted.", interrupted);
        }
    }

    private void layOut() {
        try {
            Files.createDirectories(data());
            Files.writeString(properties(), configuration());
            if (isEmpty(data())) {
                format();
            }
        } catch (IOException failure) {
            throw new StackFailure(
                    "The broker's directory " + directory + " could not be written.", failure);
        }
    }

    private void format() {
        int exitCode =
                program(
                                "kafka.tools.StorageTool",
                                "format",
                                "--cluster-id",
                                Uuid.randomUuid().toString(),
                                "--config",
                                properties().toString())
                        .run(log(), START.toSeconds());
        if (exitCode != 0) {
            throw new StackFailure(
                    "The directory "
                            + data()
                            + " could not be formatted for Kafka; "
                            + log()
                            + " says why.");
        }
    }

    private JavaProgram program(String mainClass, String... arguments) {
        List<String> options =
                Stream.concat(
                                Stream.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC"),
                                Stream.of(LogConfiguration.options(directory, log())))
                        .toList();
        return new JavaProgram(
                NAME, List.of(libraries.kafka()), options, mainClass, List.of(arguments), Map.of());
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path properties() {
        return directory.resolve("server.properties");
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    /**
     * One of everything: replicas, and threads for a machine that others use too. One that was
     * killed is missed within seconds, for it can only come back after that.
     */
    private String configuration() {
        return """
        process.roles=broker,controller
        node.id=1
        listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
        advertised.listeners=PLAINTEXT://%1$s:%2$d
        inter.broker.listener.name=PLAINTEXT
        controller.listener.names=CONTROLLER
        controller.quorum.voters=1@%1$s:%3$d
        log.dirs=%4$s
        auto.create.topics.enable=false
        default.replication.factor=1
        min.insync.replicas=1
        broker.heartbeat.interval.ms=500
        broker.session.timeout.ms=3000
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        num.network.threads=2
        num.io.threads=4
        log.cleaner.dedupe.buffer.size=16777216
        """
                .formatted(
                        LoopbackPort.HOST,
                        port,
                        controllerPort,
                        data().toString().replace('\\', '/'));
    }
}
