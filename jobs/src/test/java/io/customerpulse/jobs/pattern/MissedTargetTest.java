package io.customerpulse.jobs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.TargetSource;
import io.customerpulse.events.result.Tier;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.patterns.MissedTarget;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        SlaResult.Breached breach = breach(CLOCK, 5);
        assertThat(pattern.found())
                .containsExactly(
                        new SlaSignal.Verdict(
                                "acme",
                                at(5),
                                OutputEvent.of("acme", at(5), breach).id(),
                                breach));
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
                List.of(
                        runs(CLOCK, 1),
                        settled(CLOCK, 2),
                        runs(CLOCK, 3),
                        passed(CLOCK, 5)));
        pattern.reaches(6 * HOUR);
        assertThat(pattern.found()).hasSize(1);
    }

    @Test
    void aClockThatIsSettledAndRunsAgainAtOneInstantCanBeMissed() throws Exception {
        pattern.receives(
                List.of(
                        runs(CLOCK, 1),
                        runs(CLOCK, 3),
                        settled(CLOCK, 3),
                        passed(CLOCK, 5)));
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
                        new SlaSignal.ClockRuns("a b", at(1), clockOf("c")),
                        new SlaSignal.ClockSettled("a", at(2), clockOf("b c")),
                        new SlaSignal.DeadlinePassed(
                                "a b", at(5), clockOf("c"), breach(clockOf("c"), 5))));
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
        return new SlaSignal.ClockRuns("acme", at(hours), clock);
    }

    private static SlaSignal settled(ClockId clock, int hours) {
        return settled(clock, "acme", hours);
    }

    private static SlaSignal settled(ClockId clock, String customer, int hours) {
        return new SlaSignal.ClockSettled(customer, at(hours), clock);
    }

    private static SlaSignal passed(ClockId clock, int hours) {
        return new SlaSignal.DeadlinePassed("acme", at(hours), clock, breach(clock, hours));
    }

    private static SlaResult.Breached breach(ClockId clock, long hours) {
        return new SlaResult.Breached(
                new ClockReading(
                        clock.ticketId(),
                        clock.target(),
                        clock.kind(),
                        clock.cycle(),
                        Tier.ENTERPRISE,
                        Severity.P1,
                        Optional.empty(),
                        at(1),
                        Optional.of(at(hours)),
                        Duration.ofHours(hours - 1),
                        Duration.ofHours(hours - 1),
                        new BigDecimal("100.00"),
                        "always",
                        TargetSource.TIER,
                        false),
                Optional.empty(),
                Optional.empty(),
                "1");
    }
}
