package io.customerpulse.rules.risk;

import java.time.Instant;

/**
 * The net promoter score of the last window beside that of the window before it.
 *
 * @param middle where the one ends and the other begins
 * @param balanceBefore promoters minus detractors of the window before
 * @param answersBefore how many answers it has
 * @param balanceNow promoters minus detractors of the last window
 * @param answersNow how many answers it has
 * @param known whether both have answers enough for a score
 */
public record NpsComparison(
        Instant middle,
        int balanceBefore,
        int answersBefore,
        int balanceNow,
        int answersNow,
        boolean known) {

    /** Whether the score is known to have fallen by more than so many points; exact. */
    boolean fellByMoreThan(int points) {
        // Before minus now is more than the bound, both scores brought to one denominator.
        long fall = 100L * balanceBefore * answersNow - 100L * balanceNow * answersBefore;
        return known && fall > (long) points * answersNow * answersBefore;
    }
}
