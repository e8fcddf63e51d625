package io.customerpulse.functions.customer;

import static io.customerpulse.functions.Customer.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.functions.Backend;
import io.customerpulse.functions.Customer;
import io.customerpulse.functions.RunningFunction;
import io.customerpulse.functions.ShippedPolicies;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.signal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many entries of keyed state a customer costs. */
class CustomerStateSizeTest {

    private static final int THE_RECORD = 1;
    private static final int THE_WAITING_EVENTS = 1;

    private static final Customer ACME = customer("acme");

    private RunningFunction<Delivery, Signal> function;

    @BeforeEach
    void start() throws Exception {
        function =
                RunningFunction.start(
                        Backend.HASHMAP,
                        () -> new CustomerStateFunction(ShippedPolicies.POLICIES),
                        Delivery::customer,
                        PulseTypes.SIGNAL);
    }

    @AfterEach
    void stop() throws Exception {
        function.close();
    }

    @Test
    void aCustomerIsOneRecordHoweverMuchHappened() throws Exception {
        for (int day = 1; day <= 28; day++) {
            String date = "2026-02-%02d".formatted(day);
            happens(
                    ACME.uses("ann", date + "T09:00:00Z"),
                    ACME.opensTicket("T-" + day, date + "T10:00:00Z"));
        }
        function.reaches("2026-03-01T00:00:00Z");

        assertThat(function.stateEntries()).isEqualTo(THE_RECORD);
    }

    @Test
    void eventsThatWaitAreOneEntryMore() throws Exception {
        happens(ACME.uses("ann", "2026-03-01T09:00:00Z"));
        happens(
                ACME.opensTicket("T-1", "2026-03-01T10:00:00Z"),
                ACME.opensTicket("T-2", "2026-03-01T11:00:00Z"));

        assertThat(function.stateEntries()).isEqualTo(THE_RECORD + THE_WAITING_EVENTS);
    }

    @Test
    void anErasedCustomerIsTheMarkerAlone() throws Exception {
        happens(
                ACME.signsUntil("2027-01-01T00:00:00Z", "2026-03-01T09:00:00Z"),
                ACME.uses("ann", "2026-03-01T10:00:00Z"),
                ACME.isErased("2026-03-01T11:00:00Z"));
        function.reaches("2026-03-01T11:00:00Z");

        assertThat(function.stateEntries()).isEqualTo(THE_RECORD);
        assertThat(function.timers()).isZero();
    }

    private void happens(InputEvent... events) throws Exception {
        for (InputEvent event : events) {
            function.receives(Delivery.onTime(event.subject().orElseThrow(), event));
        }
    }
}
