package io.customerpulse.functions.sla;

import static io.customerpulse.events.result.SlaTarget.RESOLUTION;
import static io.customerpulse.events.result.Tier.ENTERPRISE;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.ShippedPolicies;
import io.customerpulse.functions.Verdicts;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.sla.SlaSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class SlaLedgerFunctionTest {

    private static final SlaSignal TIER =
            new SlaSignal.AccountChanged(
                    "acme", Instant.parse("2026-01-01T12:00:00Z"), ENTERPRISE, false);
    private static final SlaSignal.Verdict MISSED =
            Verdicts.missed("acme", "2026-01-10T12:00:00Z", "T-1", RESOLUTION, ENTERPRISE);

    @Parameter Backend backend;

    private RunningFunction<SlaSignal, Emission> function;

    @BeforeEach
    void start() throws Exception {
        function = started();
    }

    private RunningFunction<SlaSignal, Emission> started() throws Exception {
        return RunningFunction.start(
                backend,
                () -> new SlaLedgerFunction(ShippedPolicies.POLICIES),
                SlaSignal::customer,
                PulseTypes.EMISSION);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    @Test
    void creditsAMissOnceTheWatermarkReachesIt() throws Exception {
        function.receives(TIER, MISSED);
        function.reaches("2026-01-10T11:59:59.999Z");
        assertThat(said()).isEmpty();

        function.reaches("2026-01-10T12:00:00Z");
        assertThat(said()).containsExactly("ACCRUED T-1 10 at 2026-01-10T12:00:00Z");
    }

    @Test
    void issuesAtTheEndOfTheMonthAndReportsADayLaterWithoutFurtherInput() throws Exception {
        function.receives(TIER, MISSED);
        function.reaches("2026-04-03T00:00:00Z");

        assertThat(said())
                .containsExactly(
                        "ACCRUED T-1 10 at 2026-01-10T12:00:00Z",
                        "ISSUED T-1 10 at 2026-02-01T05:00:00Z",
                        "2026-01: 1 breached at 2026-02-02T05:00:00Z");
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        function.receives(TIER, MISSED);
        function.reaches("2026-01-20T00:00:00Z");
        said();
        function.restarts();
        function.receives(Verdicts.overdue("acme", "2026-01-21T00:00:00Z", "T-1"));
        function.reaches("2026-02-03T00:00:00Z");

        assertThat(said())
                .containsExactly(
                        "ISSUED T-1 10 at 2026-01-21T00:00:00Z",
                        "2026-01: 1 breached at 2026-02-02T05:00:00Z");
    }

    @Test
    void theOrderOfArrivalChangesNothing() throws Exception {
        SlaSignal.Verdict second =
                Verdicts.missed("acme", "2026-01-10T12:00:00Z", "T-2", RESOLUTION, ENTERPRISE);
        List<SlaSignal> signals =
                List.of(
                        TIER,
                        MISSED,
                        second,
                        new SlaSignal.RepeatedMisses("acme", MISSED.time(), "2026-01", 2),
                        Verdicts.overdue("acme", "2026-01-12T12:00:00Z", "T-2"),
                        Verdicts.excluded("acme", "2026-01-12T12:00:00Z", "T-1", MISSED));
        function.receives(signals);
        function.reaches("2026-04-03T00:00:00Z");
        List<Emission> expected = function.said();
        assertThat(expected).hasSize(5);

        for (int seed = 0; seed < 10; seed++) {
            List<SlaSignal> shuffled = new ArrayList<>(signals);
            Collections.shuffle(shuffled, new Random(seed));
            try (RunningFunction<SlaSignal, Emission> other = started()) {
                other.receives(shuffled);
                other.reaches("2026-04-03T00:00:00Z");
                assertThat(other.said()).isEqualTo(expected);
            }
        }
    }

    @Test
    void passesOnWhichPeriodsHaveRepeatedMisses() throws Exception {
        SlaSignal.RepeatedMisses found =
                new SlaSignal.RepeatedMisses(
                        "acme", Instant.parse("2026-01-11T12:00:00Z"), "2026-01", 2);
        function.receives(
                TIER,
                MISSED,
                Verdicts.missed("acme", "2026-01-11T12:00:00Z", "T-2", RESOLUTION, ENTERPRISE),
                found);
        function.reaches("2026-01-12T00:00:00Z");

        assertThat(function.saidAside(SlaLedgerFunction.REPEATED)).containsExactly(found);
    }

    @Test
    void anErasureLeavesNothing() throws Exception {
        function.receives(
                TIER, MISSED, new SlaSignal.Erased("acme", Instant.parse("2026-01-11T12:00:00Z")));
        function.reaches("2026-01-12T00:00:00Z");
        said();
        assertThat(function.timers()).isZero();
        if (backend == Backend.HASHMAP) {
            assertThat(function.stateEntries()).isZero();
        }

        function.reaches("2026-04-03T00:00:00Z");
        assertThat(said()).isEmpty();
    }

    @Test
    void customersAreKeptApart() throws Exception {
        function.receives(
                TIER,
                MISSED,
                Verdicts.missed("globex", "2026-01-10T12:00:00Z", "T-1", RESOLUTION, ENTERPRISE));
        function.reaches("2026-01-10T12:00:00Z");

        assertThat(said())
                .containsExactly(
                        "ACCRUED T-1 10 at 2026-01-10T12:00:00Z",
                        "ACCRUED T-1 10 at 2026-01-10T12:00:00Z");
    }

    private List<String> said() {
        return function.said().stream().map(SlaLedgerFunctionTest::inWords).toList();
    }

    private static String inWords(Emission emission) {
        OutputEvent event = (OutputEvent) emission;
        String at = " at " + event.time().orElseThrow();
        if (event.result() instanceof SlaResult.Credited credited) {
            return credited.state()
                    + " "
                    + credited.ticketId()
                    + " "
                    + credited.percent().toPlainString()
                    + at;
        }
        SlaResult.Reported reported = (SlaResult.Reported) event.result();
        return reported.period() + ": " + reported.breached() + " breached" + at;
    }
}
