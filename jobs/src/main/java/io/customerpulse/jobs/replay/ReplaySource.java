package io.customerpulse.jobs.replay;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The bounded source of a replay. It reads a prepared input with a parallelism of one, in the order
 * of its spool file, and goes on at its offset after a restart. Each record's timestamp is its
 * {@code effectiveAt}; the watermark is the one the line carries, so no clock and no state decides
 * it.
 */
public final class ReplaySource {

    private static final String NAME = "history";

    private ReplaySource() {}

    /**
     * Adds the source and, in the same chain, the {@link EndOfHistory}.
     *
     * @param environment the job's; checkpoints may be on or off, but must be aligned
     * @param prepared the input, its spool still in place
     * @throws IllegalArgumentException if unaligned checkpoints are on; {@link EndOfHistory} says
     *     why
     */
    public static SingleOutputStreamOperator<SpooledLine> add(
            StreamExecutionEnvironment environment, Prepared prepared) {
        if (environment.getCheckpointConfig().isUnalignedCheckpointsEnabled()) {
            throw new IllegalArgumentException(
                    "a replay needs aligned checkpoints: set execution.checkpointing.unaligned.enabled"
                            + " to false");
        }
        FileSource<SpooledLine> source =
                FileSource.forBulkFileFormat(new SpoolFormat(), new Path(prepared.spool().toUri()))
                        .build();
        SingleOutputStreamOperator<SpooledLine> lines =
                environment
                        .fromSource(source, watermarks(), NAME, SpooledLineSerializer.TYPE)
                        .uid(NAME)
                        .setParallelism(1);
        return EndOfHistory.after(lines, prepared.until());
    }

    private static WatermarkStrategy<SpooledLine> watermarks() {
        return WatermarkStrategy.<SpooledLine>forGenerator(context -> new CarriedWatermark())
                .withTimestampAssigner((line, ignored) -> line.effectiveAt());
    }

    /** Passes on the watermark that the lines carry. */
    private static final class CarriedWatermark implements WatermarkGenerator<SpooledLine> {

        /**
         * A replay is faster than the emission interval is made for; without this, a keyed operator
         * would hold back what arrives in a fifth of a second, which may be a whole year.
         */
        private static final int LINES_BETWEEN_WATERMARKS = 256;

        private long current = SpooledLine.NO_TIME;
        private int linesSinceEmission;

        @Override
        public void onEvent(SpooledLine line, long timestamp, WatermarkOutput output) {
            current = line.watermark();
            if (++linesSinceEmission == LINES_BETWEEN_WATERMARKS) {
                onPeriodicEmit(output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            linesSinceEmission = 0;
            if (current != SpooledLine.NO_TIME) {
                output.emitWatermark(new Watermark(current));
            }
        }
    }
}
