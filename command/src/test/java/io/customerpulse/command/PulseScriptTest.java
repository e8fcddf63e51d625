package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code ./pulse} in a project of nothing but sources, with stand-ins for Java and Maven
 * that note how they were called.
 */
@DisabledOnOs(OS.WINDOWS)
class PulseScriptTest {

    /** Says a version, or its arguments, its directory, and the exit code it was told to have. */
    private static final String JAVA =
            """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "17.0.15" 2025-04-15' >&2
                exit 0
            fi
            pwd
            for argument in "$@"; do echo "$argument"; done
            exit ${JAVA_EXIT_CODE:-0}
            """;

    /** Makes the jar as soon as there is a file "go", and counts its calls in a file. */
    private static final String MAVEN =
            """
            #!/bin/sh
            if [ "$1" = -v ]; then
                echo 'Apache Maven 3.8.7'
                exit 0
            fi
            echo "$@" >>"$STANDINS/maven-calls"
            until [ -e "$STANDINS/go" ]; do sleep 0.05; done
            mkdir -p "$PROJECT/command/target"
            echo jar >"$PROJECT/command/target/customer-pulse.jar"
            """;

    @TempDir private Path directory;
    private Path project;
    private Path standIns;
    private Path tools;

    @BeforeEach
    void layOutTheProject() throws IOException {
        project = Files.createDirectory(directory.resolve("a project")).toRealPath();
        Files.copy(
                Path.of("..", "pulse"),
                project.resolve("pulse"),
                StandardCopyOption.COPY_ATTRIBUTES);
        for (String source : List.of("pom.xml", "events/pom.xml", "events/src/main/A.java")) {
            Files.createDirectories(project.resolve(source).getParent());
            Files.writeString(project.resolve(source), "");
        }
        standIns = Files.createDirectory(directory.resolve("standins"));
        tools = tools(directory.resolve("tools"));
        standIn("java", JAVA);
        standIn("javac", "#!/bin/sh\n");
        standIn("mvn", MAVEN);
        Files.createFile(standIns.resolve("go"));
    }

    @Test
    void buildsOnFirstUseAndSaysSo() throws IOException {
        PulseProcess pulse = pulse("validate");

        assertThat(pulse.exitCode()).isZero();
        assertThat(pulse.err()).contains("First use: building", "Built.");
        assertThat(builds()).singleElement().asString().endsWith("package");
    }

    @Test
    void keepsStandardOutputForTheCommand() {
        PulseProcess pulse = pulse("validate");

        assertThat(pulse.out()).doesNotContain("pulse: ");
    }

    @Test
    void startsWithoutAWordWhenNothingChanged() throws IOException {
        pulse("validate");

        PulseProcess again = pulse("validate");

        assertThat(again.err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "events/pom.xml", "events/src/main/A.java"})
    void buildsAgainWhenASourceChanged(String source) throws IOException {
        pulse("validate");
        changeAfterTheBuild(project.resolve(source));

        PulseProcess again = pulse("validate");

        assertThat(again.err()).contains("Sources changed: building again");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void buildsAgainWhenASourceWasDeleted() throws IOException {
        pulse("validate");
        Files.delete(project.resolve("events/src/main/A.java"));
        changeAfterTheBuild(project.resolve("events/src/main"));

        pulse("validate");

        assertThat(builds()).hasSize(2);
    }

    @Test
    void runsInTheUsersDirectoryWithTheUsersArguments() throws IOException {
        PulseProcess pulse = pulse("replay", "--input", "my events.ndjson");

        List<String> lines = pulse.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo(directory.toRealPath().toString());
        assertThat(lines)
                .endsWith(
                        "io.customerpulse.command.Pulse", "replay", "--input", "my events.ndjson");
    }

    @Test
    void namesTheProjectsConfigurationAndABoundedHeap() {
        assertThat(pulse("validate").out().lines())
                .contains("-Xmx1g", "-Dpulse.config=" + project + "/config");
    }

    @Test
    void saysWhereTheProjectIsSoThatTheLocalStackFindsItsJars() {
        assertThat(pulse("up").out().lines()).contains("-Dpulse.home=" + project);
    }

    @Test
    void takesTheUsersConfigurationAndJavaOptions() {
        ProcessBuilder builder = script(project.resolve("pulse"), "validate");
        builder.environment().put("PULSE_CONFIG", "mine");
        builder.environment().put("PULSE_JAVA_OPTS", "-Xmx3g -Xlog:gc");

        assertThat(PulseProcess.run(directory, builder).out().lines())
                .contains("-Xmx3g", "-Xlog:gc", "-Dpulse.config=mine")
                .doesNotContain("-Xmx1g");
    }

    @Test
    void findsItsProjectThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), project.resolve("pulse"));

        PulseProcess pulse = PulseProcess.run(directory, script(link, "validate"));

        assertThat(pulse.exitCode()).isZero();
        assertThat(pulse.out()).contains("-Dpulse.config=" + project + "/config");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void passesTheExitCodeOn(int exitCode) {
        ProcessBuilder builder = script(project.resolve("pulse"), "validate");
        builder.environment().put("JAVA_EXIT_CODE", Integer.toString(exitCode));

        assertThat(PulseProcess.run(directory, builder).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void buildsOnceForTwoFirstUsesAtTheSameTime() throws IOException {
        Files.delete(standIns.resolve("go"));
        CompletableFuture<PulseProcess> one = CompletableFuture.supplyAsync(() -> pulse("a"));
        CompletableFuture<PulseProcess> other = CompletableFuture.supplyAsync(() -> pulse("b"));
        // Maven of the one that has the lock waits for this; the other can only wait for the lock.
        Files.createFile(standIns.resolve("go"));

        assertThat(one.join().exitCode()).isZero();
        assertThat(other.join().exitCode()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void takesOverTheLockOfABuildThatDied() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path lock = Files.createDirectories(project.resolve("target/pulse-build.lock"));
        Files.writeString(lock.resolve("pid"), Long.toString(ended.pid()));

        assertThat(pulse("validate").exitCode()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void failsAndBuildsAgainNextTimeWhenTheBuildFails() throws IOException {
        standIn("mvn", MAVEN.replace("echo jar >", "exit 1; echo jar >"));

        PulseProcess pulse = pulse("validate");

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err()).contains("The build failed");
        assertThat(pulse.out()).isEmpty();
        standIn("mvn", MAVEN);
        assertThat(pulse("validate").exitCode()).isZero();
    }

    @Test
    void saysThatMavenIsMissing() throws IOException {
        Files.delete(standIns.resolve("mvn"));

        PulseProcess pulse = pulse("validate");

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err()).contains("Maven 3.8 or newer is needed; there is no mvn");
    }

    @Test
    void saysThatMavenIsTooOld() throws IOException {
        standIn("mvn", MAVEN.replace("3.8.7", "3.6.3"));

        assertThat(pulse("validate").err())
                .contains("Maven 3.8 or newer is needed; mvn is version 3.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.1", "3.10.0", "4.0.0"})
    void acceptsMavenFromThreeEightOn(String version) throws IOException {
        standIn("mvn", MAVEN.replace("3.8.7", version));

        assertThat(pulse("validate").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.22", "1.8.0_292"})
    void saysThatJavaIsTooOld(String version) throws IOException {
        standIn("java", JAVA.replace("17.0.15", version));

        PulseProcess pulse = pulse("validate");

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err()).contains("Java 17 or newer is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "21.0.2", "25-ea"})
    void acceptsJavaFromSeventeenOn(String version) throws IOException {
        standIn("java", JAVA.replace("17.0.15", version));

        assertThat(pulse("validate").exitCode()).isZero();
    }

    @Test
    void saysThatACompilerIsMissing() throws IOException {
        Files.delete(standIns.resolve("javac"));

        assertThat(pulse("validate").err())
                .contains("a JDK is needed; there is java, but no javac");
    }

    private PulseProcess pulse(String... arguments) {
        return PulseProcess.run(directory, script(project.resolve("pulse"), arguments));
    }

    /** The script, with the stand-ins and the plainest tools of the system on its path. */
    private ProcessBuilder script(Path script, String... arguments) {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("PULSE_"));
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", standIns + ":" + tools);
        builder.environment().put("STANDINS", standIns.toString());
        builder.environment().put("PROJECT", project.toString());
        return builder;
    }

    /** The tools that POSIX promises: a path with them, and with no Java or Maven. */
    private static Path tools(Path tools) throws IOException {
        Files.createDirectory(tools);
        for (String name :
                List.of(
                        "ls", "sed", "dirname", "head", "find", "mkdir", "rm", "cat", "mv",
                        "sleep")) {
            Path place =
                    Files.exists(Path.of("/bin", name)) ? Path.of("/bin") : Path.of("/usr/bin");
            executable(tools.resolve(name), "#!/bin/sh\nexec " + place.resolve(name) + " \"$@\"\n");
        }
        return tools;
    }

    private void standIn(String name, String script) throws IOException {
        executable(standIns.resolve(name), script);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(standIns.resolve("maven-calls"));
    }

    private void changeAfterTheBuild(Path source) throws IOException {
        FileTime built =
                Files.getLastModifiedTime(project.resolve("command/target/customer-pulse.built"));
        Files.setLastModifiedTime(source, FileTime.fromMillis(built.toMillis() + 5_000));
    }
}
