package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.stack.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands for a broker and for the local stack say when there is none. */
class BrokerCommandsTest {

    @TempDir private Path directory;

    @Test
    void refuseABrokerThatIsAwayBeforeDoingAnything() throws IOException {
        Path events = Files.writeString(directory.resolve("events.ndjson"), "");
        String nowhere = "127.0.0.1:" + LoopbackPort.free();

        for (String command :
                List.of("send " + events, "tail flags", "topics create", "heartbeat")) {
            CommandRun run = withStack(command + " --bootstrap-servers " + nowhere);

            assertThat(run.exitCode()).as(command).isEqualTo(2);
            assertThat(run.out()).as(command).isEmpty();
            assertThat(run.err())
                    .as(command)
                    .contains("No Kafka broker answers at " + nowhere, "--bootstrap-servers");
        }
    }

    @Test
    void refuseAnAddressThatIsNone() {
        CommandRun run = withStack("topics describe --bootstrap-servers nonsense");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nonsense");
    }

    @Test
    void refuseToSendAFileThatIsNotThere() {
        CommandRun run = withStack("send nowhere.ndjson");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.ndjson is not a file that can be read.");
    }

    @Test
    void refuseNumbersThatMakeNoSense() {
        assertThat(withStack("send events.ndjson --rate 0").err())
                .contains("--rate must be more than 0");
        assertThat(withStack("tail flags --max 0").err()).contains("--max must be at least 1");
        assertThat(withStack("tail flags --timeout 0").exitCode()).isEqualTo(2);
        assertThat(withStack("up --kafka-port 70000").err()).contains("from 1 to 65535");
    }

    @Test
    void refuseToStartAStackWhereSomebodyListens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run = withStack("up --web-port " + taken.getLocalPort());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("--web-port " + taken.getLocalPort(), "somebody listens");
        }
    }

    @Test
    void sayThatNoStackIsUp() {
        CommandRun status = exactly("status");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("No stack is up in");
    }

    @Test
    void endNothingWhereNothingRuns() {
        CommandRun down = exactly("down");

        assertThat(down.exitCode()).isZero();
        assertThat(down.out()).contains("was running");
    }

    @Test
    void deleteOfAStackOnlyWhatIsItsOwn() throws IOException {
        Files.createDirectories(directory.resolve("kafka/data"));
        Files.createDirectories(directory.resolve("flink/checkpoints"));
        Path mine = Files.writeString(directory.resolve("notes.txt"), "mine");

        exactly("down --delete");

        assertThat(directory).isDirectoryContaining(mine::equals);
        assertThat(directory.resolve("kafka")).doesNotExist();
        assertThat(directory.resolve("flink")).doesNotExist();
    }

    @Test
    void refuseToStartAStackThatIsUpInPart() throws IOException {
        Files.writeString(
                directory.resolve("stack.json"),
                """
                {"bootstrapServers":"127.0.0.1:1","webUrl":"http://127.0.0.1:1","processes":[
                 {"name":"Kafka broker","pid":1,"startedAt":"2001-01-01T00:00:00Z"}]}
                """);

        CommandRun up = withStack("up");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err()).contains("Kafka broker ended by itself", "./pulse down");
        assertThat(exactly("status").out()).contains("process 1 ended by itself");
        assertThat(exactly("down").exitCode()).isZero();
        assertThat(directory.resolve("stack.json")).doesNotExist();
    }

    @Test
    void leaveAStackThatIsUpAsItIs() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Path noted =
                Files.writeString(
                        directory.resolve("stack.json"),
                        """
                        {"bootstrapServers":"127.0.0.1:1","webUrl":"http://127.0.0.1:1","processes":[
                         {"name":"this test","pid":%d,"startedAt":"%s"}]}
                        """
                                .formatted(self.pid(), self.info().startInstant().orElseThrow()));
        String before = Files.readString(noted);

        CommandRun up = withStack("up");

        assertThat(up.exitCode()).isZero();
        assertThat(up.out()).contains("is up already");
        assertThat(noted).hasContent(before);
        CommandRun status = exactly("status");
        assertThat(status.out()).contains("Job      unknown to Flink", "runs");
        assertThat(status.exitCode()).isEqualTo(1);
    }

    private CommandRun withStack(String line) {
        return CommandRun.of((line + " --stack " + directory).split(" "));
    }

    private CommandRun exactly(String line) {
        return CommandRun.exactly((line + " --stack " + directory).split(" "));
    }
}
