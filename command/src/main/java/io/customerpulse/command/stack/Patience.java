package io.customerpulse.command.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits for a process to become what it was started for, as long as it lives. */
final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int LAST_LINES = 15;

    private final StackProcess process;
    private final Path log;
    private final Duration limit;

    Patience(StackProcess process, Path log, Duration limit) {
        this.process = process;
        this.log = log;
        this.limit = limit;
    }

    /**
     * Returns when {@code condition} holds.
     *
     * @param what the condition in words that follow "did not"
     * @throws StackFailure with the end of the log, if the process ends or takes too long before
     */
    void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new StackFailure(
                        "The %s ended before it did %s.%n%s"
                                .formatted(process.name(), what, endOfLog()));
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(
                        "The %s did not %s within %d s.%n%s"
                                .formatted(process.name(), what, limit.toSeconds(), endOfLog()));
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Waiting was interrupted.", interrupted);
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return "The end of its log, "
                    + log
                    + ":\n"
                    + String.join(
                            "\n",
                            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "Its log should be " + log + ".";
        }
    }
}
