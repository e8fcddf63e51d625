package io.customerpulse.functions.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.ShippedPolicies;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class RiskScoreFunctionTest {

    @Parameter Backend backend;

    private RunningFunction<Signal, Emission> function;

    @BeforeEach
    void start() throws Exception {
        function =
                RunningFunction.start(
                        backend,
                        () -> new RiskScoreFunction(ShippedPolicies.POLICIES),
                        Signal::customer,
                        PulseTypes.EMISSION);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    @Test
    void publishesNothingBeforeTheWatermarkReachesTheSignal() throws Exception {
        function.receives(points(30, "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T09:59:59.999Z");

        assertThat(published()).isEmpty();
    }

    @Test
    void publishesTheScoreAndTheWorseBandAtTheInstantOfTheSignal() throws Exception {
        function.receives(points(30, "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(published())
                .containsExactly(
                        "2026-03-01T10:00:00Z 30 points, YELLOW",
                        "2026-03-01T10:00:00Z GREEN to YELLOW");
    }

    @Test
    void takesSignalsInTheOrderOfTheirTimes() throws Exception {
        function.receives(points(0, "2026-03-01T11:00:00Z"), points(10, "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T12:00:00Z");

        assertThat(published())
                .containsExactly(
                        "2026-03-01T10:00:00Z 10 points, GREEN",
                        "2026-03-01T11:00:00Z 0 points, GREEN");
    }

    @Test
    void publishesTheFirstScoreEvenWithoutPoints() throws Exception {
        function.receives(points(0, "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");

        assertThat(published()).containsExactly("2026-03-01T10:00:00Z 0 points, GREEN");
    }

    @Test
    void publishesNothingWhileTheContributionsStayTheSame() throws Exception {
        function.receives(points(10, "2026-03-01T10:00:00Z"), points(10, "2026-03-02T10:00:00Z"));
        function.reaches("2026-03-02T10:00:00Z");

        assertThat(published()).hasSize(1);
    }

    @Test
    void announcesABetterBandAfterItHasHeldWithOnlyTheWatermarkMoving() throws Exception {
        function.receives(points(30, "2026-03-01T10:00:00Z"), points(0, "2026-03-02T10:00:00Z"));
        function.reaches("2026-03-03T09:59:59.999Z");
        assertThat(published()).last().isEqualTo("2026-03-02T10:00:00Z 0 points, GREEN");

        function.reaches("2026-03-03T10:00:00Z");
        assertThat(published()).containsExactly("2026-03-03T10:00:00Z YELLOW to GREEN");
    }

    @Test
    void keepsATimerOnlyWhileABetterBandMustHold() throws Exception {
        function.receives(points(30, "2026-03-01T10:00:00Z"));
        function.reaches("2026-03-01T10:00:00Z");
        assertThat(function.timers()).isZero();

        function.receives(points(0, "2026-03-02T10:00:00Z"));
        function.reaches("2026-03-02T10:00:00Z");
        assertThat(function.timers()).isEqualTo(1);

        function.receives(points(30, "2026-03-02T11:00:00Z"));
        function.reaches("2026-03-02T11:00:00Z");
        assertThat(function.timers()).isZero();
    }

    @Test
    void anErasureTakesTheScoreFromTheTopic() throws Exception {
        function.receives(
                points(30, "2026-03-01T10:00:00Z"),
                new Signal.CustomerErased("acme", Instant.parse("2026-03-02T10:00:00Z")));
        function.reaches("2026-03-02T10:00:00Z");

        assertThat(published()).last().isEqualTo("2026-03-02T10:00:00Z tombstone of acme");
    }

    @Test
    void anErasureLeavesNoTimer() throws Exception {
        function.receives(
                points(30, "2026-03-01T10:00:00Z"),
                points(0, "2026-03-01T11:00:00Z"),
                new Signal.CustomerErased("acme", Instant.parse("2026-03-01T12:00:00Z")));
        function.reaches("2026-03-01T12:00:00Z");
        published();

        assertThat(function.timers()).isZero();
        function.reaches("2026-04-01T00:00:00Z");
        assertThat(published()).isEmpty();
    }

    @Test
    void aNewLifeIsPublishedEvenIfThePointsAreTheSame() throws Exception {
        function.receives(
                assessed(1, 10, "2026-03-01T10:00:00Z"), assessed(2, 10, "2026-03-02T10:00:00Z"));
        function.reaches("2026-03-02T10:00:00Z");

        assertThat(published())
                .containsExactly(
                        "2026-03-01T10:00:00Z 10 points, GREEN",
                        "2026-03-02T10:00:00Z 10 points, GREEN");
    }

    @Test
    void goesOnAfterARestartWithASignalWaitingAndABandThatMustHold() throws Exception {
        function.receives(
                points(50, "2026-03-01T10:00:00Z"),
                points(30, "2026-03-01T11:00:00Z"),
                points(0, "2026-03-01T20:00:00Z"));
        function.reaches("2026-03-01T11:00:00Z");
        published();

        function.restarts();
        function.reaches("2026-03-05T00:00:00Z");

        assertThat(published())
                .containsExactly(
                        "2026-03-01T20:00:00Z 0 points, GREEN",
                        "2026-03-02T11:00:00Z ORANGE to YELLOW",
                        "2026-03-02T20:00:00Z YELLOW to GREEN");
    }

    private static Signal points(int points, String at) {
        return assessed(1, points, at);
    }

    private static Signal assessed(int life, int points, String at) {
        Instant time = Instant.parse(at);
        List<Contribution> contributions =
                points == 0
                        ? List.of()
                        : List.of(
                                new Contribution(
                                        "some-factor",
                                        points,
                                        time,
                                        List.of("/test#1"),
                                        Optional.empty()));
        return new Signal.RiskAssessed("acme", time, life, false, contributions, List.of());
    }

    private List<String> published() {
        return function.said().stream().map(RiskScoreFunctionTest::shown).toList();
    }

    private static String shown(Emission emission) {
        if (emission instanceof Tombstone tombstone) {
            return tombstone.time() + " tombstone of " + tombstone.key();
        }
        OutputEvent event = (OutputEvent) emission;
        String time = event.time().orElseThrow() + " ";
        if (event.result() instanceof RiskResult.Scored scored) {
            return time + scored.points() + " points, " + scored.band();
        }
        RiskResult.BandChanged changed = (RiskResult.BandChanged) event.result();
        return time + changed.from() + " to " + changed.to();
    }
}
