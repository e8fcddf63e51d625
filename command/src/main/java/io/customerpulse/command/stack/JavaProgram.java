package io.customerpulse.command.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Java program to be run as a process of its own, on the Java this one runs on.
 *
 * @param name what it is, in a word
 * @param classPath jars, and directories of jars
 * @param options of the virtual machine
 * @param mainClass the class to start
 * @param arguments of the program
 * @param environment variables set besides those of this process
 */
record JavaProgram(
        String name,
        List<Path> classPath,
        List<String> options,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment) {

    private static final File NOTHING = new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");

    JavaProgram {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * Starts it, to outlive this process; what it prints is added to {@code log}.
     *
     * @throws StackFailure if it cannot be started
     */
    StackProcess start(Path log) {
        return StackProcess.of(name, launch(log));
    }

    /**
     * Runs it to its end; what it prints is added to {@code log}.
     *
     * @return its exit code
     * @throws StackFailure if it cannot be started, or takes longer than {@code seconds}
     */
    int run(Path log, long seconds) {
        Process process = launch(log);
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StackFailure(
                        "The %s did not end within %d s; see %s.".formatted(name, seconds, log));
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackFailure("The " + name + " was interrupted.", interrupted);
        }
    }

    private Process launch(Path log) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.add("-cp");
        line.add(
                classPath.stream()
                        .map(path -> Files.isDirectory(path) ? path + "/*" : path.toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        line.add(mainClass);
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectInput(NOTHING)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new StackFailure("The " + name + " could not be started.", failure);
        }
    }
}
