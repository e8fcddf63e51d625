package io.customerpulse.rules.sla;

import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A whole policy as bytes, in an order that depends on its content alone. */
final class SlaPolicyFormat {

    private SlaPolicyFormat() {}

    static void write(CompactOutput out, SlaPolicy policy) throws IOException {
        writeMap(out, policy.calendars(), CompactOutput::writeText, CalendarFormat::write);
        writeMap(out, policy.contract(), SlaPolicyFormat::writeName, SlaPolicyFormat::writeTable);
        writeTable(out, policy.severityMatrix());
        writeMap(out, policy.groups(), SlaPolicyFormat::writeName, SlaPolicyFormat::writeTable);
        writeMap(
                out,
                policy.warnings(),
                SlaPolicyFormat::writeName,
                (o, percents) -> o.writeAll(percents, (p, percent) -> p.writeCount(percent)));
        out.writeBoolean(policy.pauseFirstResponse());
        writeDuration(out, policy.maintenanceNotice());
        writeDuration(out, policy.keeping().closed());
        writeDuration(out, policy.keeping().solved());
        writeDuration(out, policy.keeping().neverOpened());
        writeMap(
                out,
                policy.credits(),
                SlaPolicyFormat::writeName,
                (o, terms) -> {
                    writeDecimal(o, terms.response());
                    writeDecimal(o, terms.resolution());
                    writeDecimal(o, terms.repeated());
                });
        out.writeCount(policy.repeated().inMonth());
        out.writeCount(policy.repeated().inQuarter());
        writeMap(
                out,
                policy.reports(),
                SlaPolicyFormat::writeName,
                (o, terms) -> {
                    writeName(o, terms.every());
                    writeDecimal(o, terms.targetPercent());
                });
        out.writeText(policy.reportingZone().getId());
    }

    static SlaPolicy read(CompactInput in) throws IOException {
        return new SlaPolicy(
                readMap(in, CompactInput::readText, CalendarFormat::read),
                readMap(in, SlaPolicyFormat::readTier, SlaPolicyFormat::readTable),
                readTable(in),
                readMap(in, i -> TicketGroup.valueOf(i.readText()), SlaPolicyFormat::readTable),
                readMap(in, SlaPolicyFormat::readTier, i -> i.readAll(CompactInput::readSize)),
                in.readBoolean(),
                readDuration(in),
                new SlaPolicy.Keeping(readDuration(in), readDuration(in), readDuration(in)),
                readMap(
                        in,
                        SlaPolicyFormat::readTier,
                        i -> new CreditTerms(readDecimal(i), readDecimal(i), readDecimal(i))),
                new SlaPolicy.Repeated(in.readSize(), in.readSize()),
                readMap(
                        in,
                        SlaPolicyFormat::readTier,
                        i ->
                                new SlaPolicy.ReportTerms(
                                        SlaPolicy.ReportingPeriod.valueOf(i.readText()),
                                        readDecimal(i))),
                ZoneId.of(in.readText()));
    }

    private static void writeTable(CompactOutput out, PromiseTable table) throws IOException {
        writeMap(
                out,
                table.promises(),
                SlaPolicyFormat::writeName,
                (o, bySeverity) ->
                        writeMap(
                                o,
                                bySeverity,
                                SlaPolicyFormat::writeName,
                                SlaPolicyFormat::writePromise));
    }

    private static PromiseTable readTable(CompactInput in) throws IOException {
        return new PromiseTable(
                readMap(
                        in,
                        i -> SlaTarget.valueOf(i.readText()),
                        i ->
                                readMap(
                                        i,
                                        s -> Severity.valueOf(s.readText()),
                                        SlaPolicyFormat::readPromise)));
    }

    private static void writePromise(CompactOutput out, Promise promise) throws IOException {
        if (promise instanceof Promise.ByOpening byOpening) {
            out.writeBoolean(true);
            out.writeText(byOpening.calendar());
            out.writeAll(byOpening.inside(), SlaPolicyFormat::writeAllowance);
            out.writeAll(byOpening.outside(), SlaPolicyFormat::writeAllowance);
        } else if (promise instanceof Promise.Fixed fixed) {
            out.writeBoolean(false);
            out.writeAll(fixed.allowances(), SlaPolicyFormat::writeAllowance);
        }
    }

    private static Promise readPromise(CompactInput in) throws IOException {
        return in.readBoolean()
                ? new Promise.ByOpening(in.readText(), readAllowances(in), readAllowances(in))
                : new Promise.Fixed(readAllowances(in));
    }

    private static void writeAllowance(CompactOutput out, Allowance allowance) throws IOException {
        writeDuration(out, allowance.openTime());
        out.writeText(allowance.calendar());
    }

    private static List<Allowance> readAllowances(CompactInput in) throws IOException {
        return in.readAll(i -> new Allowance(readDuration(i), i.readText()));
    }

    private static Tier readTier(CompactInput in) throws IOException {
        return Tier.valueOf(in.readText());
    }

    private static void writeName(CompactOutput out, Enum<?> value) throws IOException {
        out.writeText(value.name());
    }

    private static void writeDuration(CompactOutput out, Duration value) throws IOException {
        out.writeCount(value.toMillis());
    }

    private static Duration readDuration(CompactInput in) throws IOException {
        return Duration.ofMillis(in.readCount());
    }

    private static void writeDecimal(CompactOutput out, BigDecimal value) throws IOException {
        out.writeText(value.toPlainString());
    }

    private static BigDecimal readDecimal(CompactInput in) throws IOException {
        return new BigDecimal(in.readText());
    }

    /** In the order of the keys, so that equal policies give equal bytes. */
    static <K, V> void writeMap(
            CompactOutput out,
            Map<K, V> map,
            CompactOutput.Element<K> key,
            CompactOutput.Element<V> value)
            throws IOException {
        Collection<Map.Entry<K, V>> entries = new TreeMap<>(map).entrySet();
        out.writeAll(
                entries,
                (o, entry) -> {
                    key.write(o, entry.getKey());
                    value.write(o, entry.getValue());
                });
    }

    static <K, V> Map<K, V> readMap(
            CompactInput in, CompactInput.Element<K> key, CompactInput.Element<V> value)
            throws IOException {
        Map<K, V> map = new LinkedHashMap<>();
        for (int i = in.readSize(); i > 0; i--) {
            map.put(key.read(in), value.read(in));
        }
        return map;
    }
}
