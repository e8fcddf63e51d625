package io.customerpulse.rules.timeline;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.erased;
import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.nps;
import static io.customerpulse.rules.story.StoryFacts.resolved;
import static io.customerpulse.rules.story.StoryFacts.terminated;
import static io.customerpulse.rules.story.StoryFacts.ticket;
import static io.customerpulse.rules.story.StoryFacts.training;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static io.customerpulse.rules.story.StoryFacts.usage;
import static io.customerpulse.rules.story.StoryFacts.used;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.story.CustomerStory;
import org.junit.jupiter.api.Test;

/** When metrics and health are published. */
class MeasuringTest {

    private static final String START = "2026-01-01T12:00:00Z";

    private final CustomerStory acme = story("acme");

    @Test
    void aSparseFactIsMeasuredAtOnce() {
        acme.at(START, ticket("T-1"));
        assertThat(acme.measuredAt()).containsExactly(START);
        assertThat(acme.metric("ticketsLast30d")).isEqualTo("1");
    }

    @Test
    void aFactThatChangesNoValueIsNotPublished() {
        acme.at(START, updated()).at(after("PT1H", START), updated());
        assertThat(acme.measuredAt()).containsExactly(START);
    }

    @Test
    void timeToRenewalAloneIsNoChange() {
        acme.at(START, contractEndSetTo("2027-01-01T12:00:00Z"));
        assertThat(acme.metric("daysToRenewal")).isEqualTo("365");
        acme.at(after("P5D", START), updated());
        assertThat(acme.measuredAt()).containsExactly(START);
        acme.at(after("P6D", START), ticket("T-1"));
        assertThat(acme.metric("daysToRenewal")).isEqualTo("359");
    }

    @Test
    void aSharedFactIsSparseToo() {
        acme.at(START, updated()).shared("2026-01-01T13:00:00Z", incident("I-1"));
        acme.shared("2026-01-01T14:30:00Z", resolved("I-1"));
        assertThat(acme.measuredAt()).endsWith("2026-01-01T14:30:00Z");
        assertThat(acme.metric("downtimeHours30d")).isEqualTo("1.5");
    }

    @Test
    void telemetryIsMeasuredWhenItsDayCompletes() {
        acme.at(START, updated()).at("2026-01-01T13:00:00Z", used("ann"));
        acme.until("2026-01-03T00:00:00Z");
        assertThat(acme.measuredAt()).containsExactly(START);
        acme.until("2026-01-30T05:59:59.999Z");
        assertThat(acme.metric("activeDays28")).isEqualTo("unknown");
        acme.until("2026-01-30T06:00:00Z");
        assertThat(acme.metric("activeDays28")).isEqualTo("0");
        assertThat(acme.measuredAt()).endsWith("2026-01-30T06:00:00Z");
    }

    @Test
    void aCustomerIsMeasuredFirstWhenADayCompletesWhateverItBeganWith() {
        acme.at(START, usage("2025-09-01", 4)).until("2026-01-02T05:59:59.999Z");
        assertThat(acme.measuredAt()).isEmpty();
        assertThat(acme.until("2026-01-30T05:59:59.999Z").measuredAt())
                .containsExactly("2026-01-02T06:00:00Z");
    }

    @Test
    void whatLeavesItsWindowIsSeenWhenTheDayCompletes() {
        acme.at(START, ticket("T-1")).until("2026-02-01T05:59:59.999Z");
        assertThat(acme.metric("ticketsLast30d")).isEqualTo("1");
        assertThat(acme.until("2026-02-01T06:00:00Z").metric("ticketsLast30d")).isEqualTo("0");
    }

    @Test
    void whatLeavesItsWindowTogetherWithAFactorIsSeenWhenTheDayCompletes() {
        acme.at(START, nps(3));
        assertThat(acme.metric("npsResponses")).isEqualTo("1");
        acme.until("2026-07-01T05:59:59.999Z");
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.metric("npsResponses")).isEqualTo("1");
        assertThat(acme.until("2026-07-01T06:00:00Z").metric("npsResponses")).isEqualTo("0");
    }

    @Test
    void anIncidentThatLeftTheWindowIsForgottenWhenTheDayCompletes() {
        acme.at(START, incident("I-1")).at("2026-01-01T20:00:00Z", resolved("I-1"));
        assertThat(acme.metric("downtimeHours30d")).isEqualTo("8");
        assertThat(acme.until("2026-02-01T06:00:00Z").metric("downtimeHours30d")).isEqualTo("0");
    }

    @Test
    void aTerminatedCustomerIsMeasuredWithoutHealth() {
        acme.at(START, training("50")).at(after("P1D", START), terminated());
        acme.at(after("P2D", START), training("100"));
        assertThat(acme.metric("trainingPercent")).isEqualTo("100");
        assertThat(acme.healthScoredAt()).containsExactly(START);
    }

    @Test
    void anErasureLeavesTombstonesOnly() {
        acme.at(START, training("50")).at(after("P1D", START), erased());
        acme.until("2027-01-01T00:00:00Z");
        assertThat(acme.recordTombstones())
                .containsExactly(
                        "2026-01-02T12:00:00Z forgotten on customer-metrics",
                        "2026-01-02T12:00:00Z forgotten on health-scores");
        assertThat(acme.measuredAt()).containsExactly(START);
    }
}
