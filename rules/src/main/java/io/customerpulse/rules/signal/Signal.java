package io.customerpulse.rules.signal;

import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.result.Contribution;
import java.time.Instant;
import java.util.List;

/**
 * A dated fact about one customer, worked out from its record. Signals are sparse: everything after
 * the customer's state works on them and never on raw events ({@code docs/architecture.md}).
 */
public sealed interface Signal {

    /** Whom it is about. */
    String customer();

    /** The event time at which it became true. */
    Instant time();

    /**
     * The risk factors present now, all of them, with the evidence of this instant. Sent whenever
     * anything in it changed.
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
}
