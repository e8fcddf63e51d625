package io.customerpulse.rules.timeline;

import static io.customerpulse.events.fact.StakeholderRole.CHAMPION;
import static io.customerpulse.events.fact.StakeholderRole.EXECUTIVE_SPONSOR;
import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.departed;
import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.renewedUntil;
import static io.customerpulse.rules.story.StoryFacts.seats;
import static io.customerpulse.rules.story.StoryFacts.signedUntil;
import static io.customerpulse.rules.story.StoryFacts.terminated;
import static io.customerpulse.rules.story.StoryFacts.ticket;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static io.customerpulse.rules.story.StoryFacts.wentLive;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Fact;
import io.customerpulse.rules.story.CustomerStory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A terminated contract ends everything; a new one begins it anew. */
class EndOfCustomerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String END = "2026-03-01T00:00:00Z";
    private static final String ANEW = "2026-04-01T00:00:00Z";

    private final CustomerStory acme =
            story("acme").at(START, budgetCut(), departed(EXECUTIVE_SPONSOR));

    @Test
    void everyFactorEndsAtTheTermination() {
        acme.at(END, terminated());
        assertThat(acme.history()).endsWith(END + " 0 GREEN churned");
        assertThat(acme.last().changed()).containsExactly("budget-cut", "stakeholder-departed");
    }

    @Test
    void nothingIsScoredWhileTheCustomerIsGone() {
        acme.at(END, terminated());
        acme.at(after("P1D", END), contractEndSetTo(START), departed(CHAMPION), incident("I-1"));
        acme.at(after("P2D", END), terminated());
        assertThat(acme.until("2027-01-01T00:00:00Z").scores()).hasSize(2);
    }

    @Test
    void theAnnouncedBandRunsOn() {
        acme.at(END, terminated()).until(ANEW);
        assertThat(acme.history())
                .endsWith(
                        END + " 0 GREEN churned",
                        after("PT24H", END) + " announced ORANGE -> GREEN");
    }

    @Test
    void aCustomerMayBeTerminatedWithItsFirstEvent() {
        CustomerStory beta = story("beta").at(END, terminated());
        assertThat(beta.history()).containsExactly(END + " 0 GREEN churned");
    }

    static Stream<Fact> newContracts() {
        return Stream.of(signedUntil("2027-06-01T00:00:00Z"), renewedUntil("2027-06-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("newContracts")
    void aNewContractBringsTheFactsBack(Fact contract) {
        acme.at(END, terminated()).at(ANEW, contract);
        assertThat(acme.factors()).containsOnlyKeys("stakeholder-departed", "budget-cut");
        assertThat(acme.sinceOf("budget-cut")).isEqualTo(ANEW);
        assertThat(acme.last().churned()).isFalse();
        assertThat(acme.last().previousPoints()).hasValue(0);
    }

    @Test
    void aNewContractIsScoredEvenIfThePointsAreTheSame() {
        CustomerStory beta = story("beta").at(START, updated());
        beta.at(END, terminated()).at(ANEW, signedUntil("2027-06-01T00:00:00Z"));
        assertThat(beta.history())
                .containsExactly(START + " 0 GREEN", END + " 0 GREEN churned", ANEW + " 0 GREEN");
        assertThat(beta.last().changed()).isEmpty();
    }

    @Test
    void terminatedAndSignedAtOneInstantIsScoredOnceMore() {
        acme.at(END, terminated(), signedUntil("2027-06-01T00:00:00Z"));
        assertThat(acme.scores()).hasSize(2);
        assertThat(acme.last().previousPoints()).hasValue(acme.last().points());
        assertThat(acme.last().changed()).isEmpty();
    }

    @Test
    void aRenewalOfALivingCustomerBeginsNothingAnew() {
        acme.at(END, renewedUntil("2027-06-01T00:00:00Z"));
        assertThat(acme.scores()).hasSize(1);
        assertThat(acme.record().life().number()).isOne();
    }

    @Test
    void otherEventsDoNotBringACustomerBack() {
        acme.at(END, terminated()).at(ANEW, contractEndSetTo("2030-01-01T00:00:00Z"));
        acme.at(after("P1D", ANEW), ticket("T-1"));
        assertThat(acme.last().churned()).isTrue();
    }

    @Test
    void whatHappenedMeanwhileCountsAfterwards() {
        CustomerStory beta = story("beta").at(START, updated()).at(END, terminated());
        beta.at(after("P1D", END), departed(CHAMPION));
        beta.at(ANEW, signedUntil("2027-06-01T00:00:00Z"));
        assertThat(beta.factors()).containsOnlyKeys("stakeholder-departed");
        assertThat(beta.until(after("P181D", END)).factors()).isEmpty();
    }

    @Test
    void completeDaysCountAnew() {
        CustomerStory beta = story("beta").at(START, seats(10), wentLive()).at(END, terminated());
        beta.at(ANEW, signedUntil("2027-06-01T00:00:00Z"));
        assertThat(beta.until("2026-04-15T05:59:59.999Z").factors()).isEmpty();
        assertThat(beta.until("2026-04-15T06:00:00Z").factors()).containsOnlyKeys("low-adoption");
    }
}
