package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.contractStartCleared;
import static io.customerpulse.rules.story.StoryFacts.contractStartSetTo;
import static io.customerpulse.rules.story.StoryFacts.discussed;
import static io.customerpulse.rules.story.StoryFacts.disputed;
import static io.customerpulse.rules.story.StoryFacts.expansionClosed;
import static io.customerpulse.rules.story.StoryFacts.expansionWon;
import static io.customerpulse.rules.story.StoryFacts.negotiationStarted;
import static io.customerpulse.rules.story.StoryFacts.renewed;
import static io.customerpulse.rules.story.StoryFacts.renewedUntil;
import static io.customerpulse.rules.story.StoryFacts.settled;
import static io.customerpulse.rules.story.StoryFacts.signed;
import static io.customerpulse.rules.story.StoryFacts.signedUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.events.fact.Fact;
import io.customerpulse.rules.story.CustomerStory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code contract-disputed}, {@code multi-year} and {@code no-expansion}. */
class ContractTermsFactorsTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String LATER = "2026-02-01T00:00:00Z";
    private static final String END = "2027-01-01T00:00:00Z";

    private static CustomerStory watching(String factor) {
        return story("acme").watching(factor);
    }

    static Stream<Arguments> disputes() {
        return Stream.of(disputed(), negotiationStarted())
                .flatMap(
                        begin ->
                                Stream.of(settled(), signedUntil(END), renewedUntil(END))
                                        .map(end -> Arguments.of(begin, end)));
    }

    @ParameterizedTest
    @MethodSource("disputes")
    void aDisputeLastsUntilItIsSettledSignedOrRenewed(Fact begin, Fact end) {
        CustomerStory acme = watching("contract-disputed").at(START, begin);
        assertThat(acme.until("2028-01-01T00:00:00Z").factors())
                .containsExactly(entry("contract-disputed", 30));
        assertThat(acme.at("2028-01-02T00:00:00Z", end).factors()).isEmpty();
    }

    @Test
    void aDisputeInADisputeKeepsTheFirst() {
        CustomerStory acme = watching("contract-disputed").at(START, negotiationStarted());
        acme.at(LATER, disputed());
        assertThat(acme.sinceOf("contract-disputed")).isEqualTo(START);
        assertThat(acme.evidenceOf("contract-disputed")).containsExactly("/story#e001");
        assertThat(acme.at(END, settled()).factors()).isEmpty();
    }

    @Test
    void anotherEndOfTheContractSettlesNoDispute() {
        CustomerStory acme = watching("contract-disputed").at(START, disputed());
        acme.at(LATER, contractEndSetTo(END));
        assertThat(acme.factors()).containsOnlyKeys("contract-disputed");
    }

    @Test
    void aTermOfTwentyFourCalendarMonthsIsMultiYear() {
        CustomerStory acme = watching("multi-year");
        acme.at(START, signed("2026-02-28T12:00:00Z", "2028-02-28T12:00:00Z"));
        assertThat(acme.factors()).containsExactly(entry("multi-year", -15));
        assertThat(acme.evidenceOf("multi-year")).containsExactly("/story#e001");
        assertThat(acme.last().score()).isZero();
    }

    @Test
    void aMillisecondLessThanTwentyFourMonthsIsNot() {
        CustomerStory acme = watching("multi-year");
        acme.at(START, signed("2026-02-28T12:00:00Z", "2028-02-28T11:59:59.999Z"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void aMultiYearContractCountsUntilItsEnd() {
        CustomerStory acme = watching("multi-year").at(START, signedUntil("2028-01-01T00:00:00Z"));
        acme.until(justBefore("2028-01-01T00:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("multi-year");
        assertThat(acme.until("2028-01-01T00:00:00Z").factors()).isEmpty();
    }

    @Test
    void aRenewalWithoutStartBeginsWithThePreviousEnd() {
        CustomerStory acme = watching("multi-year").at(START, signedUntil(END));
        acme.at(LATER, renewedUntil(justBefore("2029-01-01T00:00:00Z")));
        assertThat(acme.factors()).isEmpty();
        acme.at(END, contractEndSetTo("2029-01-01T00:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("multi-year");
        assertThat(acme.evidenceOf("multi-year")).containsExactly("/story#e002", "/story#e003");
    }

    @Test
    void theLastEventWinsTheStartToo() {
        CustomerStory acme = watching("multi-year").at(START, signedUntil("2027-12-31T00:00:00Z"));
        assertThat(acme.factors()).isEmpty();
        acme.at(LATER, contractStartSetTo("2025-12-31T00:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("multi-year");
        assertThat(acme.at(END, contractStartCleared()).factors()).isEmpty();
    }

    @Test
    void noExpansionCountsOnceTheContractIsSixMonthsOld() {
        CustomerStory acme = watching("no-expansion").at(START, signedUntil(END));
        assertThat(acme.until(justBefore(after("P183D", START))).factors()).isEmpty();
        assertThat(acme.until(after("P183D", START)).factors())
                .containsExactly(entry("no-expansion", 5));
        assertThat(acme.evidenceOf("no-expansion")).containsExactly("/story#e001");
    }

    @Test
    void expansionDiscussedPutsItOff() {
        CustomerStory acme = watching("no-expansion").at(START, signedUntil(END));
        acme.until(after("P183D", START));
        String talk = after("P200D", START);
        assertThat(acme.at(talk, discussed()).factors()).isEmpty();
        assertThat(acme.until(justBefore(after("P183D", talk))).factors()).isEmpty();
        assertThat(acme.until(after("P183D", talk)).factors()).containsOnlyKeys("no-expansion");
        assertThat(acme.evidenceOf("no-expansion")).containsExactly("/story#e002");
    }

    @Test
    void anExpansionWonOrClosedIsNotDiscussed() {
        CustomerStory acme = watching("no-expansion").at(START, signedUntil(END));
        acme.at(LATER, expansionWon("O-1"), expansionClosed("O-2"));
        assertThat(acme.until(after("P183D", START)).factors()).containsOnlyKeys("no-expansion");
    }

    @Test
    void aRenewalMakesTheContractNoYounger() {
        CustomerStory acme = watching("no-expansion").at(START, signedUntil(END));
        acme.at(LATER, renewedUntil("2028-01-01T00:00:00Z"));
        assertThat(acme.until(after("P183D", START)).factors()).containsOnlyKeys("no-expansion");
    }

    @Test
    void aContractKnownFromItsRenewalOnlyIsAsOldAsThat() {
        CustomerStory acme = watching("no-expansion").at(START, renewed(START, END));
        assertThat(acme.until(justBefore(after("P183D", START))).factors()).isEmpty();
        assertThat(acme.until(after("P183D", START)).factors()).containsOnlyKeys("no-expansion");
    }

    @Test
    void aNewSignatureMakesTheContractYoung() {
        CustomerStory acme = watching("no-expansion").at(START, signedUntil(END));
        acme.at(LATER, signedUntil(END));
        assertThat(acme.until(after("P183D", START)).factors()).isEmpty();
        assertThat(acme.until(after("P183D", LATER)).factors()).containsOnlyKeys("no-expansion");
    }

    @Test
    void aContractPastDueStillCounts() {
        CustomerStory acme = watching("no-expansion").at(START, signedUntil(LATER));
        assertThat(acme.until(after("P183D", START)).factors()).containsOnlyKeys("no-expansion");
    }

    @Test
    void anOldContractRaisesNoOldAlarm() {
        CustomerStory acme = watching("no-expansion");
        acme.at(START, contractStartSetTo("2020-01-01T00:00:00Z"));
        assertThat(acme.until(justBefore(after("P183D", START))).factors()).isEmpty();
        assertThat(acme.until(after("P183D", START)).factors()).containsOnlyKeys("no-expansion");
    }

    @Test
    void withoutAContractThereIsNothingToExpand() {
        CustomerStory acme = watching("no-expansion").at(START, contractEndSetTo(END));
        assertThat(acme.until(END).factors()).isEmpty();
    }
}
