package io.customerpulse.jobs.replay;

import java.time.Duration;

/**
 * Decides which lines are late, in the order of the file and not of the wall clock, so that the
 * verdict is the same in every run ({@code docs/rules.md}).
 *
 * <p>A well-formed line is late when it lies more than the bound behind the largest time of the
 * well-formed lines before it. A late line is stamped with the event time the stream had reached:
 * that largest time minus the bound. Lines that were rejected carry no event: they neither move the
 * clock nor are they late.
 */
final class ArrivalClock {

    private final long boundMillis;
    private long largest = SpooledLine.NO_TIME;

    ArrivalClock(Duration bound) {
        this.boundMillis = bound.toMillis();
    }

    /** A line that holds an event. */
    SpooledLine event(String file, long line, byte[] bytes, long time) {
        long behind = largest == SpooledLine.NO_TIME ? 0 : largest - time;
        long lateBy = Math.max(0, behind - boundMillis);
        largest = Math.max(largest, time);
        return new SpooledLine(
                file, line, bytes, time, time + lateBy, lateBy > 0, lateBy, watermark());
    }

    /**
     * A line that was rejected; its time, or {@link SpooledLine#NO_TIME}, is only carried along.
     */
    SpooledLine rejected(String file, long line, byte[] bytes, long time) {
        return new SpooledLine(file, line, bytes, time, time, false, 0, watermark());
    }

    /** As Flink counts: a line at the bound exactly is still in time. */
    private long watermark() {
        return largest == SpooledLine.NO_TIME ? SpooledLine.NO_TIME : largest - boundMillis - 1;
    }
}
