package io.customerpulse.jobs.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file of records that is written once, read in the same order, and deleted. */
final class RecordFile implements LineStore {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final DataOutputStream out;
    private long count;

    private RecordFile(Path file) throws IOException {
        this.file = file;
        this.out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    }

    static RecordFile create(Path workDirectory) throws IOException {
        return new RecordFile(Files.createTempFile(workDirectory, "records-", ".tmp"));
    }

    @Override
    public void add(SortRecord sortRecord) throws IOException {
        sortRecord.writeTo(out);
        count++;
    }

    /** Ends the writing; call it before {@link #read()}. */
    void complete() throws IOException {
        out.close();
    }

    Reader read() throws IOException {
        return new Reader();
    }

    @Override
    public void drainTo(Drain drain) throws IOException {
        complete();
        try (Reader reader = read()) {
            while (reader.advance()) {
                drain.accept(reader.current());
            }
        }
        close();
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Reads the file from its beginning. */
    final class Reader implements Closeable {

        private final DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
        private long remaining = count;
        private SortRecord current;

        private Reader() throws IOException {}

        /** Moves to the next record; false at the end. */
        boolean advance() throws IOException {
            if (remaining == 0) {
                return false;
            }
            current = SortRecord.readFrom(in);
            remaining--;
            return true;
        }

        SortRecord current() {
            return current;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
