package io.customerpulse.rules.risk;

import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;

/** How assessments become bytes, but for the customer and the time, which stand before them. */
public final class AssessmentFormat {

    private AssessmentFormat() {}

    /** Writes what an assessment says. */
    public static void write(CompactOutput out, Signal.RiskAssessed assessed) throws IOException {
        out.writeCount(assessed.life());
        out.writeBoolean(assessed.churned());
        out.writeAll(assessed.contributions(), ContributionFormat::write);
        out.writeAll(assessed.missing(), CompactOutput::writeText);
    }

    /** Reads what {@link #write} wrote about a customer at an instant. */
    public static Signal.RiskAssessed read(CompactInput in, String customer, Instant time)
            throws IOException {
        return new Signal.RiskAssessed(
                customer,
                time,
                in.readSize(),
                in.readBoolean(),
                in.readAll(ContributionFormat::read),
                in.readAll(CompactInput::readText));
    }
}
