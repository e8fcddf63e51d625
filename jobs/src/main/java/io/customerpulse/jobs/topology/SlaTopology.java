package io.customerpulse.jobs.topology;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.functions.sla.LateSlaSignalsFunction;
import io.customerpulse.functions.sla.SlaClocksFunction;
import io.customerpulse.functions.sla.SlaLedgerFunction;
import io.customerpulse.functions.sla.SlaReportFunction;
import io.customerpulse.patterns.Matches;
import io.customerpulse.patterns.MissedTarget;
import io.customerpulse.patterns.RepeatedMisses;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.sla.ReportingCalendar;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From what clocks say to breaches, credits and reports ({@code docs/sla.md}, {@code
 * docs/sla-credits.md}): a pattern finds what was missed, others that it is missed repeatedly, and
 * the ledger says what follows.
 */
final class SlaTopology {

    /**
     * What comes of clocks.
     *
     * @param results what clocks say, credits and reports
     * @param verdicts everything decided about clocks, the breaches found among it
     * @param repeated months and quarters with repeated misses
     */
    record Consequences(
            DataStream<Emission> results,
            DataStream<SlaSignal> verdicts,
            DataStream<SlaSignal> repeated) {}

    private final Policies policies;
    private final Instant alertsFrom;

    /**
     * @param alertsFrom clocks of tickets opened before are marked as backfill
     */
    SlaTopology(Policies policies, Instant alertsFrom) {
        this.policies = policies;
        this.alertsFrom = alertsFrom;
    }

    /** Adds everything from the events of customers on. */
    Consequences define(DataStream<Delivery> deliveries) {
        SingleOutputStreamOperator<SlaSignal> clocks = clocks(deliveries);
        Consequences consequences = follow(clocks);
        return new Consequences(
                clocks.getSideOutput(SlaClocksFunction.RESULTS).union(consequences.results()),
                consequences.verdicts(),
                consequences.repeated());
    }

    /** Few events concern clocks; telemetry is left out before it is sent to where its key is. */
    private SingleOutputStreamOperator<SlaSignal> clocks(DataStream<Delivery> deliveries) {
        return deliveries
                .filter(SlaClocksFunction::looksAt)
                .name("sla: deliveries")
                .uid(Uids.SLA_DELIVERIES)
                .keyBy(Delivery::customer, Types.STRING)
                .process(new SlaClocksFunction(policies, alertsFrom))
                .returns(PulseTypes.SLA_SIGNAL)
                .name("sla: clocks")
                .uid(Uids.SLA_CLOCKS);
    }

    /** Adds everything after the clocks. */
    Consequences follow(DataStream<SlaSignal> clocks) {
        Matches<SlaSignal> missed = MissedTarget.in(clocks);
        DataStream<SlaSignal> verdicts = verdicts(clocks).union(missed.found());
        Matches<SlaSignal> repeated = repeated(verdicts);
        countLate(missed.late().union(repeated.late()));
        SingleOutputStreamOperator<Emission> ledger = ledger(verdicts.union(repeated.found()));
        return new Consequences(
                breaches(missed.found()).union(ledger, tierReports(ledger)),
                verdicts,
                ledger.getSideOutput(SlaLedgerFunction.REPEATED));
    }

    /** What the clocks decide themselves, and what is known of accounts. */
    private static DataStream<SlaSignal> verdicts(DataStream<SlaSignal> clocks) {
        return clocks.filter(SlaLedgerFunction::looksAt)
                .name("sla: verdicts")
                .uid(Uids.SLA_VERDICTS);
    }

    private Matches<SlaSignal> repeated(DataStream<SlaSignal> verdicts) {
        SlaPolicy sla = policies.sla();
        ReportingCalendar calendar = new ReportingCalendar(sla.reportingZone());
        return new RepeatedMisses(RepeatedMisses.Period.MONTH, sla.repeated().inMonth(), calendar)
                .in(verdicts)
                .and(
                        new RepeatedMisses(
                                        RepeatedMisses.Period.QUARTER,
                                        sla.repeated().inQuarter(),
                                        calendar)
                                .in(verdicts));
    }

    private static DataStream<Emission> breaches(DataStream<SlaSignal> found) {
        return found.map(SlaTopology::published)
                .returns(PulseTypes.EMISSION)
                .name("sla: breaches")
                .uid(Uids.SLA_BREACHES);
    }

    private static Emission published(SlaSignal found) {
        SlaSignal.Verdict verdict = (SlaSignal.Verdict) found;
        return new OutputEvent(
                verdict.id(),
                Optional.of(verdict.customer()),
                Optional.of(verdict.time()),
                verdict.result());
    }

    private SingleOutputStreamOperator<Emission> ledger(DataStream<SlaSignal> signals) {
        return signals.keyBy(SlaSignal::customer, Types.STRING)
                .process(new SlaLedgerFunction(policies))
                .returns(PulseTypes.EMISSION)
                .name("sla: ledger")
                .uid(Uids.SLA_LEDGER);
    }

    private static DataStream<Emission> tierReports(DataStream<Emission> ledger) {
        return ledger.filter(SlaReportFunction::looksAt)
                .name("sla: customer reports")
                .uid(Uids.SLA_CUSTOMER_REPORTS)
                .keyBy(SlaReportFunction::tierOf, Types.STRING)
                .process(new SlaReportFunction())
                .returns(PulseTypes.EMISSION)
                .name("sla: tier reports")
                .uid(Uids.SLA_TIER_REPORTS);
    }

    private static void countLate(DataStream<SlaSignal> late) {
        late.process(new LateSlaSignalsFunction())
                .returns(PulseTypes.SLA_SIGNAL)
                .name("sla: late signals")
                .uid(Uids.SLA_LATE_SIGNALS);
    }
}
