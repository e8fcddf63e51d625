package io.customerpulse.rules.state;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes state in few bytes: whole numbers as variable-length integers (seven bits a byte, signs
 * zigzag-encoded), texts as length and UTF-8, instants as epoch milliseconds.
 */
public final class CompactOutput {

    /** Writes one element of a collection. */
    @FunctionalInterface
    public interface Element<T> {
        void write(CompactOutput out, T element) throws IOException;
    }

    private final DataOutput out;

    public CompactOutput(DataOutput out) {
        this.out = out;
    }

    public void writeByte(int value) throws IOException {
        out.writeByte(value);
    }

    public void writeBoolean(boolean value) throws IOException {
        out.writeByte(value ? 1 : 0);
    }

    /** Writes a number that is never negative, small ones in one byte. */
    public void writeCount(long value) throws IOException {
        if (value < 0) {
            throw new IllegalArgumentException("a count cannot be negative: " + value);
        }
        writeVariable(value);
    }

    /** Writes any number, those near zero in one byte. */
    public void writeNumber(long value) throws IOException {
        writeVariable((value << 1) ^ (value >> 63));
    }

    /** Writes all eight bytes, for hashes, which are never small. */
    public void writeHash(long value) throws IOException {
        out.writeLong(value);
    }

    public void writeInstant(Instant value) throws IOException {
        writeNumber(value.toEpochMilli());
    }

    public void writeText(String value) throws IOException {
        writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void writeBytes(byte[] value) throws IOException {
        writeCount(value.length);
        out.write(value);
    }

    public <T> void writeOptional(Optional<T> value, Element<T> element) throws IOException {
        writeBoolean(value.isPresent());
        if (value.isPresent()) {
            element.write(this, value.get());
        }
    }

    public <T> void writeAll(Collection<T> values, Element<T> element) throws IOException {
        writeCount(values.size());
        for (T value : values) {
            element.write(this, value);
        }
    }

    private void writeVariable(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }
}
