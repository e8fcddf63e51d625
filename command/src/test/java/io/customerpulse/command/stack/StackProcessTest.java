package io.customerpulse.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class StackProcessTest {

    private Process sleeper;

    @BeforeEach
    void startAProcess() throws IOException {
        sleeper = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void isAliveUntilItIsEnded() {
        StackProcess process = StackProcess.of("sleeper", sleeper);
        assertThat(process.isAlive()).isTrue();

        process.end(Duration.ofSeconds(30));

        assertThat(process.isAlive()).isFalse();
        assertThat(sleeper.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void isAliveUntilItIsKilled() {
        StackProcess process = StackProcess.of("sleeper", sleeper);

        process.kill();

        assertThat(process.isAlive()).isFalse();
        assertThat(sleeper.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void killsAProcessThatDoesNotEndWhenAsked() throws IOException {
        sleeper.destroyForcibly();
        sleeper = new ProcessBuilder("sh", "-c", "trap '' TERM; echo set; sleep 600").start();
        sleeper.inputReader().readLine();
        StackProcess process = StackProcess.of("stubborn", sleeper);

        process.end(Duration.ofMillis(100));

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void isNotAnotherProcessThatWasGivenItsIdLater() {
        Instant started = sleeper.info().startInstant().orElseThrow();
        StackProcess earlier = new StackProcess("earlier", sleeper.pid(), started.minusSeconds(10));

        assertThat(earlier.isAlive()).isFalse();
        earlier.end(Duration.ofSeconds(1));
        earlier.kill();

        assertThat(sleeper.isAlive()).isTrue();
    }
}
