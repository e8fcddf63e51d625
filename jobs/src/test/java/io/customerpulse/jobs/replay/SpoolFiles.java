package io.customerpulse.jobs.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;

/** Reads spool files as Flink's file source does, and notes the position after each line. */
final class SpoolFiles {

    record Positioned(SpooledLine line, CheckpointedPosition resumeAt) {}

    private SpoolFiles() {}

    static List<SpooledLine> lines(Path spool) throws IOException {
        return read(spool).stream().map(Positioned::line).toList();
    }

    static List<Positioned> read(Path spool) throws IOException {
        try (BulkFormat.Reader<SpooledLine> reader =
                new SpoolFormat().createReader(new Configuration(), split(spool, null))) {
            return drain(reader);
        }
    }

    static List<SpooledLine> linesFrom(Path spool, CheckpointedPosition position)
            throws IOException {
        try (BulkFormat.Reader<SpooledLine> reader =
                new SpoolFormat().restoreReader(new Configuration(), split(spool, position))) {
            return drain(reader).stream().map(Positioned::line).toList();
        }
    }

    private static List<Positioned> drain(BulkFormat.Reader<SpooledLine> reader)
            throws IOException {
        List<Positioned> lines = new ArrayList<>();
        BulkFormat.RecordIterator<SpooledLine> batch = reader.readBatch();
        while (batch != null) {
            RecordAndPosition<SpooledLine> next = batch.next();
            while (next != null) {
                lines.add(
                        new Positioned(
                                next.getRecord(),
                                new CheckpointedPosition(
                                        next.getOffset(), next.getRecordSkipCount())));
                next = batch.next();
            }
            batch = reader.readBatch();
        }
        return lines;
    }

    private static FileSourceSplit split(Path spool, CheckpointedPosition position)
            throws IOException {
        long length = Files.size(spool);
        return new FileSourceSplit(
                "0",
                new org.apache.flink.core.fs.Path(spool.toUri()),
                0,
                length,
                0,
                length,
                new String[0],
                position);
    }
}
