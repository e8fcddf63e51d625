package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {

    private final ArrivalClock clock = new ArrivalClock(Duration.ofMillis(1_000));

    @Test
    void theFirstEventIsNeverLate() {
        assertThat(event(-5_000).late()).isFalse();
    }

    @Test
    void anEventAtTheBoundExactlyIsInTime() {
        event(10_000);

        SpooledLine line = event(9_000);

        assertThat(line.late()).isFalse();
        assertThat(line.lateByMillis()).isZero();
        assertThat(line.effectiveAt()).isEqualTo(9_000);
    }

    @Test
    void anEventOneMillisecondBehindTheBoundIsLate() {
        event(10_000);

        SpooledLine line = event(8_999);

        assertThat(line.late()).isTrue();
        assertThat(line.lateByMillis()).isEqualTo(1);
        assertThat(line.time()).isEqualTo(8_999);
    }

    @Test
    void aLateEventTakesEffectAtTheTimeTheStreamHadReached() {
        event(10_000);

        SpooledLine line = event(3_000);

        assertThat(line.effectiveAt()).isEqualTo(9_000);
        assertThat(line.lateByMillis()).isEqualTo(6_000);
    }

    @Test
    void noEventIsStampedBehindTheWatermark() {
        SpooledLine before = event(10_000);

        SpooledLine late = event(3_000);

        assertThat(before.watermark()).isEqualTo(8_999);
        assertThat(late.effectiveAt()).isGreaterThan(before.watermark());
    }

    @Test
    void aLateEventDoesNotTurnTheClockBack() {
        event(10_000);

        assertThat(event(3_000).watermark()).isEqualTo(8_999);
        assertThat(event(8_999).late()).isTrue();
    }

    @Test
    void aRejectedLineDoesNotMoveTheClock() {
        event(10_000);
        rejected(99_000);

        assertThat(event(9_000).late()).isFalse();
    }

    @Test
    void aRejectedLineIsNotLate() {
        event(10_000);

        SpooledLine line = rejected(3_000);

        assertThat(line.late()).isFalse();
        assertThat(line.effectiveAt()).isEqualTo(3_000);
        assertThat(line.watermark()).isEqualTo(8_999);
    }

    @Test
    void thereIsNoWatermarkBeforeTheFirstEvent() {
        assertThat(rejected(3_000).watermark()).isEqualTo(SpooledLine.NO_TIME);
    }

    private SpooledLine event(long time) {
        return clock.event("f", 1, new byte[0], time);
    }

    private SpooledLine rejected(long time) {
        return clock.rejected("f", 1, new byte[0], time);
    }
}
