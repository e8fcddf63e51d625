package io.customerpulse.command.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that was started for a stack. It is recognized by its id together with the instant it
 * was started at, so that another process that was given the same id later is never taken for it.
 *
 * @param name what it is, in a word
 * @param pid its id
 * @param startedAt when the operating system says it was started
 */
public record StackProcess(String name, long pid, Instant startedAt) {

    /** Systems derive the instant from their clock, which may be set a little in between. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Records a process that was just started. */
    static StackProcess of(String name, Process process) {
        return new StackProcess(
                name, process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    /** Whether this very process runs. */
    public boolean isAlive() {
        return handle().isPresent();
    }

    /**
     * Asks it to end, waits, and kills it if it has not ended after {@code patience}.
     *
     * @throws StackFailure if it runs even then
     */
    public void end(Duration patience) {
        Optional<ProcessHandle> running = handle();
        if (running.isEmpty()) {
            return;
        }
        running.get().destroy();
        if (!hasEnded(running.get(), patience)) {
            kill();
        }
    }

    /**
     * Kills it, so that it cannot tidy up, and waits until it is gone.
     *
     * @throws StackFailure if it runs even then
     */
    public void kill() {
        Optional<ProcessHandle> running = handle();
        if (running.isEmpty()) {
            return;
        }
        running.get().destroyForcibly();
        if (!hasEnded(running.get(), Duration.ofSeconds(30))) {
            throw new StackFailure(
                    "The " + name + " (process " + pid + ") still runs after it was killed.");
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThis);
    }

    private boolean isThis(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(startedAt, started).abs())
                .map(difference -> difference.compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** Looks again and again: Java is told of the end of its own children only. */
    private static boolean hasEnded(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            Patience.pause();
        }
        return !process.isAlive();
    }
}
