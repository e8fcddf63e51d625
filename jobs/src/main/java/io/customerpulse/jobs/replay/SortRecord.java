package io.customerpulse.jobs.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One line on its way through the sort. The arrays are handed over, not copied.
 *
 * @param key what the line is sorted by first, made by {@link SortKey}
 * @param content the line itself; decides between equal keys
 * @param attachment what travels along and has no say in the order
 */
record SortRecord(byte[] key, byte[] content, byte[] attachment) {

    /** By key, then by content, both as unsigned bytes. */
    static final Comparator<SortRecord> ORDER =
            Comparator.comparing(SortRecord::key, Arrays::compareUnsigned)
                    .thenComparing(SortRecord::content, Arrays::compareUnsigned);

    /** Three array headers, the record itself and its slot in a list. */
    private static final int OVERHEAD_BYTES = 96;

    /** Roughly the heap this record takes, in bytes. */
    long footprint() {
        return OVERHEAD_BYTES + (long) key.length + content.length + attachment.length;
    }

    void writeTo(DataOutput out) throws IOException {
        writeArray(key, out);
        writeArray(content, out);
        writeArray(attachment, out);
    }

    static SortRecord readFrom(DataInput in) throws IOException {
        return new SortRecord(readArray(in), readArray(in), readArray(in));
    }

    private static void writeArray(byte[] array, DataOutput out) throws IOException {
        out.writeInt(array.length);
        out.write(array);
    }

    private static byte[] readArray(DataInput in) throws IOException {
        byte[] array = new byte[in.readInt()];
        in.readFully(array);
        return array;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortRecord that
                && Arrays.equals(key, that.key)
                && Arrays.equals(content, that.content)
                && Arrays.equals(attachment, that.attachment);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(key) + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "SortRecord[key="
                + Arrays.toString(key)
                + ", content="
                + Arrays.toString(content)
                + ", attachment="
                + Arrays.toString(attachment)
                + "]";
    }
}
