package io.customerpulse.jobs.replay;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes a spool file: each line as its length in bytes and then its serialized form. */
final class SpoolWriter implements Closeable {

    private final DataOutputStream out;
    private final DataOutputSerializer frame = new DataOutputSerializer(1 << 10);

    SpoolWriter(Path spool) throws IOException {
        this.out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16));
    }

    void write(SpooledLine line) throws IOException {
        frame.clear();
        SpooledLineSerializer.INSTANCE.serialize(line, frame);
        out.writeInt(frame.length());
        out.write(frame.getSharedBuffer(), 0, frame.length());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
