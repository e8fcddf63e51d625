package io.customerpulse.functions.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.ShippedPolicies;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.signal.Signal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many entries of keyed state a customer's risk costs. */
class RiskScoreStateSizeTest {

    @Test
    void nothingIsLeftOfAnErasedCustomer() throws Exception {
        try (RunningFunction<Signal, Emission> function =
                RunningFunction.start(
                        Backend.HASHMAP,
                        () -> new RiskScoreFunction(ShippedPolicies.POLICIES),
                        Signal::customer,
                        PulseTypes.EMISSION)) {
            function.receives(
                    new Signal.RiskAssessed(
                            "acme",
                            Instant.parse("2026-03-01T10:00:00Z"),
                            1,
                            false,
                            List.of(),
                            List.of()));
            function.reaches("2026-03-01T10:00:00Z");
            assertThat(function.stateEntries()).isEqualTo(1);

            function.receives(
                    new Signal.CustomerErased("acme", Instant.parse("2026-03-02T10:00:00Z")));
            function.reaches("2026-03-02T10:00:00Z");
            assertThat(function.stateEntries()).isZero();
        }
    }
}
