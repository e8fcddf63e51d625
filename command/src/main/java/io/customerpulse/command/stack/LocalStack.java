package io.customerpulse.command.stack;

import io.customerpulse.command.kafka.Broker;
import io.customerpulse.command.kafka.Topics;
import io.customerpulse.jobs.settings.TopicSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A Kafka broker, a Flink session cluster and the job in it, on this machine, in one directory.
 * What was started is noted there at once, so that it can be ended also by another process, and
 * also if starting stopped half way.
 */
public final class LocalStack {

    /**
     * What is wanted of a stack.
     *
     * @param kafkaPort where the broker is to listen
     * @param webPort where Flink's web pages are to be
     * @param topics the topics to be made
     * @param configuration the configuration directory of the job
     */
    public record Plan(int kafkaPort, int webPort, TopicSettings topics, Path configuration) {}

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration JOB_START = Duration.ofSeconds(180);

    private final Path directory;

    /** The stack of this directory. */
    public LocalStack(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** What was started and not yet ended. */
    public Optional<StackState> state() {
        return StackState.read(directory);
    }

    /**
     * Starts all of it and waits until the job runs. A job that ran here before goes on from its
     * latest checkpoint.
     *
     * @param said is told of each part, when it is up
     * @throws StackFailure if a part does not come up; those that did have been ended then
     */
    public StackState up(StackLibraries libraries, Plan plan, Consumer<String> said) {
        List<StackProcess> processes = new ArrayList<>();
        try (FileChannel up = channel()) {
            lock(up);
            return start(libraries, plan, said, processes);
        } catch (IOException failure) {
            throw new StackFailure("The stack's directory " + directory + " is unusable.", failure);
        } catch (RuntimeException failure) {
            end(processes);
            if (!processes.isEmpty()) {
                StackState.delete(directory);
            }
            throw failure;
        }
    }

    private FileChannel channel() throws IOException {
        Files.createDirectories(directory);
        return FileChannel.open(
                directory.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Held while a stack is started, so that two starts do not meet. */
    private void lock(FileChannel up) throws IOException {
        if (up.tryLock() == null) {
            throw new StackFailure("Another './pulse up' is at work in " + directory + ".");
        }
    }

    private StackState start(
            StackLibraries libraries,
            Plan plan,
            Consumer<String> said,
            List<StackProcess> processes) {
        KafkaBroker broker =
                KafkaBroker.start(libraries, directory.resolve("kafka"), plan.kafkaPort());
        processes.add(broker.process());
        note(plan, Optional.empty(), processes);
        said.accept("Kafka    %s".formatted(broker.bootstrapServers()));
        long created =
                new Topics(Broker.at(broker.bootstrapServers()), plan.topics())
                        .create().stream().filter(topic -> topic.found().isEmpty()).count();
        said.accept(
                "Topics   %d, %d of them new".formatted(plan.topics().topics().size(), created));
        FlinkCluster cluster =
                FlinkCluster.start(libraries, directory.resolve("flink"), plan.webPort());
        processes.addAll(cluster.processes());
        note(plan, Optional.empty(), processes);
        said.accept("Flink    %s".formatted(cluster.restUrl()));
        Optional<Path> checkpoint = latest(cluster.checkpoints());
        String job =
                cluster.submit(
                        libraries.jar(),
                        List.of(
                                "run",
                                "pulse",
                                "--config",
                                plan.configuration().toAbsolutePath().toString()),
                        Map.of(
                                "KAFKA_BOOTSTRAP_SERVERS",
                                broker.bootstrapServers(),
                                "CHECKPOINT_DIRECTORY",
                                cluster.checkpoints().toUri().toString()),
                        checkpoint);
        awaitJob(cluster, job);
        said.accept(
                "Job      pulse, %s"
                        .formatted(
                                checkpoint
                                        .map(path -> "from its checkpoint " + shown(path))
                                        .orElse("from the beginning")));
        return note(plan, Optional.of(job), processes);
    }

    private void awaitJob(FlinkCluster cluster, String id) {
        StackProcess taskManager = cluster.processes().get(1);
        new Patience(taskManager, directory.resolve("flink/taskmanager.log"), JOB_START)
                .until(
                        "run the job",
                        () -> {
                            Optional<FlinkRest.Job> job = cluster.rest().job(id);
                            if (job.filter(FlinkRest.Job::hasEnded).isPresent()) {
                                throw new StackFailure(
                                        "The job is "
                                                + job.get().state()
                                                + "; "
                                                + directory.resolve("flink/jobmanager.log")
                                                + " says why.");
                            }
                            return job.filter(FlinkRest.Job::isRunning).isPresent();
                        });
    }

    private StackState note(Plan plan, Optional<String> job, List<StackProcess> processes) {
        StackState state =
                new StackState(
                        LoopbackPort.HOST + ":" + plan.kafkaPort(),
                        "http://" + LoopbackPort.HOST + ":" + plan.webPort(),
                        job,
                        processes);
        state.write(directory);
        return state;
    }

    /**
     * Ends what was started, and nothing else: a process counts as ours only if it was started at
     * the instant that was noted.
     *
     * @return what was ended; nothing of it if it had ended by itself
     * @throws StackFailure if something cannot be ended
     */
    public List<StackProcess> down() {
        List<StackProcess> running =
                state().map(StackState::processes).orElse(List.of()).stream()
                        .filter(StackProcess::isAlive)
                        .toList();
        end(running);
        StackState.delete(directory);
        return running;
    }

    /** The last first: who depends on another ends before it. */
    private static void end(List<StackProcess> processes) {
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).end(PATIENCE);
        }
    }

    /**
     * Deletes records, checkpoints and logs, and nothing else the directory may hold. Nothing of
     * the stack may run.
     *
     * @throws StackFailure if something cannot be deleted
     */
    public void delete() {
        delete(directory.resolve("kafka"));
        delete(directory.resolve("flink"));
    }

    private static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new StackFailure(root + " could not be deleted.", failure);
        }
    }

    private String shown(Path checkpoint) {
        return directory.resolve("flink/checkpoints").relativize(checkpoint).toString();
    }

    /** The checkpoint that was completed last: only a complete one has its metadata. */
    private static Optional<Path> latest(Path checkpoints) {
        try (Stream<Path> paths = Files.walk(checkpoints, 3)) {
            return paths.filter(path -> path.endsWith("_metadata"))
                    .max(Comparator.comparing(LocalStack::modified))
                    .map(Path::getParent);
        } catch (IOException unreadable) {
            throw new StackFailure(
                    "The checkpoints in " + checkpoints + " could not be listed.", unreadable);
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
