package io.customerpulse.rules.sla.report;

import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The verdicts of one customer that are still to be reported, and the tiers it had meanwhile. Of a
 * clock only the last verdict of a month is kept.
 */
public final class VerdictRecord {

    /** How a contract clock was decided. */
    enum Outcome {
        MET,
        BREACHED,
        EXCLUDED
    }

    /** A contract clock, as far as reports tell it apart. */
    record Clock(String ticketId, SlaTarget target, int cycle) implements Comparable<Clock> {
        @Override
        public int compareTo(Clock other) {
            int tickets = ticketId.compareTo(other.ticketId);
            int targets = tickets != 0 ? tickets : target.compareTo(other.target);
            return targets != 0 ? targets : Integer.compare(cycle, other.cycle);
        }
    }

    private final NavigableMap<YearMonth, Map<Clock, Outcome>> months = new TreeMap<>();
    private final NavigableMap<Instant, Tier> tiers = new TreeMap<>();
    private boolean terminated;

    NavigableMap<YearMonth, Map<Clock, Outcome>> months() {
        return months;
    }

    /** The tiers by when they began. */
    NavigableMap<Instant, Tier> tiers() {
        return tiers;
    }

    void terminated(boolean ended) {
        terminated = ended;
    }

    /** Whether there is nothing to keep: of a customer who left, once everything is reported. */
    public boolean isEmpty() {
        return months.isEmpty() && (terminated || tiers.isEmpty());
    }

    /** Writes the record; {@link #read} reads it. */
    public void write(CompactOutput out) throws IOException {
        out.writeBoolean(terminated);
        out.writeAll(
                tiers.entrySet(),
                (o, tier) -> {
                    o.writeInstant(tier.getKey());
                    o.writeText(tier.getValue().name());
                });
        out.writeCount(months.size());
        for (Map.Entry<YearMonth, Map<Clock, Outcome>> month : months.entrySet()) {
            out.writeText(month.getKey().toString());
            out.writeAll(
                    month.getValue().entrySet(),
                    (o, verdict) -> {
                        o.writeReference(verdict.getKey().ticketId());
                        o.writeByte(TARGETS.get(verdict.getKey().target()));
                        o.writeCount(verdict.getKey().cycle());
                        o.writeByte(verdict.getValue().ordinal());
                    });
        }
    }

    /** The numbers stand in savepoints. */
    private static final Map<SlaTarget, Integer> TARGETS =
            Map.of(
                    SlaTarget.FIRST_RESPONSE, 0,
                    SlaTarget.NEXT_RESPONSE, 1,
                    SlaTarget.RESOLUTION, 2,
                    SlaTarget.WORKAROUND, 3);

    /** Reads what {@link #write} wrote. */
    public static VerdictRecord read(CompactInput in) throws IOException {
        VerdictRecord record = new VerdictRecord();
        record.terminated = in.readBoolean();
        for (int i = in.readSize(); i > 0; i--) {
            record.tiers.put(in.readInstant(), Tier.valueOf(in.readText()));
        }
        for (int i = in.readSize(); i > 0; i--) {
            Map<Clock, Outcome> verdicts = new TreeMap<>();
            record.months.put(YearMonth.parse(in.readText()), verdicts);
            for (int j = in.readSize(); j > 0; j--) {
                verdicts.put(
                        new Clock(in.readReference(), target(in.readByte()), in.readSize()),
                        Outcome.values()[in.readByte()]);
            }
        }
        return record;
    }

    private static SlaTarget target(int number) throws IOException {
        for (Map.Entry<SlaTarget, Integer> target : TARGETS.entrySet()) {
            if (target.getValue() == number) {
                return target.getKey();
            }
        }
        throw new IOException("unknown target in the state: " + number);
    }
}
