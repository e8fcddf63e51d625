package io.customerpulse.functions.sla;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.time.TimeOrderedFunction;
import io.customerpulse.rules.sla.report.TierReports;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.Collector;

/**
 * Publishes the reports of tiers from those of customers, keyed by tier. All customers are reported
 * on at one instant, so nothing is kept beyond it.
 */
public final class SlaReportFunction extends TimeOrderedFunction<Emission, Emission> {

    private static final long serialVersionUID = 1L;

    public SlaReportFunction() {
        super(PulseTypes.EMISSION);
    }

    /** Whether this is a customer's report. */
    public static boolean looksAt(Emission emission) {
        return emission instanceof OutputEvent event
                && event.result() instanceof SlaResult.Reported;
    }

    /** The tier that a customer's report belongs to. */
    public static String tierOf(Emission report) {
        return reported(report).tier().name();
    }

    private static SlaResult.Reported reported(Emission report) {
        return (SlaResult.Reported) ((OutputEvent) report).result();
    }

    @Override
    protected Instant timeOf(Emission report) {
        return ((OutputEvent) report).time().orElseThrow();
    }

    @Override
    protected Optional<Instant> load() {
        return Optional.empty();
    }

    @Override
    protected Optional<Instant> advance(
            String tier,
            Instant at,
            List<Emission> reports,
            Context context,
            Collector<Emission> out) {
        TierReports.of(reports.stream().map(SlaReportFunction::reported).toList())
                .forEach(
                        sum ->
                                out.collect(
                                        OutputEvent.of(TierReports.subject(sum.tier()), at, sum)));
        return Optional.empty();
    }

    @Override
    protected void save() {
        // There is nothing to keep.
    }
}
