package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.downturn;
import static io.customerpulse.rules.story.StoryFacts.downturnEnded;
import static io.customerpulse.rules.story.StoryFacts.goLiveSetTo;
import static io.customerpulse.rules.story.StoryFacts.goLiveTargetCleared;
import static io.customerpulse.rules.story.StoryFacts.goLiveTargetSetTo;
import static io.customerpulse.rules.story.StoryFacts.industry;
import static io.customerpulse.rules.story.StoryFacts.integrationFailed;
import static io.customerpulse.rules.story.StoryFacts.integrationRecovered;
import static io.customerpulse.rules.story.StoryFacts.issueOpened;
import static io.customerpulse.rules.story.StoryFacts.issueResolved;
import static io.customerpulse.rules.story.StoryFacts.planned;
import static io.customerpulse.rules.story.StoryFacts.rescheduled;
import static io.customerpulse.rules.story.StoryFacts.wentLive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.events.fact.Fact;
import io.customerpulse.rules.story.CustomerStory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Downturns, late implementations, data-quality issues and failed integrations. */
class ServiceFactorsTest {

    private static final String START = "2026-01-01T08:00:00Z";
    private static final String LATER = "2026-02-01T08:00:00Z";
    private static final String TARGET = "2026-03-01T00:00:00Z";

    private static CustomerStory watching(String factor) {
        return story("acme").watching(factor);
    }

    @Test
    void aDownturnLastsUntilItsEnd() {
        CustomerStory acme = watching("market-downturn").at(START, industry("retail"));
        acme.shared(LATER, downturn("retail")).until("2028-01-01T00:00:00Z");
        assertThat(acme.factors()).containsExactly(entry("market-downturn", 10));
        assertThat(acme.sinceOf("market-downturn")).isEqualTo(LATER);
        assertThat(acme.evidenceOf("market-downturn")).containsExactly("/story#e002");
        acme.shared("2028-01-02T00:00:00Z", downturnEnded("retail"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void industriesAreComparedLiterally() {
        CustomerStory acme = watching("market-downturn").at(START, industry("retail"));
        acme.shared(LATER, downturn("Retail")).shared(LATER, downturn("mining"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void aDownturnReachesCustomersWhoMoveThere() {
        CustomerStory acme = watching("market-downturn").at(START, industry("mining"));
        acme.shared(LATER, downturn("retail"));
        assertThat(acme.at(TARGET, industry("retail")).factors())
                .containsOnlyKeys("market-downturn");
        assertThat(acme.sinceOf("market-downturn")).isEqualTo(TARGET);
        assertThat(acme.at(after("P1D", TARGET), industry("mining")).factors()).isEmpty();
    }

    @Test
    void aDownturnReachesCustomersFirstSeenDuringIt() {
        CustomerStory acme = watching("market-downturn").shared(START, downturn("retail"));
        acme.at(LATER, industry("retail"));
        assertThat(acme.sinceOf("market-downturn")).isEqualTo(LATER);
    }

    static Stream<Fact> plans() {
        return Stream.of(planned(TARGET), rescheduled(TARGET), goLiveTargetSetTo(TARGET));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void anImplementationIsLateFourteenDaysAfterItsTarget(Fact plan) {
        CustomerStory acme = watching("implementation-delayed").at(START, plan);
        assertThat(acme.until(justBefore(after("P14D", TARGET))).factors()).isEmpty();
        assertThat(acme.until(after("P14D", TARGET)).factors())
                .containsExactly(entry("implementation-delayed", 20));
        assertThat(acme.evidenceOf("implementation-delayed")).containsExactly("/story#e001");
        assertThat(acme.at(after("P20D", TARGET), wentLive()).factors()).isEmpty();
    }

    @Test
    void theFirstTargetIsTheBaseline() {
        CustomerStory acme = watching("implementation-delayed").at(START, planned(TARGET));
        acme.at(LATER, rescheduled("2026-09-01T00:00:00Z"));
        assertThat(acme.until(justBefore(after("P14D", TARGET))).factors()).isEmpty();
        assertThat(acme.until(after("P14D", TARGET)).factors())
                .containsOnlyKeys("implementation-delayed");
        assertThat(acme.evidenceOf("implementation-delayed"))
                .containsExactly("/story#e001", "/story#e002");
    }

    @Test
    void twoPushesToALaterDateAreADelayAtOnce() {
        CustomerStory acme = watching("implementation-delayed").at(START, planned(TARGET));
        acme.at(START, rescheduled("2026-03-02T00:00:00Z"));
        acme.at(START, rescheduled("2026-03-02T00:00:00Z"), rescheduled("2026-02-20T00:00:00Z"));
        assertThat(acme.factors()).as("the same and an earlier date are no pushes").isEmpty();
        acme.at(LATER, goLiveTargetSetTo("2026-02-21T00:00:00Z"));
        assertThat(acme.factors()).as("later than in force").isNotEmpty();
        assertThat(acme.sinceOf("implementation-delayed")).isEqualTo(LATER);
    }

    @Test
    void aTargetClearedIsForgottenWithItsPushes() {
        CustomerStory acme = watching("implementation-delayed").at(START, planned(TARGET));
        acme.at(START, rescheduled("2026-03-02T00:00:00Z"), rescheduled("2026-03-03T00:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("implementation-delayed");
        assertThat(acme.at(LATER, goLiveTargetCleared()).factors()).isEmpty();
        acme.at(after("PT1H", LATER), planned("2026-05-01T00:00:00Z"));
        assertThat(acme.until(justBefore("2026-05-15T00:00:00Z")).factors()).isEmpty();
        assertThat(acme.until("2026-05-15T00:00:00Z").factors())
                .containsOnlyKeys("implementation-delayed");
    }

    @Test
    void aLiveCustomerIsNotDelayed() {
        CustomerStory acme = watching("implementation-delayed").at(START, planned(TARGET));
        acme.at(LATER, wentLive()).until("2027-01-01T00:00:00Z");
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void aDelayEndsOnTheDateOfGoLiveToCome() {
        CustomerStory acme = watching("implementation-delayed").at(START, planned(TARGET));
        acme.at(LATER, goLiveSetTo("2026-04-01T00:00:00Z"));
        acme.until(justBefore("2026-04-01T00:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("implementation-delayed");
        assertThat(acme.until("2026-04-01T00:00:00Z").factors()).isEmpty();
    }

    static Stream<Arguments> openCauses() {
        return Stream.of(
                Arguments.of(
                        "data-quality",
                        15,
                        "P7D",
                        issueOpened("A"),
                        issueResolved("A"),
                        issueOpened("B")),
                Arguments.of(
                        "integration-failure",
                        20,
                        "PT24H",
                        integrationFailed("A"),
                        integrationRecovered("A"),
                        integrationFailed("B")));
    }

    @ParameterizedTest(name = "{0} after {2}")
    @MethodSource("openCauses")
    void itCountsOnceOpenForTooLongUntilItIsOver(
            String factor, int points, String after, Fact open, Fact over, Fact other) {
        CustomerStory acme = watching(factor).at(START, open);
        assertThat(acme.until(justBefore(after(after, START))).factors()).isEmpty();
        assertThat(acme.until(after(after, START)).factors())
                .containsExactly(entry(factor, points));
        assertThat(acme.evidenceOf(factor)).containsExactly("/story#e001");
        assertThat(acme.at(LATER, over).factors()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("openCauses")
    void openingItAgainKeepsTheFirstTime(
            String factor, int points, String after, Fact open, Fact over, Fact other) {
        CustomerStory acme = watching(factor).at(START, open).at(after("PT1H", START), open);
        assertThat(acme.until(after(after, START)).factors()).containsOnlyKeys(factor);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("openCauses")
    void overJustInTimeItDoesNotCount(
            String factor, int points, String after, Fact open, Fact over, Fact other) {
        CustomerStory acme = watching(factor).at(START, open).at(after(after, START), over);
        assertThat(acme.until(LATER).factors()).isEmpty();
        assertThat(acme.scores()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("openCauses")
    void anotherOneGoesOn(
            String factor, int points, String after, Fact open, Fact over, Fact other) {
        CustomerStory acme = watching(factor).at(START, open).at(after("PT1H", START), other);
        acme.at(LATER, over);
        assertThat(acme.factors()).containsOnlyKeys(factor);
        assertThat(acme.sinceOf(factor)).isEqualTo(after(after, START));
    }
}
