package io.customerpulse.patterns;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.rules.flag.Flag;

/** Names a row of the policy by the flag it begins and a hash of its numbers. */
final class RowUid {

    private RowUid() {}

    static String of(Flag flag, String row) {
        long hash = Hashing.komihash5_0().hashCharsToLong(row);
        return flag.id() + "." + String.format("%016x", hash).substring(0, 8);
    }
}
