package io.customerpulse.rules.sla.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a clock had to say up to an instant, and how it stands there.
 *
 * @param moments in order
 * @param runs whether a miss may still follow without anything else happening to it first: it
 *     started, applies, and is neither decided nor solved, though it may stand still
 * @param nextTurn when it will say something next if nothing happens
 * @param aim what it keeps to, or kept to last
 * @param over when it ended for good
 */
public record ClockHistory(
        List<ClockMoment> moments,
        boolean runs,
        Optional<Instant> nextTurn,
        Optional<Aim> aim,
        Optional<Instant> over) {

    public ClockHistory {
        moments = List.copyOf(moments);
    }
}
