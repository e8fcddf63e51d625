package io.customerpulse.rules.sla.ledger;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.credit.CreditLedger;
import io.customerpulse.rules.sla.report.CustomerReports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from the verdicts about a customer's clocks: credits and reports ({@code
 * docs/sla-credits.md}). It keeps no state of its own: the caller holds the record and brings
 * signals and turns in the order of their instants.
 */
public final class SlaLedger {

    /**
     * The state after an instant.
     *
     * @param state empty when nothing is to be kept
     * @param emissions credits and the customer's reports, to be published as they are
     * @param repeated months and quarters that now have repeated misses
     */
    public record Step(
            Optional<LedgerRecord> state,
            List<Emission> emissions,
            List<SlaSignal.RepeatedMisses> repeated) {}

    private final CreditLedger credits;
    private final CustomerReports reports;

    public SlaLedger(SlaPolicy policy, String policyVersion) {
        credits = new CreditLedger(policy, policyVersion);
        reports = new CustomerReports(policy, policyVersion);
    }

    /**
     * Moves a customer to an instant.
     *
     * @param signals what became true then, in any order; empty at {@link #nextTurn}
     */
    public Step advance(LedgerRecord record, String customer, Instant at, List<SlaSignal> signals) {
        if (signals.stream().anyMatch(SlaSignal.Erased.class::isInstance)) {
            return new Step(Optional.empty(), List.of(), List.of());
        }
        CreditLedger.Step credited = credits.advance(record.credits(), customer, at, signals);
        List<SlaResult.Reported> reported =
                reports.advance(
                        record.verdicts(),
                        at,
                        signals,
                        month -> credits.percent(record.credits(), month));
        record.movedTo(at);
        List<Emission> emissions = new ArrayList<>();
        Stream.concat(credited.credits().stream(), reported.stream())
                .forEach(result -> emissions.add(OutputEvent.of(customer, at, result)));
        return new Step(
                record.isEmpty() ? Optional.empty() : Optional.of(record),
                emissions,
                credited.repeated());
    }

    /** The next instant at which something turns by the passing of time alone. */
    public Optional<Instant> nextTurn(LedgerRecord record) {
        return Stream.concat(
                        credits.nextTurn(record.credits()).stream(),
                        reports.nextTurn(record.verdicts(), record.movedTo()).stream())
                .min(Instant::compareTo);
    }
}
