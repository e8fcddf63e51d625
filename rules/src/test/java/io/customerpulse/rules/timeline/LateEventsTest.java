package io.customerpulse.rules.timeline;

import static io.customerpulse.rules.customer.CustomerFacts.Effect.APPLIED;
import static io.customerpulse.rules.customer.CustomerFacts.Effect.NONE;
import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.csat;
import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.resolved;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static io.customerpulse.rules.story.StoryFacts.usage;
import static io.customerpulse.rules.story.StoryFacts.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.story.CustomerStory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A late event counts from the instant the stream had reached. */
class LateEventsTest {

    private static final String SEEN = "2026-01-01T00:00:00Z";
    private static final String NOW = "2026-03-01T12:00:00Z";
    private static final String LONG_AGO = "2026-02-01T00:00:00Z";

    private final CustomerStory acme = story("acme").at(SEEN, updated());

    @Test
    void aLateSurveyCountsFromThenOn() {
        acme.at(after("PT1H", SEEN), csat(1), csat(1)).lateAt(NOW, LONG_AGO, csat(1));
        assertThat(acme.sinceOf("low-csat")).isEqualTo(NOW);
        assertThat(acme.scores()).hasSize(2);
    }

    @Test
    void aLateCutRunsItsTimeFromThenOn() {
        acme.lateAt(NOW, LONG_AGO, budgetCut());
        assertThat(acme.until(after("P179D", NOW)).factors()).containsOnlyKeys("budget-cut");
        assertThat(acme.until(after("P180D", NOW)).factors()).isEmpty();
    }

    @Test
    void aLateIncidentIsDowntimeFromThenOn() {
        acme.lateAt(NOW, LONG_AGO, incident("I-1"));
        assertThat(acme.until(after("PT5H", NOW)).sinceOf("downtime"))
                .isEqualTo(after("PT5H", NOW));
        acme.lateAt(after("PT6H", NOW), LONG_AGO, resolved("I-1"));
        assertThat(acme.until(after("P30DT1H", NOW)).factors()).isEmpty();
    }

    @Test
    void aLateReportOfACompleteDayIsTaken() {
        acme.lateAt(NOW, "2026-02-20T00:00:00Z", usage("2026-02-19", 8));
        assertThat(acme.record().usage().activeUsers(day("2026-02-19"))).isEqualTo(8);
        assertThat(acme.effects()).endsWith(APPLIED);
    }

    @Test
    void aLateUseOfAnOpenDayIsTaken() {
        acme.at("2026-03-01T00:30:00Z", used("ann"));
        acme.lateAt("2026-03-02T05:59:59.999Z", "2026-03-01T09:00:00Z", used("bob"));
        assertThat(acme.record().usage().activeUsers(day("2026-03-01"))).isEqualTo(2);
        assertThat(acme.effects()).endsWith(APPLIED);
    }

    @Test
    void aLateUseOfACompleteDayCannotBeToldFromOthersAndIsIgnored() {
        acme.at("2026-03-01T00:30:00Z", used("ann"));
        acme.lateAt("2026-03-02T06:00:00Z", "2026-03-01T09:00:00Z", used("bob"));
        assertThat(acme.record().usage().activeUsers(day("2026-03-01"))).isOne();
        assertThat(acme.effects()).endsWith(NONE);
    }

    @Test
    void aLateUseOfACompleteDayWithoutAnyUseIsIgnoredToo() {
        acme.lateAt("2026-03-02T06:00:00Z", "2026-03-01T09:00:00Z", used("bob"));
        assertThat(acme.record().usage().activeUsers(day("2026-03-01"))).isZero();
        assertThat(acme.effects()).endsWith(NONE);
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }
}
