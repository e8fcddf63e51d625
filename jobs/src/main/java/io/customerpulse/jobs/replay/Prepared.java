package io.customerpulse.jobs.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * An input made ready for {@link ReplaySource}.
 *
 * @param spool the file that holds the lines in the order of the replay
 * @param until where event time ends: what the user asked for, or else the largest time of a
 *     well-formed event; empty if the input has none
 * @param counts what was found in the input
 */
public record Prepared(Path spool, Optional<Instant> until, Counts counts) {

    /**
     * Lines by what became of them. {@code lines} is the sum of accepted, unknown, rejected and
     * leftOut.
     *
     * @param lines all lines that are not blank
     * @param accepted lines with an event of a known type
     * @param unknown lines with an event of a type the contract does not name; passed over
     * @param rejected lines for the dead letters
     * @param late how many of the accepted and the unknown came behind the lateness bound
     * @param leftOut lines after {@code until}
     */
    public record Counts(
            long lines, long accepted, long unknown, long rejected, long late, long leftOut) {}
}
