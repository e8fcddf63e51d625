package io.customerpulse.functions.sla;

import io.customerpulse.events.Emission;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.time.TimeOrderedFunction;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.sla.ledger.LedgerRecord;
import io.customerpulse.rules.sla.ledger.SlaLedger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Publishes credits and the reports of customers from verdicts, keyed by customer. */
public final class SlaLedgerFunction extends TimeOrderedFunction<SlaSignal, Emission> {

    private static final long serialVersionUID = 1L;

    /** Months and quarters with repeated misses. */
    public static final OutputTag<SlaSignal> REPEATED =
            new OutputTag<>("repeated misses", PulseTypes.SLA_SIGNAL);

    private final Policies policies;

    private transient SlaLedger ledger;
    private transient ValueState<LedgerRecord> stored;
    private transient Optional<LedgerRecord> record;

    public SlaLedgerFunction(Policies policies) {
        super(PulseTypes.SLA_SIGNAL);
        this.policies = policies;
    }

    /** Whether the function looks at a signal. */
    public static boolean looksAt(SlaSignal signal) {
        return signal instanceof SlaSignal.Verdict
                || signal instanceof SlaSignal.AccountChanged
                || signal instanceof SlaSignal.RepeatedMisses
                || signal instanceof SlaSignal.Erased;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        ledger = new SlaLedger(policies.sla(), policies.version());
        stored =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("ledger", PulseTypes.LEDGER_RECORD));
    }

    @Override
    protected Instant timeOf(SlaSignal signal) {
        return signal.time();
    }

    @Override
    protected Optional<Instant> load() throws Exception {
        record = Optional.ofNullable(stored.value());
        return record.flatMap(ledger::nextTurn);
    }

    @Override
    protected Optional<Instant> advance(
            String customer,
            Instant at,
            List<SlaSignal> signals,
            Context context,
            Collector<Emission> out) {
        SlaLedger.Step step =
                ledger.advance(record.orElseGet(LedgerRecord::new), customer, at, signals);
        record = step.state();
        step.emissions().forEach(out::collect);
        step.repeated().forEach(repeated -> context.output(REPEATED, repeated));
        return record.flatMap(ledger::nextTurn);
    }

    @Override
    protected void save() throws Exception {
        if (record.isPresent()) {
            stored.update(record.get());
        } else {
            stored.clear();
        }
    }
}
