package io.customerpulse.rules.risk;

import static io.customerpulse.events.fact.StakeholderRole.CHAMPION;
import static io.customerpulse.events.fact.StakeholderRole.EXECUTIVE_SPONSOR;
import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.appointed;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.csat;
import static io.customerpulse.rules.story.StoryFacts.departed;
import static io.customerpulse.rules.story.StoryFacts.updated;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.story.CustomerStory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A worse band is announced at once, a better one once it has held for 24 hours. */
class AnnouncedBandTest {

    private static final String NOON = "2026-01-05T12:00:00Z";
    private static final String PAST = "2026-01-01T00:00:00Z";
    private static final String FAR = "2030-01-01T00:00:00Z";

    private final CustomerStory acme = story("acme");

    private List<String> announced() {
        return acme.history().stream().filter(line -> line.contains("announced")).toList();
    }

    @Test
    void theFirstGreenIsNotAnnounced() {
        acme.at(NOON, updated()).until("2026-02-01T00:00:00Z");
        assertThat(announced()).isEmpty();
    }

    @Test
    void theFirstBandThatIsNotGreenComesFromGreen() {
        acme.at(NOON, departed(EXECUTIVE_SPONSOR), budgetCut());
        assertThat(acme.history())
                .containsExactly(
                        NOON + " 45 ORANGE stakeholder-departed=30 budget-cut=15",
                        NOON + " announced GREEN -> ORANGE");
        assertThat(acme.bandChanges().get(0).points()).isEqualTo(45);
        assertThat(acme.bandChanges().get(0).reasons())
                .containsExactly("stakeholder-departed", "budget-cut");
    }

    @Test
    void aBetterBandIsAnnouncedTheInstantItHasHeldForTwentyFourHours() {
        acme.at(NOON, departed(CHAMPION)).at("2026-01-05T13:00:00Z", appointed(CHAMPION));
        acme.until(justBefore("2026-01-06T13:00:00Z"));
        assertThat(announced()).hasSize(1);
        acme.until("2026-01-06T13:00:00Z");
        assertThat(announced())
                .containsExactly(
                        NOON + " announced GREEN -> YELLOW",
                        "2026-01-06T13:00:00Z announced YELLOW -> GREEN");
    }

    @Test
    void aBetterBandThatDoesNotHoldIsNotAnnounced() {
        acme.at(NOON, departed(CHAMPION))
                .at("2026-01-05T13:00:00Z", appointed(CHAMPION))
                .at("2026-01-06T12:59:59.999Z", departed(CHAMPION))
                .until("2026-01-20T00:00:00Z");
        assertThat(announced()).containsExactly(NOON + " announced GREEN -> YELLOW");
    }

    @Test
    void aBandThatWorsensTheInstantABetterOneHasHeldStays() {
        acme.at(NOON, departed(CHAMPION))
                .at("2026-01-05T13:00:00Z", appointed(CHAMPION))
                .at("2026-01-06T13:00:00Z", departed(CHAMPION))
                .until("2026-01-20T00:00:00Z");
        assertThat(announced()).containsExactly(NOON + " announced GREEN -> YELLOW");
    }

    @Test
    void theAnnouncedBandIsTheWorstOfTheLastTwentyFourHours() {
        // RED at 0 h, ORANGE at 2 h, GREEN at 12 h.
        acme.at("2026-01-05T00:00:00Z", departed(EXECUTIVE_SPONSOR), contractEndSetTo(PAST))
                .at("2026-01-05T00:00:00Z", csat(2), csat(2), csat(2))
                .at("2026-01-05T02:00:00Z", csat(5), csat(5), csat(5))
                .at("2026-01-05T12:00:00Z", appointed(EXECUTIVE_SPONSOR), contractEndSetTo(FAR))
                .until("2026-01-20T00:00:00Z");
        assertThat(acme.history())
                .containsExactly(
                        "2026-01-05T00:00:00Z 70 RED renewal-past-due=25 low-csat=15"
                                + " stakeholder-departed=30",
                        "2026-01-05T00:00:00Z announced GREEN -> RED",
                        "2026-01-05T02:00:00Z 55 ORANGE renewal-past-due=25"
                                + " stakeholder-departed=30",
                        "2026-01-05T12:00:00Z 0 GREEN",
                        "2026-01-06T02:00:00Z announced RED -> ORANGE",
                        "2026-01-06T12:00:00Z announced ORANGE -> GREEN");
    }

    @Test
    void anOldBandIsForgottenWhenAWorseOneFollows() {
        acme.at("2026-01-05T00:00:00Z", departed(CHAMPION))
                .at("2026-01-05T01:00:00Z", appointed(CHAMPION))
                .at("2026-01-05T02:00:00Z", departed(EXECUTIVE_SPONSOR), budgetCut())
                .at("2026-01-05T03:00:00Z", appointed(EXECUTIVE_SPONSOR))
                .until("2026-01-20T00:00:00Z");
        assertThat(announced())
                .containsExactly(
                        "2026-01-05T00:00:00Z announced GREEN -> YELLOW",
                        "2026-01-05T02:00:00Z announced YELLOW -> ORANGE",
                        "2026-01-06T03:00:00Z announced ORANGE -> GREEN");
    }
}
