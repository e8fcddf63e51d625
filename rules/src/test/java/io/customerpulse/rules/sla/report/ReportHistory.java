package io.customerpulse.rules.sla.report;

import io.customerpulse.events.result.SlaResult;
import io.customerpulse.rules.sla.SlaPolicy;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import io.customerpulse.rules.story.ShippedPolicies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is reported of a history of verdicts; the record goes through its byte form all the time.
 */
final class ReportHistory {

    private static final SlaPolicy POLICY = ShippedPolicies.read().sla();

    private final CustomerReports reports = new CustomerReports(POLICY, "1");
    private final Map<YearMonth, BigDecimal> credits;
    private VerdictRecord record = new VerdictRecord();
    private Instant now = Instant.EPOCH;
    private final Map<Instant, SlaResult.Reported> reported = new TreeMap<>();

    private ReportHistory(Map<YearMonth, BigDecimal> credits) {
        this.credits = credits;
    }

    static ReportHistory of(SlaSignal... signals) {
        return of(List.of(signals));
    }

    static ReportHistory of(List<SlaSignal> signals) {
        return new ReportHistory(Map.of()).moved(signals);
    }

    static ReportHistory with(Map<YearMonth, BigDecimal> credits, SlaSignal... signals) {
        return new ReportHistory(credits).moved(List.of(signals));
    }

    private ReportHistory moved(List<SlaSignal> signals) {
        TreeMap<Instant, List<SlaSignal>> instants = new TreeMap<>();
        signals.forEach(s -> instants.computeIfAbsent(s.time(), at -> new ArrayList<>()).add(s));
        instants.forEach(
                (at, together) -> {
                    until(at);
                    advance(at, together);
                });
        return this;
    }

    private void until(Instant instant) {
        for (Optional<Instant> turn = reports.nextTurn(record, now);
                turn.filter(at -> at.isBefore(instant)).isPresent();
                turn = reports.nextTurn(record, now)) {
            advance(turn.get(), List.of());
        }
    }

    /** Lets time pass up to an instant. */
    ReportHistory later(Instant instant) {
        until(instant.plusMillis(1));
        return this;
    }

    private void advance(Instant at, List<SlaSignal> signals) {
        List<SlaResult.Reported> now =
                reports.advance(
                        record, at, signals, month -> credits.getOrDefault(month, BigDecimal.ZERO));
        now.forEach(report -> reported.put(at, report));
        this.now = at;
        record = throughBytes(record);
    }

    private static VerdictRecord throughBytes(VerdictRecord record) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            record.write(new CompactOutput(new DataOutputStream(bytes)));
            return VerdictRecord.read(
                    new CompactInput(
                            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The reports by when they were made. */
    Map<Instant, SlaResult.Reported> reported() {
        return reported;
    }

    /** As {@code 2026-01 ENTERPRISE: 2 tickets, 1 met, 1 breached, 0 excluded, 50.00 %}. */
    List<String> said() {
        return reported.values().stream()
                .map(
                        r ->
                                "%s %s: %d tickets, %d met, %d breached, %d excluded, %s"
                                        .formatted(
                                                r.period(),
                                                r.tier(),
                                                r.tickets(),
                                                r.met(),
                                                r.breached(),
                                                r.excluded(),
                                                r.achievedPercent()
                                                        .map(p -> p.toPlainString() + " %")
                                                        .orElse("nothing decided")))
                .toList();
    }

    boolean isEmpty() {
        return record.isEmpty();
    }
}
