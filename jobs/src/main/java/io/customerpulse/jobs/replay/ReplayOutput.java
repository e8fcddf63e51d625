package io.customerpulse.jobs.replay;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Topic;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * The output directory of a replay: {@code <topic>.ndjson} for each topic that has events, sorted
 * by (time, subject, type, id); for a tombstone, its key stands for the subject. A line without
 * time or subject comes before those that have one.
 *
 * <p>The job writes part files into a hidden work directory inside; {@link #finish()} merges and
 * sorts them and moves the results into place. Until then nothing else in the directory changes, so
 * a run that fails or is stopped leaves the results of the one before. {@link #close()} removes the
 * work directory in any case.
 */
public final class ReplayOutput implements Closeable {

    private static final String WORK_DIRECTORY = ".replay";
    private static final String LOCK_FILE = ".replay.lock";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path directory;
    private final Path workDirectory;
    private final FileChannel lockChannel;

    private ReplayOutput(Path directory, FileChannel lockChannel) {
        this.directory = directory;
        this.workDirectory = directory.resolve(WORK_DIRECTORY);
        this.lockChannel = lockChannel;
    }

    /**
     * Takes hold of an output directory, and creates it if it is missing. What a killed run left in
     * its work directory is removed.
     *
     * @throws FileSystemException if another replay is writing to the directory
     * @throws IOException if the directory cannot be written
     */
    public static ReplayOutput open(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(
                        directory.resolve(LOCK_FILE),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        ReplayOutput output = new ReplayOutput(directory, channel);
        try {
            output.lock();
            deleteTree(output.workDirectory);
            Files.createDirectories(output.parts());
            return output;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        FileLock lock = null;
        try {
            lock = lockChannel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            // The same as held by another process, and reported below.
        }
        if (lock == null) {
            throw new FileSystemException(
                    directory.toString(),
                    null,
                    "another replay is writing to this directory; wait for it or name another one");
        }
    }

    /** A directory for other files of this run, as the spool of its input; removed at the end. */
    public Path workDirectory() {
        return workDirectory;
    }

    /**
     * The sink for everything the job emits. It writes each record exactly once: with checkpoints
     * on also after a failure, with checkpoints off in a run without one.
     */
    public Sink<Emission> sink() {
        return EmissionFiles.sink(parts());
    }

    /**
     * Puts the results in place, after the job has ended well. Files of output topics that this run
     * has no events for are removed, so that the directory holds this run's results and no others.
     *
     * @return lines written by topic, in the order of the contract; topics without any are left out
     * @throws IOException if a file cannot be read, written or moved
     */
    public Map<Topic, Long> finish() throws IOException {
        Map<Topic, Long> written = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            List<Path> topicParts = committedParts(topic);
            if (!topicParts.isEmpty()) {
                written.put(topic, merge(topicParts, merged(topic)));
            }
        }
        for (Topic topic : Topic.values()) {
            Path result = directory.resolve(fileName(topic));
            if (written.containsKey(topic)) {
                Files.move(
                        merged(topic),
                        result,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } else if (topic.direction() == Topic.Direction.OUTPUT) {
                Files.deleteIfExists(result);
            }
        }
        deleteTree(parts());
        return Collections.unmodifiableMap(written);
    }

    private long merge(List<Path> topicParts, Path target) throws IOException {
        OutputLines lines = new OutputLines();
        long count = 0;
        try (ExternalSort sort = new ExternalSort(workDirectory);
                OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(target), BUFFER_BYTES)) {
            for (Path part : topicParts) {
                try (LineReader reader = new LineReader(Files.newInputStream(part))) {
                    while (reader.advance()) {
                        sort.add(lines.read(reader.line()));
                        count++;
                    }
                }
            }
            sort.drainTo(
                    line -> {
                        out.write(line.content());
                        out.write('\n');
                    });
        }
        return count;
    }

    /** Part files that are still hidden belong to an attempt that failed. */
    private List<Path> committedParts(Topic topic) throws IOException {
        Path topicDirectory = parts().resolve(topic.topicName());
        if (!Files.isDirectory(topicDirectory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(topicDirectory)) {
            return entries.filter(part -> !part.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private Path parts() {
        return workDirectory.resolve("parts");
    }

    private Path merged(Topic topic) {
        return workDirectory.resolve(fileName(topic));
    }

    private static String fileName(Topic topic) {
        return topic.topicName() + ".ndjson";
    }

    /** Removes the work directory and lets go of the output directory. */
    @Override
    public void close() throws IOException {
        try {
            deleteTree(workDirectory);
            Files.deleteIfExists(directory.resolve(LOCK_FILE));
        } finally {
            lockChannel.close();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
