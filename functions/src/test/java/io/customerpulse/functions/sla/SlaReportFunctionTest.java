package io.customerpulse.functions.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.Tier;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.serialization.PulseTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class SlaReportFunctionTest {

    private static final String FEBRUARY = "2026-02-02T05:00:00Z";

    @Parameter Backend backend;

    private RunningFunction<Emission, Emission> function;

    @BeforeEach
    void start() throws Exception {
        function =
                RunningFunction.start(
                        backend,
                        SlaReportFunction::new,
                        SlaReportFunction::tierOf,
                        PulseTypes.EMISSION);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    @Test
    void reportsTheSumOfATiersCustomersAtTheInstantOfTheirReports() throws Exception {
        function.receives(
                customer("acme", FEBRUARY, Tier.ENTERPRISE, 1, 1),
                customer("globex", FEBRUARY, Tier.ENTERPRISE, 2, 0),
                customer("initech", FEBRUARY, Tier.MID_MARKET, 5, 5));
        function.reaches(Instant.parse(FEBRUARY).minusMillis(1));
        assertThat(function.said()).isEmpty();

        function.reaches(FEBRUARY);
        assertThat(function.said())
                .containsExactlyInAnyOrder(
                        tier(FEBRUARY, Tier.ENTERPRISE, 2, 3, 1, "75.00"),
                        tier(FEBRUARY, Tier.MID_MARKET, 1, 5, 5, "50.00"));
    }

    @Test
    void keepsNothingFromReportToReport() throws Exception {
        function.receives(customer("acme", FEBRUARY, Tier.ENTERPRISE, 1, 1));
        function.reaches(FEBRUARY);
        function.said();
        assertThat(function.timers()).isZero();
        if (backend == Backend.HASHMAP) {
            assertThat(function.stateEntries()).isZero();
        }
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        function.receives(customer("acme", FEBRUARY, Tier.ENTERPRISE, 1, 1));
        function.restarts();
        function.receives(customer("globex", FEBRUARY, Tier.ENTERPRISE, 2, 0));
        function.reaches(FEBRUARY);

        assertThat(function.said())
                .containsExactly(tier(FEBRUARY, Tier.ENTERPRISE, 2, 3, 1, "75.00"));
    }

    private static Emission customer(String customer, String at, Tier tier, int met, int breached) {
        return OutputEvent.of(
                customer,
                Instant.parse(at),
                new SlaResult.Reported(
                        tier,
                        "2026-01",
                        1,
                        met,
                        breached,
                        0,
                        Optional.of(BigDecimal.TEN),
                        new BigDecimal("99.5"),
                        Optional.of(BigDecimal.ZERO),
                        "1"));
    }

    private static Emission tier(
            String at, Tier tier, int tickets, int met, int breached, String achieved) {
        return OutputEvent.of(
                "tier:" + tier,
                Instant.parse(at),
                new SlaResult.Reported(
                        tier,
                        "2026-01",
                        tickets,
                        met,
                        breached,
                        0,
                        Optional.of(new BigDecimal(achieved)),
                        new BigDecimal("99.5"),
                        Optional.empty(),
                        "1"));
    }
}
