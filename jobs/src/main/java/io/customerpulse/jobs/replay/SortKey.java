package io.customerpulse.jobs.replay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Makes keys whose order as unsigned bytes is the order of (time, text, text …): a missing time
 * first, then by time, then by each text in the order of its code points.
 */
final class SortKey {

    private SortKey() {}

    /**
     * The key of a line.
     *
     * @param time event time in milliseconds since the epoch, if the line shows one
     * @param texts what decides between lines of one instant, the most important first
     */
    static byte[] of(OptionalLong time, String... texts) {
        ByteArrayOutputStream key = new ByteArrayOutputStream(64);
        key.write(time.isPresent() ? 1 : 0);
        // The sign bit is turned so that times before 1970 come before those after.
        long sortable = time.orElse(Long.MIN_VALUE) ^ Long.MIN_VALUE;
        key.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(sortable).array());
        for (String text : texts) {
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                // 0 ends a text, so that "a" stays before "ab" whatever follows it in the key; a
                // 0 inside a text is written as 1 1 and a 1 as 1 2 to keep the two apart.
                if (b == 0 || b == 1) {
                    key.write(1);
                    key.write(b + 1);
                } else {
                    key.write(b);
                }
            }
            key.write(0);
        }
        return key.toByteArray();
    }
}
