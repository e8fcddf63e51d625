package io.customerpulse.rules.customer;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many different users were seen: exact up to a thousand by 64-bit hashes, beyond that an
 * UltraLogLog sketch with a standard error of 0.6 %, and a bare number once the day is complete.
 * All three depend only on the set of users, never on the order in which they came.
 */
final class DistinctUsers {

    static final int EXACT = 1_000;
    private static final int SKETCH_PRECISION = 14;
    private static final byte[] NO_SKETCH = new byte[0];
    private static final long[] NO_HASHES = new long[0];

    private long[] hashes = new long[4];
    private int size;
    private byte[] sketch = NO_SKETCH;
    private boolean closed;

    /** So many users, of whom nothing else is known any more. */
    static DistinctUsers closed(int count) {
        DistinctUsers users = new DistinctUsers();
        users.size = count;
        users.hashes = NO_HASHES;
        users.closed = true;
        return users;
    }

    /** Adds a user; false when that changes nothing or the day is closed. */
    boolean add(String userId) {
        if (closed) {
            return false;
        }
        long hash = Hashing.komihash5_0().hashCharsToLong(userId);
        if (sketch.length > 0) {
            return addToSketch(hash);
        }
        int place = Arrays.binarySearch(hashes, 0, size, hash);
        if (place >= 0) {
            return false;
        }
        insert(-place - 1, hash);
        if (size > EXACT) {
            UltraLogLog counter = UltraLogLog.create(SKETCH_PRECISION);
            for (int i = 0; i < size; i++) {
                counter.add(hashes[i]);
            }
            sketch = counter.getState();
            hashes = NO_HASHES;
            size = 0;
        }
        return true;
    }

    private boolean addToSketch(long hash) {
        boolean[] changed = new boolean[1];
        UltraLogLog.wrap(sketch).add(hash, probability -> changed[0] = true);
        return changed[0];
    }

    private void insert(int place, long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(4, size * 2));
        }
        System.arraycopy(hashes, place, hashes, place + 1, size - place);
        hashes[place] = hash;
        size++;
    }

    int count() {
        return sketch.length == 0
                ? size
                : (int) Math.round(UltraLogLog.wrap(sketch).getDistinctCountEstimate());
    }

    /** Keeps only the number. */
    void close() {
        size = count();
        hashes = NO_HASHES;
        sketch = NO_SKETCH;
        closed = true;
    }

    /** Writes the users of a day that is not closed. */
    void write(CompactOutput out) throws IOException {
        out.writeBytes(sketch);
        out.writeCount(size);
        for (int i = 0; i < size; i++) {
            out.writeHash(hashes[i]);
        }
    }

    static DistinctUsers read(CompactInput in) throws IOException {
        DistinctUsers users = new DistinctUsers();
        users.sketch = in.readBytes();
        users.size = in.readSize();
        users.hashes = new long[users.sketch.length > 0 ? 0 : Math.max(4, users.size)];
        for (int i = 0; i < users.size; i++) {
            users.hashes[i] = in.readHash();
        }
        return users;
    }
}
