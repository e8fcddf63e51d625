package io.customerpulse.events.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.customerpulse.events.fact.ExclusionReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of service-level targets, and what is owed for missed ones. */
public sealed interface SlaResult extends Result {

    /**
     * A target applies to a ticket for the first time.
     *
     * @param reading the clock at that instant; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record Started(@JsonUnwrapped ClockReading reading, String policyVersion) implements SlaResult {

        public Started {
            Objects.requireNonNull(reading, "reading");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.SLA_STARTED;
        }

        @Override
        public List<String> distinguisher() {
            return reading.identity();
        }
    }

    /**
     * A clock has used the part of its target at which people are warned.
     *
     * @param reading the clock at that instant; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record Warned(@JsonUnwrapped ClockReading reading, String policyVersion) implements SlaResult {

        public Warned {
            Objects.requireNonNull(reading, "reading");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.SLA_WARNED;
        }

        @Override
        public List<String> distinguisher() {
            return reading.identity();
        }
    }

    /**
     * What the clock waited for happened in time.
     *
     * @param reading the clock at that instant; its fields stand beside the others
     * @param metAt when it happened
     * @param corrects the id of an earlier verdict that this one replaces
     * @param policyVersion the policies that decided it
     */
    record Met(
            @JsonUnwrapped ClockReading reading,
            Instant metAt,
            Optional<String> corrects,
            String policyVersion)
            implements SlaResult {

        public Met {
            Objects.requireNonNull(reading, "reading");
            Objects.requireNonNull(metAt, "metAt");
            Objects.requireNonNull(corrects, "corrects");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.SLA_MET;
        }

        @Override
        public List<String> distinguisher() {
            return with(reading.identity(), corrects);
        }
    }

    /**
     * The target was used up before what the clock waited for happened.
     *
     * @param reading the clock at that instant; its fields stand beside the others
     * @param metAt when it happened after all, if that is known
     * @param corrects the id of an earlier verdict that this one replaces
     * @param policyVersion the policies that decided it
     */
    record Breached(
            @JsonUnwrapped ClockReading reading,
            Optional<Instant> metAt,
            Optional<String> corrects,
            String policyVersion)
            implements SlaResult {

        public Breached {
            Objects.requireNonNull(reading, "reading");
            Objects.requireNonNull(metAt, "metAt");
            Objects.requireNonNull(corrects, "corrects");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.SLA_BREACHED;
        }

        @Override
        public List<String> distinguisher() {
            return with(reading.identity(), corrects);
        }
    }

    /**
     * A breached clock has used twice its target.
     *
     * @param reading the clock at that instant; its fields stand beside the others
     * @param policyVersion the policies that decided it
     */
    record Overdue(@JsonUnwrapped ClockReading reading, String policyVersion) implements SlaResult {

        public Overdue {
            Objects.requireNonNull(reading, "reading");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.SLA_OVERDUE;
        }

        @Override
        public List<String> distinguisher() {
            return reading.identity();
        }
    }

    /**
     * The ticket does not count for the service level.
     *
     * @param reading the clock at that instant; its fields stand beside the others
     * @param reason why it does not count
     * @param reverses the id of the breach that no longer stands
     * @param corrects the id of an earlier verdict that this one replaces
     * @param policyVersion the policies that decided it
     */
    record Excluded(
            @JsonUnwrapped ClockReading reading,
            ExclusionReason reason,
            Optional<String> reverses,
            Optional<String> corrects,
            String policyVersion)
            implements SlaResult {

        public Excluded {
            Objects.requireNonNull(reading, "reading");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(reverses, "reverses");
            Objects.requireNonNull(corrects, "corrects");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.SLA_EXCLUDED;
        }

        @Override
        public List<String> distinguisher() {
            return with(with(reading.identity(), reverses), corrects);
        }
    }

    /**
     * The credit of a month moved.
     *
     * @param ticketId the ticket whose miss moved it
     * @param target the target missed
     * @param tier the customer's tier at the breach
     * @param percent the month's credit after this event, in percent of the monthly fee
     * @param added what this event added; negative when it took back, 0 when it only confirmed
     * @param reason why it moved
     * @param month the month the credit belongs to
     * @param state how far it has come
     * @param reverses the id of the breach that no longer stands
     * @param backfill whether the clock was opened before alerting began
     * @param policyVersion the policies that decided it
     */
    record Credited(
            String ticketId,
            SlaTarget target,
            Tier tier,
            BigDecimal percent,
            BigDecimal added,
            CreditReason reason,
            YearMonth month,
            CreditState state,
            Optional<String> reverses,
            boolean backfill,
            String policyVersion)
            implements SlaResult {

        public Credited {
            Objects.requireNonNull(ticketId, "ticketId");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(percent, "percent");
            Objects.requireNonNull(added, "added");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(reverses, "reverses");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.SLA_CREDITED;
        }

        @Override
        public List<String> distinguisher() {
            List<String> miss =
                    List.of(ticketId, target.name(), month.toString(), state.name(), reason.name());
            return with(miss, reverses);
        }
    }

    /**
     * How a period went, for one customer or one tier.
     *
     * @param tier the tier reported on, or the customer's at the period's end
     * @param period a month ({@code 2026-01}) or a quarter ({@code 2026-Q1})
     * @param tickets the tickets with a verdict in the period
     * @param met the clocks met
     * @param breached the clocks breached
     * @param excluded the clocks excluded
     * @param achievedPercent met over met and breached, absent when nothing was decided
     * @param targetPercent what the tier promises
     * @param creditPercent what the customer is owed, absent in a tier's report
     * @param policyVersion the policies that decided it
     */
    record Reported(
            Tier tier,
            String period,
            int tickets,
            int met,
            int breached,
            int excluded,
            Optional<BigDecimal> achievedPercent,
            BigDecimal targetPercent,
            Optional<BigDecimal> creditPercent,
            String policyVersion)
            implements SlaResult {

        public Reported {
            Objects.requireNonNull(tier, "tier");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(achievedPercent, "achievedPercent");
            Objects.requireNonNull(targetPercent, "targetPercent");
            Objects.requireNonNull(creditPercent, "creditPercent");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.SLA_REPORTED;
        }

        @Override
        public List<String> distinguisher() {
            return List.of(tier.name(), period);
        }
    }

    private static List<String> with(List<String> fields, Optional<String> further) {
        List<String> all = new ArrayList<>(fields);
        all.add(further.orElse(""));
        return all;
    }
}
