package io.customerpulse.rules.sla.tickets;

import io.customerpulse.rules.sla.clock.ClockMoment;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A verdict that was told.
 *
 * @param kind what it says
 * @param at when that became true; an event that came late tells it later
 * @param id of the published event, 32 hexadecimal digits
 */
record Verdict(ClockMoment.Kind kind, Instant at, String id) {

    private static final HexFormat HEXADECIMAL = HexFormat.of();
    private static final int DIGITS_A_NUMBER = 16;

    /** Whether it still says what the clock says now. */
    boolean says(ClockMoment moment) {
        return kind == moment.kind() && at.equals(moment.at());
    }

    void write(CompactOutput out) throws IOException {
        out.writeText(kind.name());
        out.writeInstant(at);
        out.writeHash(number(0));
        out.writeHash(number(DIGITS_A_NUMBER));
    }

    private long number(int from) {
        return HexFormat.fromHexDigitsToLong(id, from, from + DIGITS_A_NUMBER);
    }

    static Verdict read(CompactInput in) throws IOException {
        return new Verdict(
                ClockMoment.Kind.valueOf(in.readText()),
                in.readInstant(),
                HEXADECIMAL.toHexDigits(in.readHash()) + HEXADECIMAL.toHexDigits(in.readHash()));
    }
}
