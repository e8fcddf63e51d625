package io.customerpulse.patterns;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.rules.flag.Flag;

/** Names a row of the policy by what it finds and a hash of its numbers. */
final class RowUid {

    private RowUid() {}

    static String of(Flag flag, String row) {
        return of(flag.id(), row);
    }

    static String of(String name, String row) {
        long hash = Hashing.komihash5_0().hashCharsToLong(row);
        return name + "." + String.format("%016x", hash).substring(0, 8);
    }
}
