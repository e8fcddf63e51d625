package io.customerpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.jobs.settings.QuietTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class PartitionWatermarksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(1);

    private final EventDeserializer deserializer =
            new EventDeserializer(Duration.ofMinutes(1), "7", () -> NOW);

    /** Not at zero, which Flink takes for a clock that has not been looked at. */
    private final ManualClock clock = new ManualClock(1_000_000_000);

    private final Emitted emitted = new Emitted();

    @Test
    void saysNothingBeforeTheFirstEvent() {
        WatermarkGenerator<Arrived> partition = heartbeat();

        partition.onPeriodicEmit(emitted);

        assertThat(emitted.watermarks).isEmpty();
    }

    @Test
    void isBehindTheLatestEventByTheBoundSoThatOneAtTheBoundIsInTime() {
        WatermarkGenerator<Arrived> partition = heartbeat();

        arrive(partition, Records.ticket("a", NOW));

        assertThat(emitted.last()).isEqualTo(NOW.minus(BOUND).toEpochMilli() - 1);
    }

    @Test
    void ticksMoveItToo() {
        WatermarkGenerator<Arrived> partition = heartbeat();

        arrive(partition, Records.ticket("a", NOW.minusSeconds(60)));
        arrive(partition, Records.tick(NOW));

        assertThat(emitted.last()).isEqualTo(NOW.minus(BOUND).toEpochMilli() - 1);
    }

    @Test
    void anOlderEventDoesNotMoveItBack() {
        WatermarkGenerator<Arrived> partition = heartbeat();

        arrive(partition, Records.ticket("a", NOW));
        arrive(partition, Records.ticket("b", NOW.minusSeconds(60)));

        assertThat(emitted.last()).isEqualTo(NOW.minus(BOUND).toEpochMilli() - 1);
    }

    @Test
    void whatWasRejectedDoesNotMoveIt() {
        WatermarkGenerator<Arrived> partition = heartbeat();

        arrive(partition, "junk");
        arrive(partition, Records.ticket("a", NOW.plus(Duration.ofDays(365))));

        assertThat(emitted.watermarks).isEmpty();
    }

    @Test
    void neverGetsAheadOfTheWallClockByMoreThanClocksMayDiffer() {
        WatermarkGenerator<Arrived> partition = heartbeat();

        arrive(partition, Records.ticket("a", NOW.plusSeconds(60)));
        arrive(partition, Records.ticket("b", NOW.plusSeconds(61)));

        assertThat(emitted.last()).isEqualTo(NOW.plusSeconds(60).minus(BOUND).toEpochMilli() - 1);
    }

    @Test
    void withHeartbeatASilentPartitionIsWaitedForHoweverLongItTakes() {
        WatermarkGenerator<Arrived> partition = heartbeat();
        arrive(partition, Records.ticket("a", NOW));

        clock.advanceTime(Duration.ofDays(1));
        partition.onPeriodicEmit(emitted);

        assertThat(emitted.idle).isZero();
    }

    @Test
    void withoutHeartbeatAPartitionThatIsSilentForTheIdlenessIsNotWaitedFor() {
        WatermarkGenerator<Arrived> partition = idleness(Duration.ofSeconds(30));
        arrive(partition, Records.ticket("a", NOW));
        partition.onPeriodicEmit(emitted);

        clock.advanceTime(Duration.ofSeconds(30));
        partition.onPeriodicEmit(emitted);
        assertThat(emitted.idle).isZero();

        clock.advanceTime(Duration.ofMillis(1));
        partition.onPeriodicEmit(emitted);
        assertThat(emitted.idle).isOne();
    }

    private WatermarkGenerator<Arrived> heartbeat() {
        return generator(new QuietTime.Heartbeat(Duration.ofMillis(250)));
    }

    private WatermarkGenerator<Arrived> idleness(Duration after) {
        return generator(new QuietTime.Idleness(after));
    }

    private WatermarkGenerator<Arrived> generator(QuietTime quietTime) {
        WatermarkStrategy<Arrived> strategy = PartitionWatermarks.strategy(BOUND, quietTime);
        return strategy.createWatermarkGenerator(
                new WatermarkGeneratorSupplier.Context() {
                    @Override
                    public MetricGroup getMetricGroup() {
                        return new UnregisteredMetricsGroup();
                    }

                    @Override
                    public RelativeClock getInputActivityClock() {
                        return clock;
                    }
                });
    }

    private void arrive(WatermarkGenerator<Arrived> partition, String json) {
        Arrived arrived = Records.arrived(deserializer, Records.of(json));
        partition.onEvent(arrived, 0, emitted);
        partition.onPeriodicEmit(emitted);
    }

    private static final class Emitted implements WatermarkOutput {

        private final List<Long> watermarks = new ArrayList<>();
        private int idle;

        long last() {
            return watermarks.get(watermarks.size() - 1);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            idle++;
        }

        @Override
        public void markActive() {}
    }
}
