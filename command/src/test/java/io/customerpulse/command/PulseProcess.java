package io.customerpulse.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, from the built jar, as a user runs it. */
record PulseProcess(int exitCode, String out, String err) {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    static final Path JAR = TARGET.resolve("customer-pulse.jar");
    static final Path FLINK = TARGET.resolve("flink");

    /** Runs {@code pulse} with these arguments in this directory and waits for its end. */
    static PulseProcess run(Path directory, String... arguments) {
        List<String> line = new ArrayList<>(java());
        line.addAll(List.of(arguments));
        return run(directory, new ProcessBuilder(line));
    }

    /** The words that start {@code pulse}, to be followed by its arguments. */
    static List<String> java(String... options) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "--add-opens=java.base/java.time=ALL-UNNAMED"));
        line.add("-Dpulse.home=" + PROJECT);
        line.addAll(List.of(options));
        line.addAll(
                List.of(
                        "-cp",
                        JAR + System.getProperty("path.separator") + FLINK.resolve("*"),
                        "io.customerpulse.command.Pulse"));
        return line;
    }

    /** Runs any process in this directory and waits for its end. */
    static PulseProcess run(Path directory, ProcessBuilder builder) {
        try {
            Path out = Files.createTempFile("pulse-out", ".txt");
            Path err = Files.createTempFile("pulse-err", ".txt");
            Process process =
                    builder.directory(directory.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "did not end within 5 minutes: " + builder.command());
            }
            PulseProcess ended =
                    new PulseProcess(
                            process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
