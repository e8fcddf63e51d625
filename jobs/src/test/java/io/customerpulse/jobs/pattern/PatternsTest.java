package io.customerpulse.jobs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.patterns.Fell;
import io.customerpulse.patterns.Occurred;
import io.customerpulse.patterns.Repeated;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;

/** What patterns keep, cost and say of what came late. */
class PatternsTest {

    private static final FlagPolicy.Repeated ROW =
            ShippedPolicies.POLICIES.flags().repeatedPoorCsat();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private static Signal poor(long at) {
        return new Signal.AnswerRated("acme", Instant.ofEpochMilli(at), 1, "/s#" + at);
    }

    private static Repeated repeated(FlagPolicy.Repeated row) {
        return new Repeated(Flag.REPEATED_POOR_CSAT, row);
    }

    @Test
    void answersJustLessThanTheTimeApartAreFound() throws Exception {
        try (RunningPattern<Signal> pattern =
                RunningPattern.of(repeated(ROW)::in, new HashMapStateBackend())) {
            pattern.receives(List.of(poor(0), poor(DAY), poor(90 * DAY - 1)));
            pattern.reaches(90 * DAY);
            assertThat(pattern.found()).hasSize(1);
        }
    }

    @Test
    void answersTheTimeApartAreNot() throws Exception {
        try (RunningPattern<Signal> pattern =
                RunningPattern.of(repeated(ROW)::in, new HashMapStateBackend())) {
            pattern.receives(List.of(poor(0), poor(DAY), poor(90 * DAY)));
            pattern.reaches(90 * DAY);
            assertThat(pattern.found()).isEmpty();
        }
    }

    @Test
    void nothingIsKeptOfACustomerOnceItsAnswersAreOld() throws Exception {
        try (RunningPattern<Signal> pattern =
                RunningPattern.of(repeated(ROW)::in, new HashMapStateBackend())) {
            pattern.receives(List.of(poor(0), poor(DAY)));
            pattern.reaches(DAY);
            assertThat(pattern.stateEntries()).isPositive();
            pattern.reaches(91 * DAY - 1);
            assertThat(pattern.stateEntries()).isPositive();
            pattern.reaches(91 * DAY);
            assertThat(pattern.stateEntries()).isZero();
            assertThat(pattern.timers()).isZero();
        }
    }

    @Test
    void nothingIsKeptOfWhatOccurred() throws Exception {
        try (RunningPattern<Signal> pattern =
                RunningPattern.of(Occurred::in, new HashMapStateBackend())) {
            pattern.receives(
                    List.of(
                            new Signal.ConditionHolds(
                                    "acme",
                                    Instant.ofEpochMilli(DAY),
                                    "downtime",
                                    true,
                                    List.of("/s#1"),
                                    Optional.empty())));
            pattern.reaches(DAY);
            assertThat(pattern.found()).hasSize(1);
            pattern.reaches(DAY + 1);
            assertThat(pattern.stateEntries()).isZero();
            assertThat(pattern.timers()).isZero();
        }
    }

    @Test
    void aSignalBehindTheWatermarkIsKeptApart() throws Exception {
        try (RunningPattern<Signal> pattern =
                RunningPattern.of(repeated(ROW)::in, new HashMapStateBackend())) {
            pattern.reaches(2 * DAY);
            pattern.receives(List.of(poor(2 * DAY), poor(2 * DAY + 1)));
            assertThat(pattern.late()).containsExactly(poor(2 * DAY));
        }
    }

    @Test
    void openMatchesGoOnAfterARestart() throws Exception {
        try (RunningPattern<Signal> pattern =
                RunningPattern.of(repeated(ROW)::in, new EmbeddedRocksDBStateBackend(true))) {
            pattern.receives(List.of(poor(0), poor(DAY)));
            pattern.reaches(DAY);
            OperatorSubtaskState snapshot = pattern.snapshot();
            pattern.restartsFrom(snapshot);
            pattern.receives(List.of(poor(2 * DAY)));
            pattern.reaches(2 * DAY);
            assertThat(pattern.found()).hasSize(1);
        }
    }

    @Test
    void anotherRowIsAnotherOperator() {
        assertThat(
                        List.of(
                                repeated(ROW).uid(),
                                repeated(new FlagPolicy.Repeated(4, 2, ROW.within())).uid(),
                                repeated(new FlagPolicy.Repeated(3, 3, ROW.within())).uid(),
                                repeated(new FlagPolicy.Repeated(3, 2, Duration.ofDays(60))).uid()))
                .doesNotHaveDuplicates();
        assertThat(fell(20).uid()).isNotEqualTo(fell(21).uid());
    }

    private static Fell fell(int moreThan) {
        return new Fell(
                Flag.NPS_DROP,
                new FlagPolicy.Fell(moreThan, Duration.ofDays(30), 3, Duration.ofDays(30)));
    }

    /** The names are part of what a savepoint keeps. */
    @Test
    void stageNamesStayAsSavepointsKnowThem() {
        assertThat(List.of(Occurred.OCCURRED, Repeated.POOR_ANSWERS, Fell.BEFORE, Fell.NOW))
                .containsExactly("occurred", "poor answers", "before", "now");
    }

    /** Counted by how often a signal is written to or read from the state backend. */
    @Test
    void tenTimesAsManyAnswersCostNotMuchMoreThanTenTimesTheWork() throws Exception {
        long thousand = workFor(1_000);
        long tenThousand = workFor(10_000);

        assertThat(thousand).isGreaterThan(1_000);
        assertThat(tenThousand).isLessThanOrEqualTo(20 * thousand);
    }

    @Test
    void theStateOfManyAnswersIsThatOfTheLastFew() throws Exception {
        try (RunningPattern<Signal> pattern =
                RunningPattern.of(repeated(ROW)::in, new HashMapStateBackend())) {
            int most = 0;
            for (int answer = 0; answer < 1_000; answer++) {
                pattern.receives(List.of(poor(answer)));
                pattern.reaches(answer);
                most = Math.max(most, pattern.stateEntries());
            }
            assertThat(pattern.found()).hasSize(998);
            assertThat(most).isLessThanOrEqualTo(10);
        }
    }

    private static long workFor(int answers) throws Exception {
        long before = CountingSerializer.COUNT.get();
        try (RunningPattern<Signal> pattern =
                RunningPattern.of(
                        repeated(ROW)::in,
                        CountingSerializer.TYPE,
                        new EmbeddedRocksDBStateBackend(true))) {
            for (int answer = 0; answer < answers; answer++) {
                pattern.receives(List.of(poor(answer)));
                pattern.reaches(answer);
            }
            assertThat(pattern.found()).hasSize(answers - 2);
        }
        return CountingSerializer.COUNT.get() - before;
    }
}
