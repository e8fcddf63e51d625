package io.customerpulse.jobs.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines as bytes, since what is not UTF-8 has to reach the dead letters unchanged. A line
 * ends with LF or CRLF, the last one also with the end of the file. Lines of nothing but white
 * space are counted and passed over.
 */
final class LineReader implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] NOTHING = new byte[0];

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int end;
    private byte[] line = NOTHING;
    private long number;
    private long bytesRead;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line that is not blank; false at the end. */
    boolean advance() throws IOException {
        while (readLine()) {
            number++;
            if (!isBlank(line)) {
                return true;
            }
        }
        return false;
    }

    /** The line without its end. */
    byte[] line() {
        return line;
    }

    /** The number of the line in its file, from 1, blank ones counted. */
    long number() {
        return number;
    }

    /** Bytes taken from the file so far, line ends included. */
    long bytesRead() {
        return bytesRead;
    }

    private boolean readLine() throws IOException {
        byte[] begun = NOTHING;
        while (true) {
            if (start == end) {
                start = 0;
                end = Math.max(0, in.read(buffer));
                if (end == 0) {
                    line = withoutCarriageReturn(begun);
                    return begun.length > 0;
                }
            }
            int lineFeed = start;
            while (lineFeed < end && buffer[lineFeed] != '\n') {
                lineFeed++;
            }
            byte[] joined = Arrays.copyOf(begun, begun.length + lineFeed - start);
            System.arraycopy(buffer, start, joined, begun.length, lineFeed - start);
            bytesRead += lineFeed - start;
            start = lineFeed;
            if (lineFeed < end) {
                start++;
                bytesRead++;
                line = withoutCarriageReturn(joined);
                return true;
            }
            begun = joined;
        }
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r'
                ? Arrays.copyOf(line, line.length - 1)
                : line;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
