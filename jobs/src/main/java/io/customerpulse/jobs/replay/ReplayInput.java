package io.customerpulse.jobs.replay;

import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.jobs.replay.InputOrder.AsArrived;
import io.customerpulse.jobs.replay.InputOrder.ByTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Prepares a file or directory of NDJSON for a replay: every line is decoded once to learn its
 * time, the lines are put in order, and each goes to the spool file with its origin and the verdict
 * whether it is late. The input may be larger than memory.
 *
 * <p>In the order of time, lines are sorted by (time, source, id, bytes), and rejected ones that
 * show no time come first. Files are read in the order of their names.
 */
public final class ReplayInput {

    private static final int LINES_BETWEEN_REPORTS = 10_000;

    private final EventDecoder decoder;
    private final InputOrder order;
    private final Optional<Instant> until;

    /**
     * An input yet to be prepared.
     *
     * @param decoder says what a line holds; must be the one the job uses, so that both agree
     * @param order in which order the lines are replayed
     * @param until where event time ends; if empty, at the largest time of a well-formed event
     */
    public ReplayInput(EventDecoder decoder, InputOrder order, Optional<Instant> until) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        this.order = Objects.requireNonNull(order, "order");
        this.until = Objects.requireNonNull(until, "until");
    }

    /**
     * Reads the input and writes the spool file.
     *
     * @param input a file, or a directory of which the files {@code *.ndjson}, {@code *.jsonl} and
     *     {@code *.json} are read
     * @param workDirectory an existing directory for the spool and for temporary files of about the
     *     input's size; the temporary ones are gone at the end, the spool stays
     * @param progress told how far the reading has come
     * @throws java.nio.file.NoSuchFileException if there is nothing to read at {@code input}
     * @throws IOException if the input cannot be read or the work directory not be written
     */
    public Prepared prepare(Path input, Path workDirectory, Progress progress) throws IOException {
        InputFiles files = InputFiles.of(input);
        try (LineStore store = store(workDirectory)) {
            Optional<Instant> largest = readAll(files, store, progress);
            Optional<Instant> end = until.or(() -> largest);
            Path spool = Files.createTempFile(workDirectory, "history-", ".spool");
            Prepared.Counts counts = writeAll(store, names(files), end, spool);
            return new Prepared(spool, end, counts);
        }
    }

    private LineStore store(Path workDirectory) throws IOException {
        if (order instanceof ByTime) {
            return new ExternalSort(workDirectory);
        }
        return RecordFile.create(workDirectory);
    }

    private Duration latenessBound() {
        return order instanceof AsArrived asArrived ? asArrived.latenessBound() : Duration.ZERO;
    }

    /** Fills the store and gives back the largest time of a well-formed event. */
    private Optional<Instant> readAll(InputFiles files, LineStore store, Progress progress)
            throws IOException {
        long totalBytes = files.totalBytes();
        long lines = 0;
        long bytesBefore = 0;
        Optional<Instant> largest = Optional.empty();
        for (int file = 0; file < files.files().size(); file++) {
            try (LineReader reader =
                    new LineReader(Files.newInputStream(files.files().get(file)))) {
                while (reader.advance()) {
                    Reading reading = read(reader.line());
                    if (reading.kind() != Kind.REJECTED
                            && reading.time().isPresent()
                            && largest.map(reading.time().get()::isAfter).orElse(true)) {
                        largest = reading.time();
                    }
                    store.add(
                            new SortRecord(
                                    reading.sortKey(),
                                    reader.line(),
                                    new Attachment(
                                                    reading.kind(),
                                                    file,
                                                    reader.number(),
                                                    reading.millis())
                                            .toBytes()));
                    if (++lines % LINES_BETWEEN_REPORTS == 0) {
                        progress.read(lines, bytesBefore + reader.bytesRead(), totalBytes);
                    }
                }
                bytesBefore += reader.bytesRead();
            }
        }
        progress.read(lines, bytesBefore, totalBytes);
        return largest;
    }

    private Reading read(byte[] line) {
        Decoded decoded = decoder.decode(line);
        if (decoded instanceof Decoded.Accepted accepted) {
            return new Reading(
                    Kind.ACCEPTED,
                    Optional.of(accepted.event().time()),
                    accepted.event().source(),
                    accepted.event().id());
        }
        if (decoded instanceof Decoded.UnknownType unknown) {
            return new Reading(
                    Kind.UNKNOWN, Optional.of(unknown.time()), unknown.source(), unknown.id());
        }
        return new Reading(Kind.REJECTED, ((Decoded.Rejected) decoded).time(), "", "");
    }

    private Prepared.Counts writeAll(
            LineStore store, List<String> names, Optional<Instant> end, Path spool)
            throws IOException {
        long endMillis = end.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        ArrivalClock clock = new ArrivalClock(latenessBound());
        Tally tally = new Tally();
        try (SpoolWriter writer = new SpoolWriter(spool)) {
            store.drainTo(
                    sorted -> {
                        Attachment attachment = Attachment.fromBytes(sorted.attachment());
                        if (attachment.time() > endMillis) {
                            tally.leftOut++;
                            return;
                        }
                        SpooledLine line = place(clock, attachment, names, sorted.content());
                        tally.count(attachment.kind(), line);
                        writer.write(line);
                    });
        }
        return tally.counts();
    }

    private static SpooledLine place(
            ArrivalClock clock, Attachment attachment, List<String> names, byte[] bytes) {
        String file = names.get(attachment.file());
        return attachment.kind() == Kind.REJECTED
                ? clock.rejected(file, attachment.line(), bytes, attachment.time())
                : clock.event(file, attachment.line(), bytes, attachment.time());
    }

    private static List<String> names(InputFiles files) {
        return files.files().stream().map(InputFiles::name).toList();
    }

    /** What a line turned out to hold. */
    private enum Kind {
        ACCEPTED,
        UNKNOWN,
        REJECTED
    }

    /** What the decoder said about a line, as far as its place in the order depends on it. */
    private record Reading(Kind kind, Optional<Instant> time, String source, String id) {

        long millis() {
            return time.map(Instant::toEpochMilli).orElse(SpooledLine.NO_TIME);
        }

        byte[] sortKey() {
            return SortKey.of(
                    time.isPresent() ? OptionalLong.of(millis()) : OptionalLong.empty(),
                    source,
                    id);
        }
    }

    /** What has to be known again when the line comes out of the store. */
    private record Attachment(Kind kind, int file, long line, long time) {

        private static final int BYTES = 1 + Integer.BYTES + 2 * Long.BYTES;

        byte[] toBytes() {
            return ByteBuffer.allocate(BYTES)
                    .put((byte) kind.ordinal())
                    .putInt(file)
                    .putLong(line)
                    .putLong(time)
                    .array();
        }

        static Attachment fromBytes(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new Attachment(
                    Kind.values()[buffer.get()],
                    buffer.getInt(),
                    buffer.getLong(),
                    buffer.getLong());
        }
    }

    /** Counts while the spool is written. */
    private static final class Tally {

        private long accepted;
        private long unknown;
        private long rejected;
        private long late;
        private long leftOut;

        void count(Kind kind, SpooledLine line) {
            switch (kind) {
                case ACCEPTED -> accepted++;
                case UNKNOWN -> unknown++;
                case REJECTED -> rejected++;
            }
            if (line.late()) {
                late++;
            }
        }

        Prepared.Counts counts() {
            return new Prepared.Counts(
                    accepted + unknown + rejected + leftOut,
                    accepted,
                    unknown,
                    rejected,
                    late,
                    leftOut);
        }
    }
}
