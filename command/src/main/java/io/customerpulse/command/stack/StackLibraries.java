package io.customerpulse.command.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The jars a stack is started from, as the build leaves them.
 *
 * @param jar the one jar, which holds the job
 * @param kafka a Kafka broker and all it needs
 * @param flink Flink without its web pages
 * @param flinkWeb Flink's web pages
 */
public record StackLibraries(Path jar, Path kafka, Path flink, Path flinkWeb) {

    /**
     * Finds them in a project that was built.
     *
     * @param project the directory of {@code pulse}
     * @throws StackFailure if one of them is missing
     */
    public static StackLibraries of(Path project) {
        StackLibraries libraries =
                new StackLibraries(
                        path(project, "command/target/customer-pulse.jar"),
                        path(project, "local-stack/target/kafka"),
                        path(project, "command/target/flink"),
                        path(project, "local-stack/target/flink-web"));
        for (Path path :
                List.of(libraries.jar, libraries.kafka, libraries.flink, libraries.flinkWeb)) {
            if (!Files.exists(path)) {
                throw new StackFailure(
                        "The jars of the local stack are missing: there is no "
                                + path
                                + ". Build the project with 'mvn package' or start it as ./pulse.");
            }
        }
        return libraries;
    }

    private static Path path(Path project, String name) {
        return project.resolve(name).toAbsolutePath().normalize();
    }
}
