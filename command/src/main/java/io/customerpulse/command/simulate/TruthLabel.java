package io.customerpulse.command.simulate;

import java.time.Instant;
import java.util.Optional;

/**
 * What is true of a simulated customer, and not said in any event: for measuring how early a rule
 * sees it.
 *
 * @param turnsAt the beginning of the day on which the story turns; empty if it never does
 * @param churnsAt the time of {@code contract.terminated}; empty if there is none
 */
public record TruthLabel(
        String customer, Story story, Optional<Instant> turnsAt, Optional<Instant> churnsAt) {

    static TruthLabel of(String customer, Plot plot, Day first, long terminated) {
        return new TruthLabel(
                customer,
                plot.story(),
                plot.turnDay() == Plot.NEVER
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(first.plus(plot.turnDay()).start())),
                plot.churnDay() == Plot.NEVER
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(terminated)));
    }

    /** One line of JSON, without its end. */
    String json() {
        // Every value is ASCII without quotes, so that nothing has to be escaped.
        StringBuilder line = new StringBuilder(128);
        line.append("{\"customer\":\"").append(customer);
        line.append("\",\"story\":\"").append(story).append('"');
        turnsAt.ifPresent(time -> line.append(",\"turnsAt\":\"").append(time).append('"'));
        churnsAt.ifPresent(time -> line.append(",\"churnsAt\":\"").append(time).append('"'));
        return line.append('}').toString();
    }
}
