package io.customerpulse.jobs.replay;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputDeserializer;

/**
 * Reads a spool file as {@link SpoolWriter} wrote it. The position in a checkpoint is the offset of
 * a batch and the number of its lines already emitted, so a restart reads at most one batch twice
 * and emits nothing twice.
 */
final class SpoolFormat implements BulkFormat<SpooledLine, FileSourceSplit> {

    private static final long serialVersionUID = 1L;

    private static final int BATCH_LINES = 1_000;
    private static final int BATCH_BYTES = 1 << 18;
    private static final int BUFFER_BYTES = 1 << 16;

    @Override
    public Reader<SpooledLine> createReader(Configuration config, FileSourceSplit split)
            throws IOException {
        return new SpoolReader(split, split.offset());
    }

    @Override
    public Reader<SpooledLine> restoreReader(Configuration config, FileSourceSplit split)
            throws IOException {
        CheckpointedPosition position =
                split.getReaderPosition()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no position to restore: " + split));
        long offset =
                position.getOffset() == CheckpointedPosition.NO_OFFSET
                        ? split.offset()
                        : position.getOffset();
        SpoolReader reader = new SpoolReader(split, offset);
        try {
            reader.skip(position.getRecordsAfterOffset());
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** The order of the lines is the point of the file. */
    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<SpooledLine> getProducedType() {
        return SpooledLineSerializer.TYPE;
    }

    private static final class SpoolReader implements Reader<SpooledLine> {

        private final DataInputStream in;
        private final long end;
        private final DataInputDeserializer frame = new DataInputDeserializer();
        private long offset;

        SpoolReader(FileSourceSplit split, long offset) throws IOException {
            FSDataInputStream file = split.path().getFileSystem().open(split.path());
            file.seek(offset);
            this.in = new DataInputStream(new BufferedInputStream(file, BUFFER_BYTES));
            this.end = split.offset() + split.length();
            this.offset = offset;
        }

        @Override
        public RecordIterator<SpooledLine> readBatch() throws IOException {
            if (offset >= end) {
                return null;
            }
            long batchOffset = offset;
            SpooledLine[] lines = new SpooledLine[BATCH_LINES];
            int count = 0;
            while (count < BATCH_LINES && offset < end && offset - batchOffset < BATCH_BYTES) {
                lines[count++] = readLine();
            }
            ArrayResultIterator<SpooledLine> batch = new ArrayResultIterator<>();
            batch.set(lines, count, batchOffset, 0);
            return batch;
        }

        private SpooledLine readLine() throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            offset += Integer.BYTES + bytes.length;
            frame.setBuffer(bytes);
            return SpooledLineSerializer.INSTANCE.deserialize(frame);
        }

        void skip(long lines) throws IOException {
            for (long line = 0; line < lines; line++) {
                readLine();
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
