package io.customerpulse.functions.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.OutputEvent;
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
class FlagLifecycleFunctionTest {

    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String ELEVEN = "2026-03-01T11:00:00Z";

    @Parameter Backend backend;

    private RunningFunction<Signal, Signal> function;

    @BeforeEach
    void start() throws Exception {
        function =
                RunningFunction.start(
                        backend,
                        () -> new FlagLifecycleFunction(ShippedPolicies.POLICIES),
                        Signal::customer,
                        PulseTypes.SIGNAL);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    private static Signal holds(String flag, String at) {
        return new Signal.ConditionHolds(
                "acme", Instant.parse(at), flag, true, List.of("/s#1"), Optional.empty());
    }

    private static Signal ended(String flag, String at) {
        return new Signal.ConditionEnded("acme", Instant.parse(at), flag);
    }

    private static Signal matched(String flag, String at) {
        return new Signal.PatternMatched("acme", Instant.parse(at), flag);
    }

    /** What was published since this was last asked, as {@code instant type}. */
    private List<String> published() {
        return function.saidAside(FlagLifecycleFunction.FLAGS).stream()
                .map(OutputEvent.class::cast)
                .map(event -> event.time().orElseThrow() + " " + event.result().type().typeName())
                .toList();
    }

    @Test
    void raisesNothingBeforeTheWatermarkReachesTheMatch() throws Exception {
        function.receives(holds("nps-drop", TEN), matched("nps-drop", TEN));
        function.reaches("2026-03-01T09:59:59.999Z");

        assertThat(published()).isEmpty();
    }

    @Test
    void raisesTheFlagAndTellsItsFactorAtTheInstantOfTheMatch() throws Exception {
        function.receives(matched("nps-drop", TEN), holds("nps-drop", TEN));
        function.reaches(ELEVEN);

        assertThat(published()).containsExactly(TEN + " flag.raised");
        assertThat(function.said())
                .singleElement()
                .isInstanceOf(Signal.FactorsFlagged.class)
                .extracting(Signal::time)
                .isEqualTo(Instant.parse(TEN));
    }

    @Test
    void theOrderOfArrivalOfInstantsDoesNotMatter() throws Exception {
        function.receives(
                ended("nps-drop", ELEVEN), matched("nps-drop", TEN), holds("nps-drop", TEN));
        function.reaches(ELEVEN);

        assertThat(published()).containsExactly(TEN + " flag.raised", ELEVEN + " flag.cleared");
    }

    @Test
    void goesOnAfterARestartWithAFlagUp() throws Exception {
        function.receives(matched("nps-drop", TEN), holds("nps-drop", TEN));
        function.reaches(TEN);
        published();
        function.restarts();
        function.receives(ended("nps-drop", ELEVEN));
        function.reaches(ELEVEN);

        assertThat(published()).containsExactly(ELEVEN + " flag.cleared");
    }

    @Test
    void keepsNothingOnceNoFlagCanGoOn() throws Exception {
        function.receives(
                matched("nps-drop", TEN), holds("nps-drop", TEN), ended("nps-drop", ELEVEN));
        function.reaches("2026-03-02T10:59:59.999Z");
        assertThat(function.timers()).isEqualTo(1);
        function.reaches("2026-03-02T11:00:00Z");

        assertThat(function.timers()).isZero();
        if (backend == Backend.HASHMAP) {
            assertThat(function.stateEntries()).isZero();
        }
    }

    @Test
    void keepsNothingAfterAnErasure() throws Exception {
        function.receives(matched("nps-drop", TEN), holds("nps-drop", TEN));
        function.receives(new Signal.CustomerErased("acme", Instant.parse(ELEVEN)));
        function.reaches(ELEVEN);

        assertThat(published()).containsExactly(TEN + " flag.raised");
        assertThat(function.timers()).isZero();
        if (backend == Backend.HASHMAP) {
            assertThat(function.stateEntries()).isZero();
        }
    }
}
