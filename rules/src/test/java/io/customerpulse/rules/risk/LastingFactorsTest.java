package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.competitorMentioned;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.discussed;
import static io.customerpulse.rules.story.StoryFacts.eventAttended;
import static io.customerpulse.rules.story.StoryFacts.expansionClosed;
import static io.customerpulse.rules.story.StoryFacts.expansionWon;
import static io.customerpulse.rules.story.StoryFacts.feedback;
import static io.customerpulse.rules.story.StoryFacts.interaction;
import static io.customerpulse.rules.story.StoryFacts.organization;
import static io.customerpulse.rules.story.StoryFacts.priceChanged;
import static io.customerpulse.rules.story.StoryFacts.referral;
import static io.customerpulse.rules.story.StoryFacts.renewedUntil;
import static io.customerpulse.rules.story.StoryFacts.signedUntil;
import static io.customerpulse.rules.story.StoryFacts.social;
import static io.customerpulse.rules.story.StoryFacts.testimonial;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.OrganizationChange;
import io.customerpulse.events.fact.Sentiment;
import io.customerpulse.rules.story.CustomerStory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The factors that count for some time after one event. */
class LastingFactorsTest {

    private static final String FIRST = "2026-01-01T08:00:00Z";
    private static final String SECOND = "2026-01-21T08:00:00Z";

    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of("negative-social", 10, "P30D", social(Sentiment.NEGATIVE)),
                Arguments.of("competitor-mentioned", 5, "P90D", competitorMentioned()),
                Arguments.of("merger", 10, "P180D", organization(OrganizationChange.MERGER)),
                Arguments.of(
                        "competitor-acquisition",
                        20,
                        "P180D",
                        organization(OrganizationChange.ACQUIRED_COMPETITOR)),
                Arguments.of(
                        "competitor-acquisition",
                        20,
                        "P180D",
                        organization(OrganizationChange.ACQUIRED_BY_COMPETITOR)),
                Arguments.of("price-increase", 15, "P180D", priceChanged("25.01")),
                Arguments.of("sponsor-engaged", -5, "P30D", interaction(true)),
                Arguments.of("expansion-ongoing", -10, "P30D", discussed("O-1")),
                Arguments.of("expansion-won", -10, "P90D", expansionWon("O-1")),
                Arguments.of("proactive-feedback", -5, "P90D", feedback()));
    }

    private static CustomerStory watching(String factor) {
        return story("acme").watching(factor);
    }

    @ParameterizedTest(name = "{0} counts {1} for less than {2}")
    @MethodSource("causes")
    void aCauseCountsUntilTheInstantItRunsOut(String factor, int points, String lasts, Fact cause) {
        CustomerStory acme = watching(factor).at(FIRST, updated());
        assertThat(acme.factors()).isEmpty();
        acme.at(SECOND, cause).until(justBefore(after(lasts, SECOND)));
        assertThat(acme.factors()).containsExactly(entry(factor, points));
        assertThat(acme.sinceOf(factor)).isEqualTo(SECOND);
        assertThat(acme.evidenceOf(factor)).containsExactly("/story#e002");
        assertThat(acme.confidenceOf(factor)).isEmpty();
        assertThat(acme.until(after(lasts, SECOND)).factors()).isEmpty();
    }

    @ParameterizedTest(name = "another {0} extends the first")
    @MethodSource("causes")
    void aRepeatedCauseExtendsTheFirst(String factor, int points, String lasts, Fact cause) {
        CustomerStory acme = watching(factor).at(FIRST, cause).at(SECOND, cause);
        acme.until(justBefore(after(lasts, SECOND)));
        assertThat(acme.factors()).containsExactly(entry(factor, points));
        assertThat(acme.sinceOf(factor)).isEqualTo(FIRST);
        assertThat(acme.until(after(lasts, SECOND)).factors()).isEmpty();
        assertThat(acme.scores()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} goes on when its cause comes again as it runs out")
    @MethodSource("causes")
    void aCauseAtTheInstantTheLastOneRunsOutGoesOn(
            String factor, int points, String lasts, Fact cause) {
        CustomerStory acme = watching(factor).at(FIRST, cause).at(after(lasts, FIRST), cause);
        assertThat(acme.sinceOf(factor)).isEqualTo(FIRST);
        assertThat(acme.scores()).hasSize(1);
    }

    @Test
    void otherMentionsAreNotNegative() {
        CustomerStory acme =
                watching("negative-social")
                        .at(FIRST, social(Sentiment.NEUTRAL), social(Sentiment.POSITIVE));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void anInteractionWithoutTheSponsorEngagesNoSponsor() {
        assertThat(watching("sponsor-engaged").at(FIRST, interaction(false)).factors()).isEmpty();
    }

    @Test
    void onlyFeedbackIsProactiveFeedback() {
        CustomerStory acme = watching("proactive-feedback");
        acme.at(FIRST, referral(), testimonial(), eventAttended());
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void anIncreaseOfExactlyTwentyFivePercentIsFine() {
        CustomerStory acme = watching("price-increase");
        acme.at(FIRST, priceChanged("25"), priceChanged("25.00"), priceChanged("-40"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void aSmallIncreaseDoesNotExtendALargeOne() {
        CustomerStory acme = watching("price-increase").at(FIRST, priceChanged("30"));
        acme.at(SECOND, priceChanged("10")).until(after("P180D", FIRST));
        assertThat(acme.factors()).isEmpty();
    }

    static Stream<Fact> newTerms() {
        return Stream.of(signedUntil("2027-01-01T00:00:00Z"), renewedUntil("2027-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("newTerms")
    void anIncreaseIsOverWithTheNextTerm(Fact contract) {
        CustomerStory acme = watching("price-increase").at(FIRST, priceChanged("30"));
        assertThat(acme.at(SECOND, contract).factors()).isEmpty();
    }

    @Test
    void anotherEndOfTheContractIsNoNextTerm() {
        CustomerStory acme = watching("price-increase").at(FIRST, priceChanged("30"));
        acme.at(SECOND, contractEndSetTo("2027-01-01T00:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("price-increase");
    }

    static Stream<Fact> closings() {
        return Stream.of(expansionWon("O-1"), expansionClosed("O-1"));
    }

    @ParameterizedTest
    @MethodSource("closings")
    void anOpportunityIsOverWhenItIsClosed(Fact closing) {
        CustomerStory acme = watching("expansion-ongoing").at(FIRST, discussed("O-1"));
        assertThat(acme.at(SECOND, closing).factors()).isEmpty();
        acme.at("2026-01-22T00:00:00Z", discussed("O-1"));
        assertThat(acme.factors()).as("discussed again").containsOnlyKeys("expansion-ongoing");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void anotherOpportunityGoesOn(Fact closing) {
        CustomerStory acme = watching("expansion-ongoing");
        acme.at(FIRST, discussed("O-1"), discussed("O-2")).at(SECOND, closing);
        assertThat(acme.factors()).containsOnlyKeys("expansion-ongoing");
        assertThat(acme.evidenceOf("expansion-ongoing"))
                .as("as published when it began")
                .containsExactly("/story#e001", "/story#e002");
    }

    @Test
    void anOpportunityWithoutAnIdIsOneOfItsOwn() {
        CustomerStory acme = watching("expansion-ongoing").at(FIRST, discussed());
        assertThat(acme.at(SECOND, expansionClosed("O-1")).factors())
                .containsOnlyKeys("expansion-ongoing");
        assertThat(acme.at("2026-01-22T00:00:00Z", expansionClosed()).factors()).isEmpty();
    }
}
