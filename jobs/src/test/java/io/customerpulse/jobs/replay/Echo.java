package io.customerpulse.jobs.replay;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Emits each line on one topic and, on another, the ticks of a timer that renews itself: what the
 * application does, in small.
 */
final class Echo extends KeyedProcessFunction<Long, SpooledLine, Emission> {

    private static final long serialVersionUID = 1L;

    static final Topic LINES = Topic.HEALTH_SCORES;
    static final Topic TICKS = Topic.RISK_SCORES;
    static final long TICK_MILLIS = 60_000;

    private final long failAt;
    private final String marker;
    private transient ValueState<Boolean> ticking;

    /**
     * The function.
     *
     * @param failAt the tick that fails the first time, if any
     * @param marker remembers that it has
     */
    Echo(Optional<Instant> failAt, Path marker) {
        this.failAt = failAt.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        this.marker = marker.toString();
    }

    @Override
    public void open(OpenContext context) {
        ticking =
                getRuntimeContext().getState(new ValueStateDescriptor<>("ticking", Boolean.class));
    }

    @Override
    public void processElement(SpooledLine line, Context context, Collector<Emission> out)
            throws Exception {
        out.collect(lineEmission(line.line(), line.effectiveAt()));
        if (ticking.value() == null) {
            ticking.update(true);
            context.timerService().registerEventTimeTimer(firstTick(line.effectiveAt()));
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Emission> out)
            throws Exception {
        if (time >= failAt && !Files.exists(Path.of(marker))) {
            FailOnce.fail(marker);
        }
        out.collect(tickEmission(context.getCurrentKey(), time));
        context.timerService().registerEventTimeTimer(time + TICK_MILLIS);
    }

    /** Whole minutes, so that the last one can be the very end. */
    static long firstTick(long time) {
        return (Math.floorDiv(time, TICK_MILLIS) + 1) * TICK_MILLIS;
    }

    static Emission lineEmission(long line, long time) {
        return new Tombstone(LINES, "line-" + line, Instant.ofEpochMilli(time));
    }

    static Emission tickEmission(long key, long time) {
        return new Tombstone(TICKS, "key-" + key, Instant.ofEpochMilli(time));
    }
}
