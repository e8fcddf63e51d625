package io.customerpulse.jobs.replay;

import java.util.Arrays;
import java.util.Objects;

/**
 * One line of the input as the replay's source emits it. Times are milliseconds since the epoch;
 * {@link #NO_TIME} where a rejected line shows none.
 *
 * @param file the name of the file the line stands in
 * @param line its number in that file, from 1
 * @param bytes the line as it was read, without its end; not copied, so not to be changed
 * @param time the line's own event time
 * @param effectiveAt the event time at which it is applied: its own, or for a late line the one the
 *     stream had reached, so that nothing downstream ever lies behind the watermark
 * @param late whether the line came behind the lateness bound
 * @param lateByMillis by how much; 0 unless late
 * @param watermark the watermark that holds after this line; {@link #NO_TIME} while there is none
 */
public record SpooledLine(
        String file,
        long line,
        byte[] bytes,
        long time,
        long effectiveAt,
        boolean late,
        long lateByMillis,
        long watermark) {

    /** Stands for a time that is not known; the value Flink uses for it too. */
    public static final long NO_TIME = Long.MIN_VALUE;

    public SpooledLine {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(bytes, "bytes");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpooledLine that
                && line == that.line
                && time == that.time
                && effectiveAt == that.effectiveAt
                && late == that.late
                && lateByMillis == that.lateByMillis
                && watermark == that.watermark
                && file.equals(that.file)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, line, time, Arrays.hashCode(bytes));
    }
}
