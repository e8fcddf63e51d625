package io.customerpulse.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this process has used up since it began.
 *
 * @param wallNanos a clock on the wall, from an arbitrary instant
 * @param cpuNanos CPU time of all threads: tasks, RocksDB's, garbage collection
 * @param compilingNanos the part of it that the just-in-time compiler took; 0 where the system does
 *     not tell (it is read from Linux's {@code /proc})
 * @param collectingMillis time in garbage collections
 */
record ProcessClocks(long wallNanos, long cpuNanos, long compilingNanos, long collectingMillis) {

    private static final Path THREADS = Path.of("/proc/self/task");

    static ProcessClocks now() {
        return new ProcessClocks(System.nanoTime(), cpu(), compiling(), collecting());
    }

    /** What was used up since then. */
    ProcessClocks since(ProcessClocks then) {
        return new ProcessClocks(
                wallNanos - then.wallNanos,
                cpuNanos - then.cpuNanos,
                compilingNanos - then.compilingNanos,
                collectingMillis - then.collectingMillis);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long compiling() {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        try (Stream<Path> threads = Files.list(THREADS)) {
            return threads.mapToLong(ProcessClocks::compiling).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long compiling(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm"));
            if (name.contains("CompilerThre")) {
                String nanosOnCpuFirst = Files.readString(thread.resolve("schedstat"));
                return Long.parseLong(List.of(nanosOnCpuFirst.split(" ")).get(0));
            }
        } catch (NoSuchFileException ended) {
            // A thread that has ended meanwhile is no compiler's.
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return 0;
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
