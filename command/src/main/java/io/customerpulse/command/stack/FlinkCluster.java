package io.customerpulse.command.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Flink session cluster on the loopback address: a JobManager and a TaskManager, each a process
 * of its own. Checkpoints, logs and working files are in its directory and outlive it.
 */
public final class FlinkCluster implements AutoCloseable {

    /** What the JobManager is called among the processes of a stack. */
    public static final String JOB_MANAGER = "Flink JobManager";

    /** What the TaskManager is called among the processes of a stack. */
    public static final String TASK_MANAGER = "Flink TaskManager";

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration END = Duration.ofSeconds(30);

    private final FlinkDirectory directory;
    private final int restPort;
    private final FlinkRest rest;
    private final List<Path> classPath;
    private StackProcess jobManager;
    private StackProcess taskManager;
    private int taskManagersStarted;

    private FlinkCluster(StackLibraries libraries, Path directory, int restPort) {
        this.directory = new FlinkDirectory(directory.toAbsolutePath());
        this.restPort = restPort;
        this.rest = new FlinkRest(restUrl());
        this.classPath = List.of(libraries.flink(), libraries.flinkWeb());
    }

    /**
     * Starts a cluster on any free port and waits until its TaskManager has registered.
     *
     * @throws StackFailure if it does not come up
     */
    public static FlinkCluster start(StackLibraries libraries, Path directory) {
        return start(libraries, directory, LoopbackPort.free());
    }

    /**
     * Starts a cluster and waits until its TaskManager has registered.
     *
     * @param restPort of the REST interface and the web pages
     * @throws StackFailure if it does not come up
     */
    public static FlinkCluster start(StackLibraries libraries, Path directory, int restPort) {
        FlinkCluster cluster = new FlinkCluster(libraries, directory, restPort);
        cluster.directory.layOut(restPort);
        try {
            cluster.startJobManager();
            cluster.startTaskManager();
        } catch (StackFailure failure) {
            cluster.processes().forEach(StackProcess::kill);
            throw failure;
        }
        return cluster;
    }

    /** The address of the REST interface and the web pages. */
    public String restUrl() {
        return "http://" + LoopbackPort.HOST + ":" + restPort;
    }

    /** What the cluster says of itself. */
    public FlinkRest rest() {
        return rest;
    }

    /** Where jobs keep their checkpoints unless they say otherwise. */
    public Path checkpoints() {
        return directory.checkpoints();
    }

    /** The directory of Flink's configuration file, as clients of the cluster need it. */
    public Path configuration() {
        return directory.configuration();
    }

    /** The processes that have been started, the first first. */
    public List<StackProcess> processes() {
        List<StackProcess> started = new ArrayList<>();
        if (jobManager != null) {
            started.add(jobManager);
        }
        if (taskManager != null) {
            started.add(taskManager);
        }
        return List.copyOf(started);
    }

    /** Kills the TaskManager, as when its machine fails. */
    public void killTaskManager() {
        taskManager.kill();
    }

    /**
     * Starts a TaskManager in place of one that is gone, and waits until it has registered.
     *
     * @throws StackFailure if it does not
     */
    public void startTaskManager() {
        taskManagersStarted++;
        // A name of its own: the JobManager may still list the one that is gone.
        String id = "taskmanager-" + taskManagersStarted;
        Path log = directory.log("taskmanager");
        taskManager =
                start(
                        TASK_MANAGER,
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        FlinkMemory.TASK_MANAGER_OPTIONS,
                        "taskmanager",
                        "-Dtaskmanager.resource-id=" + id);
        new Patience(taskManager, log, START)
                .until("register with the JobManager", () -> rest.taskManagers().contains(id));
    }

    private void startJobManager() {
        jobManager =
                start(
                        JOB_MANAGER,
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        FlinkMemory.JOB_MANAGER_OPTIONS,
                        "jobmanager");
        new Patience(jobManager, directory.log("jobmanager"), START)
                .until("answer at " + restUrl(), rest::answers);
    }

    private StackProcess start(
            String name, String mainClass, List<String> memory, String file, String... settings) {
        List<String> arguments =
                new ArrayList<>(List.of("--configDir", directory.configuration().toString()));
        arguments.addAll(List.of(settings));
        return new JavaProgram(
                        name, classPath, options(memory, file), mainClass, arguments, Map.of())
                .start(directory.output(file));
    }

    private List<String> options(List<String> memory, String file) {
        List<String> options = new ArrayList<>(memory);
        options.addAll(
                List.of(LogConfiguration.options(directory.configuration(), directory.log(file))));
        return options;
    }

    /**
     * Submits a program as {@code flink run --detached} does, and returns when its job was taken.
     *
     * @param jar the jar of the program; its main class is the one its manifest names
     * @param arguments of the program
     * @param environment variables the program finds besides those of this process
     * @param checkpoint where its state comes from, and which is the job's from then on
     * @return the id of the job
     * @throws StackFailure with the end of what the program said, if it is not taken
     */
    public String submit(
            Path jar,
            List<String> arguments,
            Map<String, String> environment,
            Optional<Path> checkpoint) {
        List<String> line = new ArrayList<>(List.of("run", "--detached"));
        line.addAll(List.of("--jobmanager", LoopbackPort.HOST + ":" + restPort));
        checkpoint.ifPresent(
                path ->
                        line.addAll(
                                List.of(
                                        "--fromSavepoint",
                                        path.toUri().toString(),
                                        "--claimMode",
                                        "CLAIM")));
        line.add(jar.toString());
        line.addAll(arguments);
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("FLINK_CONF_DIR", directory.configuration().toString());
        Path output = directory.output("submission");
        return new Submission(
                        new JavaProgram(
                                "submission of the job",
                                classPath,
                                options(FlinkMemory.CLIENT_OPTIONS, "submission"),
                                "org.apache.flink.client.cli.CliFrontend",
                                line,
                                variables),
                        output)
                .jobId();
    }

    /** Ends the TaskManager and then the JobManager, in order. */
    public void stop() {
        if (taskManager != null) {
            taskManager.end(END);
        }
        if (jobManager != null) {
            jobManager.end(END);
        }
    }

    /** Ends the cluster in order. */
    @Override
    public void close() {
        stop();
    }
}
