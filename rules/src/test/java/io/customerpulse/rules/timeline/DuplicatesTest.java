package io.customerpulse.rules.timeline;

import static io.customerpulse.rules.customer.CustomerFacts.Effect.APPLIED;
import static io.customerpulse.rules.customer.CustomerFacts.Effect.DUPLICATE;
import static io.customerpulse.rules.customer.CustomerFacts.Effect.NONE;
import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.csat;
import static io.customerpulse.rules.story.StoryFacts.ticket;
import static io.customerpulse.rules.story.StoryFacts.usage;
import static io.customerpulse.rules.story.StoryFacts.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.story.CustomerStory;
import org.junit.jupiter.api.Test;

/** Sparse events are recognised by source and id for 30 days of event time. */
class DuplicatesTest {

    private static final String FIRST = "2026-01-01T08:00:00Z";

    private final CustomerStory acme = story("acme");

    @Test
    void aSecondCopyChangesNothing() {
        acme.at(FIRST, csat(1), csat(1)).withId("e001", FIRST, csat(1));
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.effects()).containsExactly(APPLIED, DUPLICATE, APPLIED);
    }

    @Test
    void aCopyIsRecognisedForLessThanThirtyDays() {
        String thirtyDaysLater = after("P30D", FIRST);
        acme.withId("a", FIRST, csat(1))
                .withId("a", justBefore(thirtyDaysLater), csat(1))
                .withId("a", thirtyDaysLater, csat(1));
        assertThat(acme.effects()).containsExactly(APPLIED, DUPLICATE, APPLIED);
    }

    @Test
    void aCopyDoesNotProlongTheMemory() {
        acme.withId("a", FIRST, csat(1))
                .withId("a", after("P20D", FIRST), csat(1))
                .withId("a", after("P30D", FIRST), csat(1));
        assertThat(acme.effects()).containsExactly(APPLIED, DUPLICATE, APPLIED);
    }

    @Test
    void anotherIdIsAnotherEvent() {
        acme.withId("a", FIRST, budgetCut()).withId("b", FIRST, budgetCut());
        assertThat(acme.effects()).containsExactly(APPLIED, APPLIED);
    }

    @Test
    void theSameTelemetryAgainChangesNothingByItself() {
        acme.withId("a", FIRST, used("ann")).withId("a", FIRST, used("ann"));
        acme.withId("b", FIRST, usage("2026-01-01", 5)).withId("c", FIRST, usage("2026-01-01", 5));
        acme.withId("d", FIRST, usage("2026-01-01", 4));
        assertThat(acme.effects()).containsExactly(APPLIED, NONE, APPLIED, NONE, NONE);
    }

    @Test
    void aDuplicateDoesNotMoveATimeToLive() {
        acme.withId("a", FIRST, budgetCut()).withId("a", after("P29D", FIRST), budgetCut());
        assertThat(acme.until(after("P180D", FIRST)).factors()).isEmpty();
    }

    @Test
    void ticketsAreOneByTheirIdNotByTheirEvents() {
        acme.withId("a", FIRST, ticket("T-1")).withId("b", FIRST, ticket("T-1"));
        assertThat(acme.effects()).containsExactly(APPLIED, APPLIED);
    }
}
