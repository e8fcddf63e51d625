package io.customerpulse.rules.sla.credit;

import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.ClockReading;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A missed target that earns a credit: of a clock that binds by contract.
 *
 * @param id the id of the published event
 * @param miss the miss it makes, or is part of
 * @param target what was not reached
 * @param cycle which of the ticket's clocks of this target it was
 * @param at when
 * @param tier the customer's tier then
 * @param backfill whether the clock was opened before alerting began
 */
public record ContractBreach(
        String id,
        MissId miss,
        SlaTarget target,
        int cycle,
        Instant at,
        Tier tier,
        boolean backfill) {

    /** The earlier one dates a miss; the rest only makes the order independent of arrival. */
    static final Comparator<ContractBreach> EARLIER_FIRST =
            Comparator.comparing(ContractBreach::at)
                    .thenComparing(ContractBreach::target)
                    .thenComparing(ContractBreach::cycle)
                    .thenComparing(ContractBreach::id);

    /**
     * The breach that a verdict says, if it says one that earns a credit. A breach found afterwards
     * is dated by when the target was used up, since the verdict itself comes later.
     */
    public static Optional<ContractBreach> of(SlaSignal.Verdict verdict) {
        if (!(verdict.result() instanceof SlaResult.Breached breached)
                || breached.reading().clock() != ClockKind.CONTRACT) {
            return Optional.empty();
        }
        ClockReading reading = breached.reading();
        Instant at =
                breached.corrects().isPresent()
                        ? reading.dueAt().orElse(verdict.time())
                        : verdict.time();
        return Optional.of(
                new ContractBreach(
                        verdict.id(),
                        new MissId(reading.ticketId(), MissKind.of(reading.target())),
                        reading.target(),
                        reading.cycle(),
                        at,
                        reading.tier(),
                        reading.backfill()));
    }

    void write(CompactOutput out) throws IOException {
        out.writeText(id);
        out.writeText(miss.ticketId());
        out.writeText(target.name());
        out.writeCount(cycle);
        out.writeInstant(at);
        out.writeText(tier.name());
        out.writeBoolean(backfill);
    }

    static ContractBreach read(CompactInput in) throws IOException {
        String id = in.readText();
        String ticket = in.readText();
        SlaTarget target = SlaTarget.valueOf(in.readText());
        return new ContractBreach(
                id,
                new MissId(ticket, MissKind.of(target)),
                target,
                in.readSize(),
                in.readInstant(),
                Tier.valueOf(in.readText()),
                in.readBoolean());
    }
}
