package io.customerpulse.jobs.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A merge sort for more lines than fit into memory: chunks are sorted in memory and spilled as runs
 * to temporary files, and the runs are merged. The sort is stable: lines that compare as equal keep
 * the order in which they were added.
 */
final class ExternalSort implements LineStore {

    /** Memory for one chunk: large enough that a million lines of events make a handful of runs. */
    static final long DEFAULT_CHUNK_BYTES = 64L << 20;

    /** Runs merged at once; each holds one open file and its read buffer. */
    static final int DEFAULT_MERGE_WIDTH = 64;

    private final Path workDirectory;
    private final long chunkBytes;
    private final int mergeWidth;
    private List<SortRecord> chunk = new ArrayList<>();
    private long chunkFootprint;
    private List<RecordFile> runs = new ArrayList<>();

    ExternalSort(Path workDirectory) {
        this(workDirectory, DEFAULT_CHUNK_BYTES, DEFAULT_MERGE_WIDTH);
    }

    /**
     * Prepares a sort; nothing is written before the first chunk is full.
     *
     * @param workDirectory an existing directory for the temporary files
     * @param chunkBytes heap for the lines held in memory; one line always fits
     * @param mergeWidth how many runs are merged at once, at least two
     */
    ExternalSort(Path workDirectory, long chunkBytes, int mergeWidth) {
        if (mergeWidth < 2) {
            throw new IllegalArgumentException(
                    "a merge needs at least two runs, not " + mergeWidth);
        }
        this.workDirectory = workDirectory;
        this.chunkBytes = chunkBytes;
        this.mergeWidth = mergeWidth;
    }

    @Override
    public void add(SortRecord sortRecord) throws IOException {
        if (!chunk.isEmpty() && chunkFootprint + sortRecord.footprint() > chunkBytes) {
            spill();
        }
        chunk.add(sortRecord);
        chunkFootprint += sortRecord.footprint();
    }

    @Override
    public void drainTo(Drain drain) throws IOException {
        if (runs.isEmpty()) {
            chunk.sort(SortRecord.ORDER);
            for (SortRecord sortRecord : chunk) {
                drain.accept(sortRecord);
            }
        } else {
            spill();
            while (runs.size() > mergeWidth) {
                mergeNeighbours();
            }
            merge(runs, drain);
        }
        close();
    }

    private void spill() throws IOException {
        chunk.sort(SortRecord.ORDER);
        RecordFile run = RecordFile.create(workDirectory);
        runs.add(run);
        for (SortRecord sortRecord : chunk) {
            run.add(sortRecord);
        }
        run.complete();
        chunk = new ArrayList<>();
        chunkFootprint = 0;
    }

    /** One pass; only neighbours are merged, which keeps the sort stable. */
    private void mergeNeighbours() throws IOException {
        List<RecordFile> merged = new ArrayList<>();
        List<RecordFile> remaining = new ArrayList<>(runs);
        while (!remaining.isEmpty()) {
            List<RecordFile> group = remaining.subList(0, Math.min(mergeWidth, remaining.size()));
            RecordFile run = RecordFile.create(workDirectory);
            merged.add(run);
            // Known from now on, so that close() finds it whatever happens while it is written.
            runs.add(run);
            merge(group, run::add);
            run.complete();
            for (RecordFile done : group) {
                done.close();
                runs.remove(done);
            }
            group.clear();
        }
        runs = merged;
    }

    private static void merge(List<RecordFile> runs, Drain drain) throws IOException {
        List<RecordFile.Reader> readers = new ArrayList<>();
        try {
            PriorityQueue<Head> heads =
                    new PriorityQueue<>(
                            Comparator.comparing(
                                            (Head head) -> head.reader().current(),
                                            SortRecord.ORDER)
                                    .thenComparingInt(Head::run));
            for (int run = 0; run < runs.size(); run++) {
                RecordFile.Reader reader = runs.get(run).read();
                readers.add(reader);
                if (reader.advance()) {
                    heads.add(new Head(run, reader));
                }
            }
            while (!heads.isEmpty()) {
                Head smallest = heads.poll();
                drain.accept(smallest.reader().current());
                if (smallest.reader().advance()) {
                    heads.add(smallest);
                }
            }
        } finally {
            for (RecordFile.Reader reader : readers) {
                reader.close();
            }
        }
    }

    private record Head(int run, RecordFile.Reader reader) {}

    /** Removes what is left of the temporary files. */
    @Override
    public void close() throws IOException {
        chunk = new ArrayList<>();
        for (RecordFile run : runs) {
            run.close();
        }
        runs = new ArrayList<>();
    }
}
