package io.customerpulse.rules.risk;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;

/** How contributions become bytes. */
public final class ContributionFormat {

    private ContributionFormat() {}

    /** Writes a contribution. */
    public static void write(CompactOutput out, Contribution contribution) throws IOException {
        out.writeText(contribution.factor());
        out.writeNumber(contribution.points());
        out.writeInstant(contribution.since());
        out.writeAll(contribution.evidence(), CompactOutput::writeReference);
        out.writeOptional(contribution.confidence(), (o, c) -> o.writeText(c.name()));
    }

    /** Reads what {@link #write} wrote. */
    public static Contribution read(CompactInput in) throws IOException {
        return new Contribution(
                in.readText(),
                (int) in.readNumber(),
                in.readInstant(),
                in.readAll(CompactInput::readReference),
                in.readOptional(i -> Confidence.valueOf(i.readText())));
    }
}
