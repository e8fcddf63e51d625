package io.customerpulse.command.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {

    private static final StackProcess BROKER =
            new StackProcess("Kafka broker", 4711, Instant.parse("2026-01-05T14:00:00.120Z"));

    @TempDir private Path directory;

    @Test
    void isReadAsItWasWritten() {
        StackState state = state(Optional.of("00ff"));

        state.write(directory);

        assertThat(StackState.read(directory)).contains(state);
    }

    @Test
    void isReadWithoutAJobBeforeOneIsSubmitted() {
        StackState state = state(Optional.empty());

        state.write(directory);

        assertThat(StackState.read(directory)).contains(state);
    }

    @Test
    void isNotThereBeforeSomethingWasStartedAndAfterItWasForgotten() {
        assertThat(StackState.read(directory)).isEmpty();
        state(Optional.empty()).write(directory);

        StackState.delete(directory);

        assertThat(StackState.read(directory)).isEmpty();
    }

    @Test
    void isNotGuessedFromAFileThatHoldsSomethingElse() throws IOException {
        Files.writeString(directory.resolve("stack.json"), "{\"processes\":[{}]}");

        assertThatThrownBy(() -> StackState.read(directory))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("stack.json");
    }

    @Test
    void isUpOnlyIfEveryProcessRuns() {
        ProcessHandle self = ProcessHandle.current();
        StackProcess running =
                new StackProcess("this", self.pid(), self.info().startInstant().orElseThrow());

        assertThat(withProcesses(running).isUp()).isTrue();
        assertThat(withProcesses(running, BROKER).isUp()).isFalse();
        assertThat(withProcesses().isUp()).isFalse();
    }

    private static StackState withProcesses(StackProcess... processes) {
        return new StackState("127.0.0.1:1", "http://x", Optional.empty(), List.of(processes));
    }

    private static StackState state(Optional<String> job) {
        return new StackState("127.0.0.1:9092", "http://127.0.0.1:8081", job, List.of(BROKER));
    }
}
