package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.nps;
import static io.customerpulse.rules.story.StoryFacts.signedUntil;
import static io.customerpulse.rules.story.StoryFacts.terminated;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.rules.story.CustomerStory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code low-nps} and {@code nps-drop}. */
class NpsFactorsTest {

    private static final String FIRST = "2026-01-01T08:00:00Z";
    private static final String SECOND = "2026-02-10T08:00:00Z";

    private final CustomerStory acme = story("acme").watching("low-nps");

    private static void answer(CustomerStory story, String at, String ratings) {
        Arrays.stream(ratings.split(" ")).forEach(r -> story.at(at, nps(Integer.parseInt(r))));
    }

    @ParameterizedTest(name = "{0} are {1} points")
    @CsvSource({
        "0 0 0, 20",
        // 2 of 7 more promoters than detractors: 28.57, below 30.
        "9 9 9 9 0 0 8, 20",
        // Exactly 30.
        "9 9 9 8 8 8 8 8 8 8, 10",
        // Exactly 50.
        "9 9 9 0, 10",
        "9 10 8 8, 10",
        // 54.54, above 50.
        "9 9 9 9 9 9 8 8 8 8 8, 0",
        "10 10 10, 0",
        // 9 and 10 promote, 0 to 6 detract, 7 and 8 do neither.
        "7 8 8, 20",
        "6 10 10, 10"
    })
    void theScoreOfThreeAnswersOrMoreGivesThePoints(String ratings, int points) {
        answer(acme, FIRST, ratings);
        assertThat(acme.last().points()).isEqualTo(points);
        assertThat(acme.lastSignal().missing()).doesNotContain("nps");
    }

    @ParameterizedTest(name = "{0} are {1} points")
    @CsvSource({"6, 20", "6 7, 20", "7, 10", "7 7, 10", "8, 10", "8 9, 10", "9, 0", "8 10, 0"})
    void theMeanRatingOfOneOrTwoAnswersStandsInWithLowConfidence(String ratings, int points) {
        answer(acme, FIRST, ratings);
        assertThat(acme.last().points()).isEqualTo(points);
        if (points > 0) {
            assertThat(acme.confidenceOf("low-nps")).contains(Confidence.LOW);
        }
        assertThat(acme.lastSignal().missing()).contains("nps");
    }

    @Test
    void threeAnswersHaveNoLowConfidence() {
        answer(acme, FIRST, "1 2 3");
        assertThat(acme.confidenceOf("low-nps")).isEmpty();
        assertThat(acme.evidenceOf("low-nps"))
                .containsExactly("/story#e001", "/story#e002", "/story#e003");
    }

    @Test
    void withoutAnswersItIsUnknown() {
        acme.at(FIRST, updated());
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.last().missing()).contains("nps");
    }

    @Test
    void ofEachRespondentTheLatestAnswerCounts() {
        acme.at(FIRST, nps(0, "ann"), nps(0, "bob"), nps(0, "cid"));
        assertThat(acme.factors()).containsExactly(entry("low-nps", 20));
        acme.at(SECOND, nps(10, "ann"), nps(10, "bob"), nps(10, "cid"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void threeAnswersOfOneRespondentAreOne() {
        acme.at(FIRST, nps(10, "ann"), nps(10, "ann"), nps(8, "ann"));
        assertThat(acme.factors()).containsExactly(entry("low-nps", 10));
        assertThat(acme.lastSignal().contributions().get(0).confidence()).contains(Confidence.LOW);
        assertThat(acme.lastSignal().contributions().get(0).evidence())
                .containsExactly("/story#e003");
    }

    @Test
    void anAnswerCountsForLessThan180Days() {
        answer(acme, FIRST, "0");
        assertThat(acme.until(justBefore(after("P180D", FIRST))).factors())
                .containsExactly(entry("low-nps", 20));
        assertThat(acme.until(after("P180D", FIRST)).factors()).isEmpty();
    }

    @Test
    void theStandInTakesOverWhenTooFewAnswersAreLeft() {
        answer(acme, FIRST, "9");
        answer(acme, SECOND, "10 8");
        assertThat(acme.factors()).as("67").isEmpty();
        acme.until(after("P180D", FIRST));
        assertThat(acme.factors()).as("a mean of 9").isEmpty();
        acme.at(after("P181D", FIRST), nps(8), nps(8));
        assertThat(acme.factors()).as("25").containsExactly(entry("low-nps", 20));
        acme.until(after("P180D", SECOND));
        assertThat(acme.factors()).as("a mean of 8").containsExactly(entry("low-nps", 10));
        assertThat(acme.sinceOf("low-nps")).isEqualTo(after("P181D", FIRST));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        // 33.3 to 13.3 is exactly 20.
        "9 8 8 8 8, 8 8 8 8 8, 0",
        "9 9 9 8 8 8, 9 9 8 8 8 8, 0",
        "9 8 8 8, 8 8 8, 15",
        "9 9 9, 8 8 8, 15",
        "9 9 9, 9 9, 0",
        "9 9, 0 0 0, 0",
        "8 8 8, 9 9 9, 0"
    })
    void aFallOfMoreThanTwentyIsADrop(String before, String now, int points) {
        CustomerStory beta = story("beta").watching("nps-drop");
        answer(beta, FIRST, before);
        answer(beta, after("P31D", FIRST), now);
        assertThat(beta.last().points()).isEqualTo(points);
    }

    /** Three promoters, and after 30 days three detractors. */
    private static CustomerStory drop() {
        CustomerStory beta = story("beta").watching("nps-drop");
        answer(beta, FIRST, "10 10 10");
        answer(beta, after("P30D", FIRST), "0 0 0");
        return beta;
    }

    @Test
    void anAnswerEntersTheEarlierWindowAfterThirtyDays() {
        CustomerStory beta = story("beta").watching("nps-drop");
        answer(beta, FIRST, "10 10 10");
        answer(beta, justBefore(after("P30D", FIRST)), "0 0 0");
        assertThat(beta.factors()).as("all in the last 30 days").isEmpty();
        assertThat(beta.until(after("P30D", FIRST)).factors())
                .containsExactly(entry("nps-drop", 15));
    }

    @Test
    void aDropCountsWhileItHoldsAndForThirtyDaysSinceItBegan() {
        CustomerStory beta = drop();
        assertThat(beta.sinceOf("nps-drop")).isEqualTo(after("P30D", FIRST));
        assertThat(beta.evidenceOf("nps-drop"))
                .containsExactly(
                        "/story#e001",
                        "/story#e002",
                        "/story#e003",
                        "/story#e004",
                        "/story#e005",
                        "/story#e006");
        assertThat(beta.until(justBefore(after("P60D", FIRST))).factors())
                .containsOnlyKeys("nps-drop");
        assertThat(beta.until(after("P60D", FIRST)).factors()).isEmpty();
    }

    @Test
    void aDropThatIsMadeGoodLingersForThirtyDays() {
        CustomerStory beta = drop();
        answer(beta, after("P31D", FIRST), "10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10");
        answer(beta, after("P31D", FIRST), "10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10");
        assertThat(beta.until(justBefore(after("P60D", FIRST))).factors())
                .containsOnlyKeys("nps-drop");
        assertThat(beta.until(after("P60D", FIRST)).factors()).isEmpty();
    }

    @Test
    void ofEachRespondentTheLatestAnswerInEachWindowCounts() {
        CustomerStory beta = story("beta").watching("nps-drop");
        beta.at(FIRST, nps(10, "ann"), nps(10, "bob"), nps(10, "cid"));
        beta.at(after("P30D", FIRST), nps(0, "ann"), nps(0, "bob"), nps(0, "bob"));
        assertThat(beta.factors()).as("two respondents").isEmpty();
        beta.at(after("P30DT1H", FIRST), nps(0, "cid"));
        assertThat(beta.factors()).containsOnlyKeys("nps-drop");
    }

    @Test
    void aDropWhileTheCustomerIsGoneIsKnownAfterwards() {
        CustomerStory beta = story("beta").watching("nps-drop");
        answer(beta, FIRST, "10 10 10");
        beta.at(after("P20D", FIRST), terminated());
        answer(beta, after("P30D", FIRST), "0 0 0");
        beta.at(after("P50D", FIRST), signedUntil("2026-12-01T00:00:00Z"));
        assertThat(beta.until(justBefore(after("P60D", FIRST))).factors())
                .containsOnlyKeys("nps-drop");
        assertThat(beta.until(after("P60D", FIRST)).factors()).isEmpty();
    }
}
