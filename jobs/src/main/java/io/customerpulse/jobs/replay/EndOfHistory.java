package io.customerpulse.jobs.replay;

import java.time.Instant;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Ends event time at a given instant: watermarks beyond it are held at it, the final one included
 * that Flink sends at the end of a bounded input. Timers due at that instant still fire; what is
 * due later does not, so a deadline that was still open stays open and a timer that renews itself
 * ends.
 *
 * <p>It has to sit in the source's own chain and the job must not use unaligned checkpoints: after
 * a restart from a checkpoint in which the source had already finished, Flink sends the final
 * watermark past it, which is only harmless if everything downstream had finished too. Aligned
 * checkpoints guarantee that.
 *
 * @param <T> the records, which pass untouched
 */
public final class EndOfHistory<T> extends AbstractStreamOperator<T>
        implements OneInputStreamOperator<T, T> {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "end-of-history";

    /** In milliseconds since the epoch. */
    private final long until;

    private long lastWatermark = Long.MIN_VALUE;

    private EndOfHistory(long until) {
        this.until = until;
    }

    /**
     * The operator by itself.
     *
     * @param until where event time ends; empty if it never begins, and then no watermark passes
     */
    static <T> EndOfHistory<T> at(Optional<Instant> until) {
        return new EndOfHistory<>(until.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
    }

    /**
     * Adds the operator behind a bounded source, with the source's parallelism.
     *
     * @param until where event time ends; empty if the input holds no event at all
     */
    public static <T> SingleOutputStreamOperator<T> after(
            SingleOutputStreamOperator<T> source, Optional<Instant> until) {
        return source.transform(NAME, source.getType(), EndOfHistory.<T>at(until))
                .name(NAME)
                .uid(NAME)
                .setParallelism(source.getParallelism());
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        output.collect(element);
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        long held = Math.min(watermark.getTimestamp(), until);
        if (held > lastWatermark) {
            lastWatermark = held;
            super.processWatermark(new Watermark(held));
        }
    }
}
