package io.customerpulse.functions.customer;

import io.customerpulse.events.Emission;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.DirectoryEntry;
import java.time.Instant;
import java.util.Optional;

/** Says of events that came late what became of them. */
final class LateEvents {

    private LateEvents() {}

    static Optional<Emission> of(Delivery delivery, boolean applied, String policyVersion) {
        return said(delivery.event(), delivery.at(), delivery.lateness(), applied, policyVersion);
    }

    static Optional<Emission> of(
            DirectoryEntry.Shared shared, boolean applied, String policyVersion) {
        return said(shared.event(), shared.at(), shared.lateness(), applied, policyVersion);
    }

    private static Optional<Emission> said(
            InputEvent event,
            Instant at,
            Optional<Delivery.Lateness> lateness,
            boolean applied,
            String policyVersion) {
        return lateness.map(
                late ->
                        OutputEvent.of(
                                event.subject(),
                                Optional.of(at),
                                new IngestResult.Late(
                                        late.original(), late.by(), applied, policyVersion)));
    }
}
