package io.customerpulse.rules.signal;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.result.Confidence;
import io.customerpulse.events.result.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A dated fact about one customer, worked out from its record. Signals are sparse: everything after
 * the customer's state works on them and never on raw events ({@code docs/architecture.md}). The
 * whole vocabulary stands in {@code docs/flags.md}, with who sends and who takes each.
 *
 * <p>Flags are named by their ids here, since what flags are is told in terms of signals.
 */
public sealed interface Signal {

    /** Whom it is about. */
    String customer();

    /** The event time at which it became true. */
    Instant time();

    /**
     * The risk factors present now, all that the record decides, with the evidence of this instant.
     * Sent whenever anything in it changed.
     *
     * @param life how many times the customer has begun: it begins when first seen and again with a
     *     contract after a termination
     * @param churned whether the contract was terminated
     * @param contributions the factors present, in the order of the rules
     * @param missing names of the metrics that are unknown
     */
    record RiskAssessed(
            String customer,
            Instant time,
            int life,
            boolean churned,
            List<Contribution> contributions,
            List<String> missing)
            implements Signal {
        public RiskAssessed {
            contributions = List.copyOf(contributions);
            missing = List.copyOf(missing);
        }

        /** A hash of everything said but its time: equal for assessments that say the same. */
        public long fingerprint() {
            String said = life + "|" + churned + "|" + contributions + "|" + missing;
            return Hashing.komihash5_0().hashCharsToLong(said);
        }
    }

    /** The customer asked to be forgotten: nothing but tombstones follows. */
    record CustomerErased(String customer, Instant time) implements Signal {}

    /**
     * The condition behind a flag holds. Sent when it begins, and again whenever what is behind it
     * changes.
     *
     * @param flag the flag's id
     * @param begins whether it did not hold before
     * @param evidence the newest events that make it true now, in time order; for telemetry the
     *     days
     * @param confidence present when it rests on weak data
     */
    record ConditionHolds(
            String customer,
            Instant time,
            String flag,
            boolean begins,
            List<String> evidence,
            Optional<Confidence> confidence)
            implements Signal {
        public ConditionHolds {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The condition behind a flag no longer holds.
     *
     * @param flag the flag's id
     */
    record ConditionEnded(String customer, Instant time, String flag) implements Signal {}

    /**
     * The customer rated what it was helped with.
     *
     * @param rating the CSAT rating, 1 to 5
     * @param answer the event, {@code source#id}
     */
    record AnswerRated(String customer, Instant time, int rating, String answer)
            implements Signal {}

    /**
     * The net promoter score of one window. Two come at one instant, of the window that ends then
     * and of the one before it, whenever either score changed and both are known.
     *
     * @param windowEnds the end of the window that the answers come from
     * @param balance promoters minus detractors
     * @param answers how many answers there are, at least one
     */
    record NpsMeasured(String customer, Instant time, Instant windowEnds, int balance, int answers)
            implements Signal {

        /** Whether the score is more than so many points below an earlier one; exact. */
        public boolean isBelow(NpsMeasured earlier, int points) {
            long fall = 100L * earlier.balance * answers - 100L * balance * earlier.answers;
            return fall > (long) points * answers * earlier.answers;
        }
    }

    /**
     * The contract ended, or a new one began after that.
     *
     * @param churned whether it ended
     */
    record LifeChanged(String customer, Instant time, boolean churned) implements Signal {}

    /**
     * A pattern found what begins a flag.
     *
     * @param flag the flag's id
     */
    record PatternMatched(String customer, Instant time, String flag) implements Signal {}

    /**
     * The risk factors that flags decide and that are present now, all of them. Sent whenever
     * anything in it changed.
     *
     * @param contributions the factors, in the order of the rules
     */
    record FactorsFlagged(String customer, Instant time, List<Contribution> contributions)
            implements Signal {
        public FactorsFlagged {
            contributions = List.copyOf(contributions);
        }
    }
}
