package io.customerpulse.rules.state;

import java.io.DataInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what {@link CompactOutput} wrote, in the same order. */
public final class CompactInput {

    /** Reads one element of a collection. */
    @FunctionalInterface
    public interface Element<T> {
        T read(CompactInput in) throws IOException;
    }

    /** Where the bytes come from. */
    private interface Source {
        byte read() throws IOException;

        long readLong() throws IOException;

        void read(byte[] target) throws IOException;
    }

    private final Source in;
    private long lastInstant;
    private byte[] lastReference = new byte[0];

    private CompactInput(Source in) {
        this.in = in;
    }

    public CompactInput(DataInput in) {
        this(new DataInputSource(in));
    }

    /** Reads from memory; throws {@link java.nio.BufferUnderflowException} at its end. */
    static CompactInput of(byte[] bytes) {
        return new CompactInput(new MemorySource(ByteBuffer.wrap(bytes)));
    }

    public int readByte() throws IOException {
        return in.read() & 0xFF;
    }

    public boolean readBoolean() throws IOException {
        return in.read() != 0;
    }

    public long readCount() throws IOException {
        return readVariable();
    }

    public int readSize() throws IOException {
        return Math.toIntExact(readVariable());
    }

    public long readNumber() throws IOException {
        long value = readVariable();
        return (value >>> 1) ^ -(value & 1);
    }

    public long readHash() throws IOException {
        return in.readLong();
    }

    public Instant readInstant() throws IOException {
        lastInstant += readNumber();
        return Instant.ofEpochMilli(lastInstant);
    }

    public String readText() throws IOException {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    public String readReference() throws IOException {
        int common = readSize();
        if (common > lastReference.length) {
            throw new IOException(
                    "a reference in the state shares more with the one before it than that is"
                            + " long: the state is damaged");
        }
        byte[] rest = readBytes();
        byte[] reference = Arrays.copyOf(lastReference, common + rest.length);
        System.arraycopy(rest, 0, reference, common, rest.length);
        lastReference = reference;
        return new String(reference, StandardCharsets.UTF_8);
    }

    public byte[] readBytes() throws IOException {
        byte[] bytes = new byte[readSize()];
        in.read(bytes);
        return bytes;
    }

    public <T> Optional<T> readOptional(Element<T> element) throws IOException {
        return readBoolean() ? Optional.of(element.read(this)) : Optional.empty();
    }

    public <T> List<T> readAll(Element<T> element) throws IOException {
        int size = readSize();
        List<T> values = new ArrayList<>(Math.min(size, 1024));
        for (int i = 0; i < size; i++) {
            values.add(element.read(this));
        }
        return values;
    }

    private long readVariable() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.read();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number in the state runs over ten bytes: the state is damaged");
    }

    private record DataInputSource(DataInput in) implements Source {
        @Override
        public byte read() throws IOException {
            return in.readByte();
        }

        @Override
        public long readLong() throws IOException {
            return in.readLong();
        }

        @Override
        public void read(byte[] target) throws IOException {
            in.readFully(target);
        }
    }

    private record MemorySource(ByteBuffer in) implements Source {
        @Override
        public byte read() {
            return in.get();
        }

        @Override
        public long readLong() {
            return in.getLong();
        }

        @Override
        public void read(byte[] target) {
            in.get(target);
        }
    }
}
