package io.customerpulse.command.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of a Flink cluster and what is where in it.
 *
 * @param root its absolute path
 */
record FlinkDirectory(Path root) {

    /** Slots of the one TaskManager; a job's parallelism is at most this. */
    private static final int SLOTS = 4;

    Path configuration() {
        return root.resolve("conf");
    }

    Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** What a process logs; what it prints beside that stands in the file ending in {@code out}. */
    Path log(String process) {
        return root.resolve(process + ".log");
    }

    Path output(String process) {
        return root.resolve(process + ".out");
    }

    /**
     * Makes the directories and writes the configuration.
     *
     * @throws StackFailure if they cannot be written
     */
    void layOut(int restPort) {
        try {
            Files.createDirectories(configuration());
            Files.createDirectories(checkpoints());
            Files.createDirectories(root.resolve("work"));
            Files.writeString(configuration().resolve("config.yaml"), yaml(restPort));
        } catch (IOException failure) {
            throw new StackFailure("Flink's directory " + root + " could not be written.", failure);
        }
    }

    /**
     * A TaskManager that is killed is noticed within seconds. Memory is given in full, since the
     * scripts of a distribution, which would work it out, are not there.
     */
    private String yaml(int restPort) {
        return """
        jobmanager.rpc.address: %1$s
        jobmanager.rpc.port: %2$d
        jobmanager.bind-host: %1$s
        rest.address: %1$s
        rest.bind-address: %1$s
        rest.port: %3$d
        rest.bind-port: '%3$d'
        taskmanager.host: %1$s
        taskmanager.bind-host: %1$s
        taskmanager.numberOfTaskSlots: %4$d
        heartbeat.interval: 2 s
        heartbeat.timeout: 20 s
        io.tmp.dirs: %5$s
        process.working-dir: %5$s
        execution.checkpointing.dir: %6$s
        execution.checkpointing.savepoint-dir: %7$s
        execution.checkpointing.num-retained: 3
        %8$s"""
                .formatted(
                        LoopbackPort.HOST,
                        LoopbackPort.free(),
                        restPort,
                        SLOTS,
                        quoted(root.resolve("work").toString()),
                        quoted(checkpoints().toUri().toString()),
                        quoted(root.resolve("savepoints").toUri().toString()),
                        FlinkMemory.TASK_MANAGER_SETTINGS);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
