package io.customerpulse.benchmarks.job;

import io.customerpulse.functions.ingest.Received;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event times, and watermarks that stay the allowed disorder behind them. They come after so many
 * events instead of every 200 ms, so that a fast machine does the same work as a slow one; at this
 * distance a job at ten thousand events a second would send them.
 */
final class EventTimes {

    private static final int EVENTS_BETWEEN_WATERMARKS = 1_000;

    private EventTimes() {}

    static WatermarkStrategy<Received> behindBy(Duration disorder) {
        return WatermarkStrategy.<Received>forGenerator(context -> new EveryFewEvents(disorder))
                .withTimestampAssigner((received, ignored) -> time(received));
    }

    private static long time(Received received) {
        return ((Received.Accepted) received).at().toEpochMilli();
    }

    private static final class EveryFewEvents implements WatermarkGenerator<Received> {

        private final long disorder;
        private long latest = Long.MIN_VALUE;
        private int events;

        EveryFewEvents(Duration disorder) {
            this.disorder = disorder.toMillis();
        }

        @Override
        public void onEvent(Received event, long timestamp, WatermarkOutput output) {
            latest = Math.max(latest, timestamp);
            if (++events == EVENTS_BETWEEN_WATERMARKS) {
                events = 0;
                output.emitWatermark(new Watermark(latest - disorder - 1));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Counted in events instead.
        }
    }
}
