package io.customerpulse.command.stack;

import java.util.List;
import java.util.stream.Stream;

/** How much memory the processes of a Flink cluster get, and what they may open of the JDK. */
final class FlinkMemory {

    /** The packages of the JDK that Flink's own configuration opens to it. */
    private static final List<String> OPENED =
            Stream.of(
                            "java.lang",
                            "java.net",
                            "java.io",
                            "java.nio",
                            "sun.nio.ch",
                            "java.lang.reflect",
                            "java.text",
                            "java.time",
                            "java.util",
                            "java.util.concurrent",
                            "java.util.concurrent.atomic",
                            "java.util.concurrent.locks")
                    .map(opened -> "--add-opens=java.base/" + opened + "=ALL-UNNAMED")
                    .toList();

    static final List<String> JOB_MANAGER_OPTIONS = options("-Xms128m", "-Xmx512m");

    /** The heap of the settings below, and their network and off-heap memory as direct memory. */
    static final List<String> TASK_MANAGER_OPTIONS =
            options("-Xms256m", "-Xmx896m", "-XX:MaxDirectMemorySize=256m");

    static final List<String> CLIENT_OPTIONS = options("-Xmx512m");

    static final String TASK_MANAGER_SETTINGS =
            """
            taskmanager.cpu.cores: 2.0
            taskmanager.memory.framework.heap.size: 128m
            taskmanager.memory.task.heap.size: 768m
            taskmanager.memory.framework.off-heap.size: 128m
            taskmanager.memory.task.off-heap.size: 0m
            taskmanager.memory.network.min: 128m
            taskmanager.memory.network.max: 128m
            taskmanager.memory.managed.size: 256m
            taskmanager.memory.jvm-metaspace.size: 256m
            taskmanager.memory.jvm-overhead.min: 192m
            taskmanager.memory.jvm-overhead.max: 192m
            """;

    private FlinkMemory() {}

    private static List<String> options(String... memory) {
        return Stream.of(
                        Stream.of(memory),
                        Stream.of("-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC"),
                        OPENED.stream())
                .flatMap(some -> some)
                .toList();
    }
}
