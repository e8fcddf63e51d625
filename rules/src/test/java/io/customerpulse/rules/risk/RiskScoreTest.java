package io.customerpulse.rules.risk;

import static io.customerpulse.events.fact.StakeholderRole.CHAMPION;
import static io.customerpulse.events.fact.StakeholderRole.EXECUTIVE_SPONSOR;
import static io.customerpulse.events.fact.StakeholderRole.FINANCE_LEAD;
import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.appointed;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.csat;
import static io.customerpulse.rules.story.StoryFacts.departed;
import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.renewedUntil;
import static io.customerpulse.rules.story.StoryFacts.seats;
import static io.customerpulse.rules.story.StoryFacts.signedUntil;
import static io.customerpulse.rules.story.StoryFacts.ticket;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.rules.policy.Policies;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.story.CustomerStory;
import io.customerpulse.rules.story.ShippedPolicies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskScoreTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final Policies POLICIES = ShippedPolicies.read();

    private final CustomerStory acme = story("acme");

    @Test
    void theFirstScoreComesEvenIfNothingCounts() {
        acme.at(START, updated());
        assertThat(acme.history()).containsExactly(START + " 0 GREEN");
        assertThat(acme.last().previousPoints()).isEmpty();
        assertThat(acme.last().changed()).isEmpty();
    }

    @Test
    void eventsThatChangeNoFactorMakeNoScore() {
        acme.at(START, updated());
        acme.at(after("PT1H", START), ticket("T-1"), csat(1), seats(10));
        acme.at(after("PT2H", START), signedUntil("2027-01-01T00:00:00Z"));
        assertThat(acme.scores()).hasSize(1);
    }

    @Test
    void newEvidenceAloneMakesNoScore() {
        acme.at(START, budgetCut()).at(after("P1D", START), budgetCut());
        assertThat(acme.scores()).hasSize(1);
    }

    @Test
    void aMetricThatBecomesKnownAloneMakesNoScore() {
        acme.at(START, csat(5), csat(5)).at(after("P1D", START), csat(5));
        assertThat(acme.scores()).hasSize(1);
    }

    @Test
    void severalChangesAtOneInstantMakeOneScore() {
        acme.at(START, budgetCut(), departed(CHAMPION), csat(2), csat(2), csat(2));
        assertThat(acme.scores()).hasSize(1);
        assertThat(acme.last().points()).isEqualTo(55);
    }

    @Test
    void aScoreSaysWhatWasBeforeAndWhatChanged() {
        acme.at(START, budgetCut(), departed(CHAMPION));
        acme.at(after("PT1H", START), departed(EXECUTIVE_SPONSOR), contractEndSetTo(START));
        assertThat(acme.last().previousPoints()).isEqualTo(OptionalInt.of(40));
        assertThat(acme.last().points()).isEqualTo(70);
        assertThat(acme.last().changed())
                .containsExactly("renewal-past-due", "stakeholder-departed");
        acme.at(
                after("PT2H", START),
                renewedUntil("2027-06-01T00:00:00Z"),
                appointed(EXECUTIVE_SPONSOR),
                appointed(CHAMPION));
        assertThat(acme.last().previousPoints()).isEqualTo(OptionalInt.of(70));
        assertThat(acme.last().changed())
                .containsExactly("renewal-past-due", "stakeholder-departed");
    }

    @Test
    void aChangeOfPointsWithoutAChangeOfTheSetMakesAScore() {
        acme.at(START, departed(EXECUTIVE_SPONSOR), departed(FINANCE_LEAD));
        acme.at(after("PT1H", START), appointed(EXECUTIVE_SPONSOR));
        assertThat(acme.scores()).extracting(RiskResult.Scored::points).containsExactly(30, 25);
        assertThat(acme.last().changed()).containsExactly("stakeholder-departed");
    }

    @Test
    void contributionsComeInTheOrderOfTheRules() {
        acme.at(START, incident("I-1"), budgetCut(), departed(CHAMPION), contractEndSetTo(START));
        acme.until(after("PT5H", START));
        assertThat(acme.factors().keySet())
                .containsExactly(
                        "renewal-past-due", "stakeholder-departed", "budget-cut", "downtime");
    }

    @Test
    void threeHeavyFactorsAreRed() {
        acme.at(START, incident("I-1"), departed(FINANCE_LEAD), contractEndSetTo(START));
        acme.until(after("PT5H", START));
        assertThat(acme.last().points()).isEqualTo(75);
        assertThat(acme.last().band()).isEqualTo(RiskBand.RED);
    }

    @ParameterizedTest(name = "{0} points are {1}")
    @CsvSource({
        "-15, GREEN",
        "0, GREEN",
        "20, GREEN",
        "21, YELLOW",
        "40, YELLOW",
        "41, ORANGE",
        "60, ORANGE",
        "61, RED",
        "250, RED"
    })
    void theBandFollowsFromTheRawSum(int points, RiskBand band) {
        assertThat(scored(points).band()).isEqualTo(band);
    }

    @ParameterizedTest(name = "{0} points are a score of {1}")
    @CsvSource({"-15, 0", "0, 0", "1, 1", "100, 100", "101, 100", "250, 100"})
    void theScoreIsTheSumClampedToAHundred(int points, int score) {
        assertThat(scored(points).score()).isEqualTo(score);
        assertThat(scored(points).points()).isEqualTo(points);
    }

    @Test
    void everyResultNamesThePolicies() {
        acme.at(START, departed(CHAMPION));
        assertThat(acme.last().policyVersion()).isEqualTo(POLICIES.version());
        assertThat(acme.bandChanges().get(0).policyVersion()).isEqualTo(POLICIES.version());
    }

    @Test
    void factorsOfTheRecordAndOfFlagsMakeOneScoreInWhateverOrderTheyCome() {
        Instant at = Instant.parse(START);
        Signal assessed =
                new Signal.RiskAssessed(
                        "acme",
                        at,
                        1,
                        false,
                        List.of(counting("no-review", 5), counting("multi-year", -15)),
                        List.of());
        Signal flagged =
                new Signal.FactorsFlagged("acme", at, List.of(counting("no-expansion", 5)));

        List<Emission> one = published(assessed, flagged);

        assertThat(one).hasSize(1).isEqualTo(published(flagged, assessed));
        RiskResult.Scored scored = (RiskResult.Scored) ((OutputEvent) one.get(0)).result();
        assertThat(scored.points()).isEqualTo(-5);
        assertThat(scored.contributions())
                .extracting(Contribution::factor)
                .containsExactly("no-review", "no-expansion", "multi-year");
    }

    @Test
    void aFactorOfAFlagIsAddedToWhatWasAssessedBefore() {
        PublishedRisk state = new PublishedRisk();
        RiskScore score = new RiskScore(POLICIES.risk(), POLICIES.version());
        Instant at = Instant.parse(START);
        Signal assessed =
                new Signal.RiskAssessed(
                        "acme", at, 1, false, List.of(counting("no-review", 5)), List.of("nps"));
        score.advance(state, "acme", at, List.of(assessed));
        Instant later = at.plusSeconds(60);

        List<Emission> emissions =
                score.advance(
                                state,
                                "acme",
                                later,
                                List.of(
                                        new Signal.FactorsFlagged(
                                                "acme", later, List.of(counting("nps-drop", 15)))))
                        .emissions();

        OutputEvent event = (OutputEvent) emissions.get(0);
        RiskResult.Scored scored = (RiskResult.Scored) event.result();
        assertThat(event.time()).contains(later);
        assertThat(scored.points()).isEqualTo(20);
        assertThat(scored.changed()).containsExactly("nps-drop");
        assertThat(scored.missing()).containsExactly("nps");
    }

    private static Contribution counting(String factor, int points) {
        return new Contribution(factor, points, Instant.parse(START), List.of(), Optional.empty());
    }

    private static List<Emission> published(Signal... signals) {
        return new RiskScore(POLICIES.risk(), POLICIES.version())
                .advance(new PublishedRisk(), "acme", Instant.parse(START), List.of(signals))
                .emissions();
    }

    /** What is published of a customer with one factor of so many points. */
    private static RiskResult.Scored scored(int points) {
        Instant at = Instant.parse(START);
        Contribution contribution =
                new Contribution("factor", points, at, List.of(), Optional.empty());
        Signal signal =
                new Signal.RiskAssessed("acme", at, 1, false, List.of(contribution), List.of());
        List<Emission> emissions =
                new RiskScore(POLICIES.risk(), POLICIES.version())
                        .advance(new PublishedRisk(), "acme", at, List.of(signal))
                        .emissions();
        return (RiskResult.Scored) ((OutputEvent) emissions.get(0)).result();
    }
}
