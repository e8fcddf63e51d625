package io.customerpulse.jobs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.patterns.MissedTarget;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Missed, over the clocks of tickets. */
class MissedTargetTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final ClockId CLOCK =
            new ClockId("T-1", SlaTarget.RESOLUTION, ClockKind.CONTRACT, 1);

    private RunningPattern<SlaSignal> pattern;

    @BeforeEach
    void start() throws Exception {
        pattern =
                RunningPattern.of(
                        MissedTarget::in, PulseTypes.SLA_SIGNAL, new HashMapStateBackend());
    }

    @AfterEach
    void stop() throws Exception {
        pattern.close();
    }

    @Test
    void aClockThatRunsPastItsDeadlineIsMissedAtThatInstant() throws Exception {
        pattern.receives(List.of(runs(CLOCK, 1), passed(CLOCK, 5)));
        pattern.reaches(5 * HOUR - 1);
        assertThat(pattern.found()).isEmpty();

        pattern.reaches(5 * HOUR);
        assertThat(pattern.found()).containsExactly(Clocks.missed("acme", at(5), CLOCK));
    }

    @Test
    void aClockThatIsSettledBeforeItsDeadlineIsNotMissed() throws Exception {
        pattern.receives(List.of(runs(CLOCK, 1), settled(CLOCK, 4), passed(CLOCK, 5)));
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).isEmpty();
    }

    @Test
    void aClockThatIsSettledAtItsDeadlineIsNotMissed() throws Exception {
        pattern.receives(List.of(passed(CLOCK, 5), settled(CLOCK, 5), runs(CLOCK, 1)));
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).isEmpty();
    }

    @Test
    void aClockThatWasSettledAndRunsAgainCanBeMissed() throws Exception {
        pattern.receives(
                List.of(runs(CLOCK, 1), settled(CLOCK, 2), runs(CLOCK, 3), passed(CLOCK, 5)));
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).hasSize(1);
    }

    @Test
    void aClockThatIsSettledAndRunsAgainAtOneInstantCanBeMissed() throws Exception {
        pattern.receives(
                List.of(runs(CLOCK, 1), runs(CLOCK, 3), settled(CLOCK, 3), passed(CLOCK, 5)));
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).hasSize(1);
    }

    @Test
    void aClockThatRunsAgainPastItsDeadlineIsMissedAtThatInstant() throws Exception {
        pattern.receives(List.of(passed(CLOCK, 5), runs(CLOCK, 5)));
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).hasSize(1);
    }

    @Test
    void aDeadlineWithoutAClockThatRunsIsNoMiss() throws Exception {
        pattern.receives(List.of(passed(CLOCK, 5)));
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).isEmpty();
    }

    @Test
    void whatSettlesAnotherClockSettlesNothing() throws Exception {
        List<SlaSignal> others =
                List.of(
                        settled(CLOCK, "globex", 2),
                        settled(clock("T-2", SlaTarget.RESOLUTION, ClockKind.CONTRACT, 1), 2),
                        settled(clock("T-1", SlaTarget.WORKAROUND, ClockKind.CONTRACT, 1), 2),
                        settled(clock("T-1", SlaTarget.RESOLUTION, ClockKind.INTERNAL, 1), 2),
                        settled(clock("T-1", SlaTarget.RESOLUTION, ClockKind.CONTRACT, 2), 2));
        pattern.receives(List.of(runs(CLOCK, 1), passed(CLOCK, 5)));
        pattern.receives(others);
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).hasSize(1);
    }

    @Test
    void customersAndTicketsWhoseNamesRunTogetherAreKeptApart() throws Exception {
        pattern.receives(
                List.of(
                        Clocks.runs("a b", at(1), clockOf("c")),
                        Clocks.settled("a", at(2), clockOf("b c")),
                        Clocks.passed("a b", at(5), clockOf("c"))));
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).hasSize(1);
    }

    @Test
    void yearsOfWaitingDoNotLoseAMiss() throws Exception {
        int years = 9 * 365 * 24;
        pattern.receives(List.of(runs(CLOCK, 1), passed(CLOCK, years)));
        pattern.reaches(years * HOUR);
        assertThat(pattern.found()).hasSize(1);
    }

    @Test
    void nothingIsKeptOfAClockOnceItIsSettled() throws Exception {
        pattern.receives(List.of(runs(CLOCK, 1)));
        pattern.reaches(2 * HOUR);
        assertThat(pattern.stateEntries()).isPositive();

        pattern.receives(List.of(settled(CLOCK, 3)));
        pattern.reaches(4 * HOUR);
        assertThat(pattern.stateEntries()).isZero();
    }

    /** Flink CEP sets it when a match begins, and does not take it back. */
    @Test
    void aTimerIsLeftUntilNoClockCanRunAnyLonger() throws Exception {
        pattern.receives(List.of(runs(CLOCK, 1)));
        pattern.reaches(2 * HOUR);
        pattern.receives(List.of(settled(CLOCK, 3)));
        pattern.reaches(4 * HOUR);
        assertThat(pattern.timers()).isEqualTo(1);

        pattern.reaches(at(1).plus(Duration.ofDays(3_653)).toEpochMilli());
        assertThat(pattern.timers()).isZero();
        assertThat(pattern.stateEntries()).isZero();
    }

    @Test
    void nothingIsKeptOfAClockOnceItIsMissed() throws Exception {
        pattern.receives(List.of(runs(CLOCK, 1), passed(CLOCK, 3)));
        pattern.reaches(4 * HOUR);
        assertThat(pattern.stateEntries()).isZero();
    }

    @Test
    void clocksGoOnAfterARestart() throws Exception {
        try (RunningPattern<SlaSignal> restarted =
                RunningPattern.of(
                        MissedTarget::in,
                        PulseTypes.SLA_SIGNAL,
                        new EmbeddedRocksDBStateBackend(true))) {
            restarted.receives(List.of(runs(CLOCK, 1)));
            restarted.reaches(2 * HOUR);
            restarted.restartsFrom(restarted.snapshot());
            restarted.receives(List.of(passed(CLOCK, 5)));
            restarted.reaches(5 * HOUR);
            assertThat(restarted.found()).hasSize(1);
        }
    }

    @Test
    void whatComesBehindTheWatermarkIsKeptApart() throws Exception {
        pattern.reaches(2 * HOUR);
        pattern.receives(List.of(runs(CLOCK, 2), runs(CLOCK, 3)));
        assertThat(pattern.late()).containsExactly(runs(CLOCK, 2));
    }

    private static ClockId clock(String ticket, SlaTarget target, ClockKind kind, int cycle) {
        return new ClockId(ticket, target, kind, cycle);
    }

    private static ClockId clockOf(String ticket) {
        return clock(ticket, SlaTarget.RESOLUTION, ClockKind.CONTRACT, 1);
    }

    private static Instant at(long hours) {
        return Instant.ofEpochMilli(hours * HOUR);
    }

    private static SlaSignal runs(ClockId clock, int hours) {
        return Clocks.runs("acme", at(hours), clock);
    }

    private static SlaSignal settled(ClockId clock, int hours) {
        return settled(clock, "acme", hours);
    }

    private static SlaSignal settled(ClockId clock, String customer, int hours) {
        return Clocks.settled(customer, at(hours), clock);
    }

    private static SlaSignal passed(ClockId clock, int hours) {
        return Clocks.passed("acme", at(hours), clock);
    }
}
