package io.customerpulse.rules.health;

import io.customerpulse.rules.metric.Fractions;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Maps a metric to a score by straight lines between points; outside them the score of the nearest
 * end holds.
 *
 * @param values rising
 * @param scores as many, rising
 */
public record Anchors(List<BigDecimal> values, List<BigDecimal> scores) implements Serializable {

    public Anchors {
        values = List.copyOf(values);
        scores = List.copyOf(scores);
    }

    /** The score of a value, exactly. */
    public BigFraction score(BigFraction value) {
        for (int i = 0; i < values.size(); i++) {
            BigFraction upper = Fractions.of(values.get(i));
            if (Fractions.compare(value, upper) <= 0) {
                BigFraction score = Fractions.of(scores.get(i));
                if (i == 0) {
                    return score;
                }
                BigFraction lower = Fractions.of(values.get(i - 1));
                BigFraction from = Fractions.of(scores.get(i - 1));
                return value.subtract(lower)
                        .divide(upper.subtract(lower))
                        .multiply(score.subtract(from))
                        .add(from);
            }
        }
        return Fractions.of(scores.get(scores.size() - 1));
    }
}
