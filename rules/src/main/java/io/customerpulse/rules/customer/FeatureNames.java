package io.customerpulse.rules.customer;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Numbers the features a customer uses, so that a day can keep a set of them in a few bytes. A
 * feature is kept as a 64-bit hash of its name; what no kept day uses any more gives its number
 * back.
 */
final class FeatureNames {

    /** More different names than this are not features but a mistake of whoever sends them. */
    static final int MOST = 2_000;

    private static final long FREE = 0;

    private final List<Long> names;

    FeatureNames() {
        this(new ArrayList<>());
    }

    private FeatureNames(List<Long> names) {
        this.names = names;
    }

    /** The number of a feature, a new one for a new name; -1 when there are too many. */
    int indexOf(String feature) {
        long hash = Hashing.komihash5_0().hashCharsToLong(feature);
        long name = hash == FREE ? 1 : hash;
        int free = -1;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i) == name) {
                return i;
            }
            if (free < 0 && names.get(i) == FREE) {
                free = i;
            }
        }
        if (free >= 0) {
            names.set(free, name);
            return free;
        }
        if (names.size() == MOST) {
            return -1;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** Frees every number that is not in this set. */
    void keepOnly(BitSet used) {
        for (int i = 0; i < names.size(); i++) {
            if (!used.get(i)) {
                names.set(i, FREE);
            }
        }
        while (!names.isEmpty() && names.get(names.size() - 1) == FREE) {
            names.remove(names.size() - 1);
        }
    }

    void write(CompactOutput out) throws IOException {
        out.writeAll(names, CompactOutput::writeHash);
    }

    static FeatureNames read(CompactInput in) throws IOException {
        return new FeatureNames(in.readAll(CompactInput::readHash));
    }
}
