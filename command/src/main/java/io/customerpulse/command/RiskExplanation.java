package io.customerpulse.command;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.rules.risk.FactorWords;
import io.customerpulse.rules.risk.RiskPolicy;
import io.customerpulse.rules.signal.Signal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Prints an assessment so that a person can check it against the events. */
final class RiskExplanation {

    private static final int DATA_SHOWN = 100;

    private final RiskPolicy.Bands bands;
    private final FactorWords words;
    private final CustomerEvents events;
    private final EventEncoder encoder = new EventEncoder();

    RiskExplanation(RiskPolicy.Bands bands, FactorWords words, CustomerEvents events) {
        this.bands = bands;
        this.words = words;
        this.events = events;
    }

    void print(Signal.RiskAssessed assessed, Instant at, PrintWriter out) {
        int points = assessed.contributions().stream().mapToInt(Contribution::points).sum();
        out.printf(
                "%s at %s: %d points, %s%s%n",
                assessed.customer(),
                at,
                points,
                bands.of(points),
                assessed.churned() ? ", churned" : "");
        for (Contribution contribution : assessed.contributions()) {
            out.printf(
                    "%n%+5d  %s since %s: %s%n",
                    contribution.points(),
                    contribution.factor(),
                    contribution.since(),
                    words.of(contribution.factor(), contribution.points()));
            contribution.evidence().forEach(reference -> printEvidence(reference, out));
        }
        if (!assessed.missing().isEmpty()) {
            out.printf("%nNot known, so not counted: %s%n", String.join(", ", assessed.missing()));
        }
        out.flush();
    }

    /** Evidence that names no event names a day of usage. */
    private void printEvidence(String reference, PrintWriter out) {
        Optional<InputEvent> event = events.named(reference);
        if (event.isPresent()) {
            out.printf(
                    "         %s  %s  %s  %s%n",
                    event.get().time(),
                    event.get().fact().type().typeName(),
                    reference,
                    data(event.get()));
        } else {
            out.printf("         usage of %s%n", reference);
        }
    }

    /** The event's data as it stands in its JSON. */
    private String data(InputEvent event) {
        String json = new String(encoder.encode(event), StandardCharsets.UTF_8);
        String data = json.substring(json.indexOf("\"data\":") + 7, json.length() - 1);
        return data.length() <= DATA_SHOWN ? data : data.substring(0, DATA_SHOWN - 3) + "...";
    }
}
