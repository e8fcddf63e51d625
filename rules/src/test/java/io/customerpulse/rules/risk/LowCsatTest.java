package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.answered;
import static io.customerpulse.rules.story.StoryFacts.csat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.events.fact.Survey;
import io.customerpulse.rules.story.CustomerStory;
import org.junit.jupiter.api.Test;

class LowCsatTest {

    private final CustomerStory acme = story("acme");

    /** One answer a day at noon, beginning with 1 January. */
    private CustomerStory answers(int... scores) {
        for (int day = 1; day <= scores.length; day++) {
            acme.at("2026-01-%02dT12:00:00Z".formatted(day), csat(scores[day - 1]));
        }
        return acme;
    }

    @Test
    void twoAnswersSayNothing() {
        assertThat(answers(1, 1).factors()).isEmpty();
        assertThat(acme.last().missing()).contains("csatMean");
    }

    @Test
    void aMeanOfExactlyThreeIsFine() {
        assertThat(answers(2, 3, 4).factors()).isEmpty();
    }

    @Test
    void aMeanBelowThreeIsLow() {
        assertThat(answers(2, 3, 3).factors()).containsExactly(entry("low-csat", 15));
        assertThat(acme.last().missing()).doesNotContain("csatMean");
    }

    @Test
    void theMeanIsComparedExactly() {
        for (int i = 0; i < 999; i++) {
            acme.at("2026-01-01T00:00:00Z", csat(3));
        }
        acme.at("2026-01-02T00:00:00Z", csat(2));
        assertThat(acme.factors()).as("a mean of 2.999").containsOnlyKeys("low-csat");
        acme.at("2026-01-03T00:00:00Z", csat(4));
        assertThat(acme.factors()).as("a mean of 3").isEmpty();
    }

    @Test
    void aBetterAnswerLiftsTheMean() {
        assertThat(answers(2, 3, 3, 4).factors()).isEmpty();
    }

    @Test
    void anAnswerCountsUntilTheInstantBeforeItIsNinetyDaysOld() {
        answers(1, 3, 3, 4).until(justBefore("2026-04-01T12:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("low-csat");
    }

    @Test
    void theMeanMovesAsAnAnswerTurnsNinetyDaysOld() {
        assertThat(answers(1, 3, 3, 4).until("2026-04-01T12:00:00Z").factors()).isEmpty();
    }

    @Test
    void theMeanSinksAsAGoodAnswerTurnsNinetyDaysOld() {
        answers(5, 2, 2, 3).until(justBefore("2026-04-01T12:00:00Z"));
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.until("2026-04-01T12:00:00Z").factors()).containsOnlyKeys("low-csat");
        assertThat(acme.evidenceOf("low-csat"))
                .containsExactly("/story#e002", "/story#e003", "/story#e004");
    }

    @Test
    void aMeanOfFewerThanThreeAnswersIsUnknownAgain() {
        assertThat(answers(1, 1, 1).until("2026-04-01T12:00:00Z").factors()).isEmpty();
        assertThat(acme.last().missing()).contains("csatMean");
    }

    @Test
    void otherSurveysDoNotCount() {
        answers(1, 1).at("2026-01-03T00:00:00Z", answered(Survey.PULSE, 1));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void theEvidenceIsTheAnswersInTimeOrder() {
        assertThat(answers(2, 3, 3).evidenceOf("low-csat"))
                .containsExactly("/story#e001", "/story#e002", "/story#e003");
    }
}
