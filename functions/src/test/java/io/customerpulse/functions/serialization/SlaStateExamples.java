package io.customerpulse.functions.serialization;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.Tier;
import io.customerpulse.functions.ShippedPolicies;
import io.customerpulse.functions.Verdicts;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.ledger.LedgerRecord;
import io.customerpulse.rules.sla.ledger.SlaLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is kept of service levels. */
final class SlaStateExamples {

    private static final String NOON = "2026-03-01T12:00:00Z";
    private static final Instant AT_NOON = Instant.parse(NOON);

    private SlaStateExamples() {}

    static List<StateExample<?>> all() {
        List<StateExample<?>> examples = new ArrayList<>();
        for (SlaSignal signal : signals()) {
            String kind = signal.getClass().getSimpleName();
            String name = kind.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            examples.add(new StateExample<>("sla-signal-" + name, PulseTypes.SLA_SIGNAL, signal));
        }
        examples.add(new StateExample<>("ledger-record", PulseTypes.LEDGER_RECORD, ledger()));
        examples.add(
                new StateExample<>(
                        "ledger-record-empty", PulseTypes.LEDGER_RECORD, new LedgerRecord()));
        return examples;
    }

    /** One of each kind. */
    static List<SlaSignal> signals() {
        ClockId clock = new ClockId("T-1", SlaTarget.RESOLUTION, ClockKind.CONTRACT, 1);
        return List.of(
                new SlaSignal.ClockRuns("acme", AT_NOON, clock),
                new SlaSignal.ClockSettled("acme", AT_NOON, clock),
                new SlaSignal.DeadlinePassed(
                        "acme",
                        AT_NOON,
                        clock,
                        Verdicts.breach(NOON, "T-1", SlaTarget.RESOLUTION, Tier.ENTERPRISE)),
                Verdicts.missed("acme", NOON, "T-1", SlaTarget.WORKAROUND, Tier.MID_MARKET),
                new SlaSignal.AccountChanged("acme", AT_NOON, Tier.ENTERPRISE, true),
                new SlaSignal.RepeatedMisses("acme", AT_NOON, "2026-Q1", 3),
                new SlaSignal.Erased("acme", AT_NOON));
    }

    /** Two misses, one of them issued, and clocks to be reported. */
    static LedgerRecord ledger() {
        SlaLedger ledger =
                new SlaLedger(ShippedPolicies.POLICIES.sla(), ShippedPolicies.POLICIES.version());
        LedgerRecord record = new LedgerRecord();
        advance(
                ledger,
                record,
                new SlaSignal.AccountChanged("acme", AT_NOON, Tier.ENTERPRISE, false),
                Verdicts.missed("acme", NOON, "T-1", SlaTarget.RESOLUTION, Tier.ENTERPRISE));
        String later = "2026-03-02T12:00:00Z";
        advance(
                ledger,
                record,
                Verdicts.overdue("acme", later, "T-1"),
                Verdicts.missed("acme", later, "T-2", SlaTarget.FIRST_RESPONSE, Tier.ENTERPRISE),
                Verdicts.met("acme", later, "T-3", Tier.ENTERPRISE),
                new SlaSignal.RepeatedMisses("acme", Instant.parse(later), "2026-03", 2));
        return record;
    }

    private static void advance(SlaLedger ledger, LedgerRecord record, SlaSignal... signals) {
        ledger.advance(record, "acme", signals[0].time(), List.of(signals));
    }
}
