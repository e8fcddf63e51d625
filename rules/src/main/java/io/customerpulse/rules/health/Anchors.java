package io.customerpulse.rules.health;

import io.customerpulse.rules.metric.Fraction;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Maps a metric to a score by straight lines between points; outside them the score of the nearest
 * end holds.
 *
 * @param values rising
 * @param scores as many, rising
 */
public record Anchors(List<Fraction> values, List<Fraction> scores) implements Serializable {

    public Anchors {
        values = List.copyOf(values);
        scores = List.copyOf(scores);
    }

    /** The points as a policy gives them. */
    public static Anchors of(List<BigDecimal> values, List<BigDecimal> scores) {
        return new Anchors(
                values.stream().map(Fraction::of).toList(),
                scores.stream().map(Fraction::of).toList());
    }

    /** The score of a value, exactly. */
    public Fraction score(Fraction value) {
        for (int i = 0; i < values.size(); i++) {
            Fraction upper = values.get(i);
            if (value.compareTo(upper) <= 0) {
                Fraction score = scores.get(i);
                if (i == 0) {
                    return score;
                }
                Fraction lower = values.get(i - 1);
                Fraction from = scores.get(i - 1);
                return value.minus(lower)
                        .dividedBy(upper.minus(lower))
                        .times(score.minus(from))
                        .plus(from);
            }
        }
        return scores.get(scores.size() - 1);
    }
}
