package io.customerpulse.events.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Flags: conditions of a customer that people are told about. */
public sealed interface FlagResult extends Result {

    /** The flag's id in the policy. */
    String flag();

    @Override
    default List<String> distinguisher() {
        return List.of(flag());
    }

    /**
     * The flag's condition became true.
     *
     * @param flag the flag's id in the policy
     * @param color how urgent it is
     * @param points what its factor adds to the risk, absent for flags without one
     * @param dueAt when action is asked for, absent for GREEN ones
     * @param evidence {@code source#id} of the events behind it, in time order
     * @param since when the condition became true; of a flag that goes on, when it first did
     * @param continues whether a flag cleared shortly before goes on, which calls for no new alert
     * @param policyVersion the policies that decided it
     */
    record Raised(
            String flag,
            FlagColor color,
            OptionalInt points,
            Optional<Instant> dueAt,
            List<String> evidence,
            Instant since,
            boolean continues,
            String policyVersion)
            implements FlagResult {

        public Raised {
            Objects.requireNonNull(flag, "flag");
            Objects.requireNonNull(color, "color");
            Objects.requireNonNull(points, "points");
            Objects.requireNonNull(dueAt, "dueAt");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(policyVersion, "policyVersion");
            evidence = List.copyOf(evidence);
        }

        @Override
        public ResultType type() {
            return ResultType.FLAG_RAISED;
        }
    }

    /**
     * The flag's condition ended.
     *
     * @param flag the flag's id in the policy
     * @param color how urgent it was
     * @param points what its factor added to the risk, absent for flags without one
     * @param dueAt when action had been asked for, absent for GREEN ones
     * @param evidence {@code source#id} of the events that had been behind it, in time order
     * @param since when the condition had become true
     * @param policyVersion the policies that decided it
     */
    record Cleared(
            String flag,
            FlagColor color,
            OptionalInt points,
            Optional<Instant> dueAt,
            List<String> evidence,
            Instant since,
            String policyVersion)
            implements FlagResult {

        public Cleared {
            Objects.requireNonNull(flag, "flag");
            Objects.requireNonNull(color, "color");
            Objects.requireNonNull(points, "points");
            Objects.requireNonNull(dueAt, "dueAt");
            evidence = List.copyOf(evidence);
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(policyVersion, "policyVersion");
        }

        @Override
        public ResultType type() {
            return ResultType.FLAG_CLEARED;
        }
    }
}
