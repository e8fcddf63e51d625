package io.customerpulse.jobs.kafka;

import io.customerpulse.jobs.settings.QuietTime;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The watermark of one partition: the largest event time seen there, less the bound. Ticks and
 * events alike advance it; what was rejected does not.
 */
final class PartitionWatermarks implements WatermarkGenerator<Arrived> {

    private final long boundMillis;
    private long largest = Arrived.NO_TIME;

    private PartitionWatermarks(Duration bound) {
        this.boundMillis = bound.toMillis();
    }

    /** How the source makes watermarks, each partition on its own. */
    static WatermarkStrategy<Arrived> strategy(Duration outOfOrderness, QuietTime quietTime) {
        WatermarkStrategy<Arrived> strategy =
                WatermarkStrategy.<Arrived>forGenerator(
                                context -> new PartitionWatermarks(outOfOrderness))
                        .withTimestampAssigner((arrived, written) -> timestamp(arrived, written));
        if (quietTime instanceof QuietTime.Idleness idleness) {
            return strategy.withIdleness(idleness.after());
        }
        return strategy;
    }

    /** Flink wants a timestamp of every record; nothing of ours looks at that of a rejected one. */
    private static long timestamp(Arrived arrived, long written) {
        return arrived.time() == Arrived.NO_TIME ? written : arrived.time();
    }

    @Override
    public void onEvent(Arrived arrived, long timestamp, WatermarkOutput output) {
        largest = Math.max(largest, arrived.time());
    }

    /** As Flink counts: an event at the bound exactly is still in time. */
    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (largest != Arrived.NO_TIME) {
            output.emitWatermark(new Watermark(largest - boundMillis - 1));
        }
    }
}
