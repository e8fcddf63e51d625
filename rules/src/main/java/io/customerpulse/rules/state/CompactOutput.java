package io.customerpulse.rules.state;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes state in few bytes: whole numbers as variable-length integers (seven bits a byte, signs
 * zigzag-encoded), texts as length and UTF-8, instants and references to events by what
 * distinguishes them from the one before.
 */
public final class CompactOutput {

    /** Writes one element of a collection. */
    @FunctionalInterface
    public interface Element<T> {
        void write(CompactOutput out, T element) throws IOException;
    }

    /** Where the bytes go. */
    private interface Target {
        void write(int lowestByte) throws IOException;

        void writeLong(long value) throws IOException;

        void write(byte[] bytes, int count) throws IOException;
    }

    private final Target out;
    private long lastInstant;
    private byte[] lastReference = new byte[0];

    private CompactOutput(Target out) {
        this.out = out;
    }

    public CompactOutput(DataOutput out) {
        this(new DataOutputTarget(out));
    }

    public void writeByte(int value) throws IOException {
        out.write(value);
    }

    public void writeBoolean(boolean value) throws IOException {
        out.write(value ? 1 : 0);
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

    /** Writes an instant as its distance from the last one written, in milliseconds. */
    public void writeInstant(Instant value) throws IOException {
        long millis = value.toEpochMilli();
        writeNumber(millis - lastInstant);
        lastInstant = millis;
    }

    public void writeText(String value) throws IOException {
        writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a reference to an event without what it begins with in common with the last one
     * written: the events of a customer mostly come from the same few sources.
     */
    public void writeReference(String value) throws IOException {
        byte[] reference = value.getBytes(StandardCharsets.UTF_8);
        int difference = Arrays.mismatch(reference, lastReference);
        int common = difference < 0 ? reference.length : difference;
        writeCount(common);
        writeBytes(Arrays.copyOfRange(reference, common, reference.length));
        lastReference = reference;
    }

    public void writeBytes(byte[] value) throws IOException {
        writeCount(value.length);
        out.write(value, value.length);
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

    /** Writes how many bytes the element takes, and then the element. */
    <T> void writeWithLength(T value, Element<T> element) throws IOException {
        MemoryTarget memory = new MemoryTarget();
        element.write(new CompactOutput(memory), value);
        writeCount(memory.size);
        out.write(memory.bytes, memory.size);
    }

    private void writeVariable(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private record DataOutputTarget(DataOutput out) implements Target {
        @Override
        public void write(int lowestByte) throws IOException {
            out.writeByte(lowestByte);
        }

        @Override
        public void writeLong(long value) throws IOException {
            out.writeLong(value);
        }

        @Override
        public void write(byte[] bytes, int count) throws IOException {
            out.write(bytes, 0, count);
        }
    }

    private static final class MemoryTarget implements Target {

        private byte[] bytes = new byte[256];
        private int size;

        @Override
        public void write(int lowestByte) {
            reserve(1);
            bytes[size++] = (byte) lowestByte;
        }

        @Override
        public void writeLong(long value) {
            reserve(Long.BYTES);
            ByteBuffer.wrap(bytes).putLong(size, value);
            size += Long.BYTES;
        }

        @Override
        public void write(byte[] written, int count) {
            reserve(count);
            System.arraycopy(written, 0, bytes, size, count);
            size += count;
        }

        private void reserve(int count) {
            if (bytes.length - size < count) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
            }
        }
    }
}
