package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.contractEndCleared;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.renewedUntil;
import static io.customerpulse.rules.story.StoryFacts.signedUntil;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.rules.story.CustomerStory;
import org.junit.jupiter.api.Test;

/** {@code contract-ending} and {@code renewal-past-due}. */
class ContractFactorsTest {

    private static final String END = "2026-12-31T00:00:00Z";
    private static final String NINETY_DAYS_BEFORE = "2026-10-02T00:00:00Z";

    private final CustomerStory acme =
            story("acme")
                    .watching("contract-ending", "renewal-past-due")
                    .at("2026-01-01T00:00:00Z", signedUntil(END));

    @Test
    void aContractWithMoreThanNinetyDaysLeftIsFine() {
        assertThat(acme.until(justBefore(NINETY_DAYS_BEFORE)).factors()).isEmpty();
    }

    @Test
    void aContractWithExactlyNinetyDaysLeftIsEnding() {
        assertThat(acme.until(NINETY_DAYS_BEFORE).factors())
                .containsExactly(entry("contract-ending", 10));
        assertThat(acme.sinceOf("contract-ending")).isEqualTo(NINETY_DAYS_BEFORE);
    }

    @Test
    void aContractIsEndingUntilTheInstantBeforeItsEnd() {
        assertThat(acme.until(justBefore(END)).factors())
                .containsExactly(entry("contract-ending", 10));
    }

    @Test
    void atItsEndAContractIsPastDueAndNoLongerEnding() {
        assertThat(acme.until(END).factors()).containsExactly(entry("renewal-past-due", 25));
        assertThat(acme.last().changed()).containsExactly("contract-ending", "renewal-past-due");
    }

    @Test
    void aRenewalPastDueStaysUntilTheRenewal() {
        acme.until("2027-06-01T00:00:00Z");
        assertThat(acme.factors()).containsOnlyKeys("renewal-past-due");
        acme.at("2027-06-01T09:00:00Z", renewedUntil("2028-06-01T00:00:00Z"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void aRenewalEndsTheEnding() {
        acme.at("2026-11-01T00:00:00Z", renewedUntil("2027-12-31T00:00:00Z"));
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.until("2027-10-02T00:00:00Z").factors())
                .containsOnlyKeys("contract-ending");
    }

    @Test
    void aRenewalWithLessThanNinetyDaysLeavesTheEndingAsItWas() {
        acme.at("2026-11-01T00:00:00Z", renewedUntil("2027-01-15T00:00:00Z"));
        acme.until("2027-01-14T00:00:00Z");
        assertThat(acme.sinceOf("contract-ending")).isEqualTo(NINETY_DAYS_BEFORE);
        assertThat(acme.scores()).hasSize(2);
    }

    @Test
    void theLastEventWinsTheEndWhicheverTypeWroteIt() {
        acme.at("2026-03-01T00:00:00Z", contractEndSetTo("2026-05-01T00:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("contract-ending");
        acme.at("2026-03-02T00:00:00Z", signedUntil("2026-12-31T00:00:00Z"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void eventsOfOneInstantWinInTheOrderOfTheirIds() {
        acme.withId("z", "2026-03-01T00:00:00Z", contractEndSetTo("2026-02-01T00:00:00Z"))
                .withId("a", "2026-03-01T00:00:00Z", contractEndSetTo("2028-02-01T00:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("renewal-past-due");
    }

    @Test
    void aPatchThatLeavesTheEndOutKeepsIt() {
        acme.at("2026-12-01T00:00:00Z", updated());
        assertThat(acme.factors()).containsOnlyKeys("contract-ending");
    }

    @Test
    void aClearedEndIsUnknownAndNamedAsMissing() {
        acme.at("2026-12-01T00:00:00Z", contractEndCleared());
        assertThat(acme.factors()).isEmpty();
        assertThat(acme.last().missing()).contains("daysToRenewal");
    }

    @Test
    void aKnownEndIsNotMissing() {
        assertThat(acme.last().missing()).doesNotContain("daysToRenewal");
    }

    @Test
    void theEvidenceIsTheEventThatSetTheEnd() {
        acme.at("2026-11-01T00:00:00Z", updated());
        assertThat(acme.evidenceOf("contract-ending")).containsExactly("/story#e001");
        assertThat(acme.until(END).evidenceOf("renewal-past-due")).containsExactly("/story#e001");
    }
}
