package io.customerpulse.benchmarks.workload;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Events in files, as a topic's partitions would hold them: each customer in one file, each file in
 * time order.
 *
 * @param directory where the files are
 * @param events how many events there are
 * @param until the time of the last one
 */
public record Workload(Path directory, long events, Instant until) {

    private static final int PARTITIONS = 2;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final String SUMMARY = "summary";

    /** A workload without events, to measure what starting and ending a job costs. */
    public static Workload empty(Path parent) throws IOException {
        Path directory = parent.resolve("empty");
        for (Path file : files(directory)) {
            Files.createDirectories(directory);
            Files.write(file, new byte[0]);
        }
        return new Workload(directory, 0, Instant.EPOCH);
    }

    /**
     * Finds the workload under the directory, or writes it there.
     *
     * @throws IOException if the files cannot be read or written
     */
    public static Workload prepare(WorkloadSize size, Path parent) throws IOException {
        Path directory = parent.resolve(size.name());
        Path summary = directory.resolve(SUMMARY);
        if (!Files.exists(summary)) {
            Files.createDirectories(directory);
            Files.write(summary, write(size, directory));
        }
        List<String> written = Files.readAllLines(summary);
        return new Workload(
                directory, Long.parseLong(written.get(0)), Instant.parse(written.get(1)));
    }

    /** Writes the files and gives back how many events there are and the time of the last. */
    private static List<String> write(WorkloadSize size, Path directory) throws IOException {
        List<OutputStream> partitions = new ArrayList<>();
        for (Path file : files(directory)) {
            partitions.add(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
        }
        Iterator<Line> lines = lines(size);
        long events = 0;
        Instant last = Instant.EPOCH;
        while (lines.hasNext()) {
            Line line = lines.next();
            int partition =
                    line.customer().map(c -> Math.floorMod(c.hashCode(), PARTITIONS)).orElse(0);
            OutputStream out = partitions.get(partition);
            out.write(line.json().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            events++;
            last = line.at();
        }
        for (OutputStream partition : partitions) {
            partition.close();
        }
        return List.of(Long.toString(events), last.toString());
    }

    private static Iterator<Line> lines(WorkloadSize size) {
        UsageHeavyEvents usual = new UsageHeavyEvents(size);
        return size.episodes()
                ? new WithEpisodes(usual, FlagEpisodes.of(UsageHeavyEvents.START, size))
                : usual;
    }

    /** The files, one a partition. */
    public List<Path> files() {
        return files(directory);
    }

    private static List<Path> files(Path directory) {
        List<Path> files = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            files.add(directory.resolve("partition-" + partition + ".ndjson"));
        }
        return files;
    }
}
