package io.customerpulse.benchmarks.job;

import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** Reads a file's lines as bytes and does nothing else, as a Kafka consumer hands on values. */
final class LinesFormat extends SimpleStreamFormat<byte[]> {

    private static final long serialVersionUID = 1L;

    @Override
    public Reader createReader(Configuration config, FSDataInputStream stream) {
        return new Reader(stream);
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
        return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }

    private static final class Reader implements StreamFormat.Reader<byte[]> {

        private static final int LONGEST_LINE = 1 << 16;

        private final FSDataInputStream in;
        private final byte[] buffer = new byte[LONGEST_LINE];
        private int start;
        private int end;

        Reader(FSDataInputStream in) {
            this.in = in;
        }

        /** Flink's contract: null at the end. */
        @Override
        public byte[] read() throws IOException {
            int lineFeed = lineFeedFrom(start);
            if (lineFeed == end) {
                if (!fill()) {
                    return null;
                }
                lineFeed = lineFeedFrom(start);
            }
            byte[] line = Arrays.copyOfRange(buffer, start, lineFeed);
            start = lineFeed + 1;
            return line;
        }

        private int lineFeedFrom(int position) {
            int at = position;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            return at;
        }

        /** Moves the begun line to the front and fills the rest. */
        private boolean fill() throws IOException {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
            int read;
            do {
                read = in.read(buffer, end, buffer.length - end);
                end += Math.max(0, read);
            } while (read > 0 && end < buffer.length);
            return end > 0;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
