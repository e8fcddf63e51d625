package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.contractValue;
import static io.customerpulse.rules.story.StoryFacts.contractValueCleared;
import static io.customerpulse.rules.story.StoryFacts.goLiveSetTo;
import static io.customerpulse.rules.story.StoryFacts.reviewAttended;
import static io.customerpulse.rules.story.StoryFacts.reviewMissed;
import static io.customerpulse.rules.story.StoryFacts.wentLive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.rules.story.CustomerStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code no-review}. */
class NoReviewTest {

    private static final String START = "2026-01-01T08:00:00Z";

    private final CustomerStory acme = story("acme").watching("no-review");

    @ParameterizedTest(name = "a contract value of {0}: overdue after {1}")
    @CsvSource({"0, P380D", "24999.99, P380D", "25000, P105D", "99999.99, P105D", "100000, P45D"})
    void aReviewIsOverdueFifteenDaysAfterTheTiersCadence(String value, String overdue) {
        acme.at(START, contractValue(value), wentLive());
        assertThat(acme.until(justBefore(after(overdue, START))).factors()).isEmpty();
        assertThat(acme.until(after(overdue, START)).factors())
                .containsExactly(entry("no-review", 5));
        assertThat(acme.evidenceOf("no-review")).isEmpty();
    }

    @Test
    void anUnknownContractValueIsThatOfAStarter() {
        acme.at(START, wentLive());
        assertThat(acme.until(justBefore(after("P380D", START))).factors()).isEmpty();
        assertThat(acme.until(after("P380D", START)).factors()).containsOnlyKeys("no-review");
    }

    @Test
    void anAttendedReviewPutsItOff() {
        acme.at(START, contractValue("100000"), wentLive());
        String review = after("P50D", START);
        assertThat(acme.until(justBefore(review)).factors()).containsOnlyKeys("no-review");
        assertThat(acme.at(review, reviewAttended()).factors()).isEmpty();
        assertThat(acme.until(justBefore(after("P45D", review))).factors()).isEmpty();
        assertThat(acme.until(after("P45D", review)).factors()).containsOnlyKeys("no-review");
        assertThat(acme.evidenceOf("no-review")).containsExactly("/story#e003");
    }

    @Test
    void aReviewNotAttendedDoesNotCount() {
        acme.at(START, contractValue("100000"), wentLive());
        acme.at(after("P40D", START), reviewMissed());
        assertThat(acme.until(after("P45D", START)).factors()).containsOnlyKeys("no-review");
    }

    @Test
    void beforeGoLiveNoneIsDue() {
        acme.at(START, contractValue("100000"));
        assertThat(acme.until(after("P400D", START)).factors()).isEmpty();
    }

    @Test
    void aColdStartRaisesNoOldAlarm() {
        acme.at(START, contractValue("100000"), goLiveSetTo("2020-01-01T00:00:00Z"));
        assertThat(acme.until(justBefore(after("P45D", START))).factors()).isEmpty();
        assertThat(acme.until(after("P45D", START)).factors()).containsOnlyKeys("no-review");
    }

    @Test
    void aNewTierCountsFromTheSameStart() {
        acme.at(START, contractValue("30000"), wentLive());
        acme.at(after("P60D", START), contractValue("200000"));
        assertThat(acme.factors()).containsOnlyKeys("no-review");
        assertThat(acme.at(after("P61D", START), contractValueCleared()).factors()).isEmpty();
    }
}
