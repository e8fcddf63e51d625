package io.customerpulse.rules.risk;

import static io.customerpulse.events.fact.StakeholderRole.CHAMPION;
import static io.customerpulse.rules.story.CustomerStory.after;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.contractEndSetTo;
import static io.customerpulse.rules.story.StoryFacts.contractValue;
import static io.customerpulse.rules.story.StoryFacts.departed;
import static io.customerpulse.rules.story.StoryFacts.goLiveSetTo;
import static io.customerpulse.rules.story.StoryFacts.incident;
import static io.customerpulse.rules.story.StoryFacts.nps;
import static io.customerpulse.rules.story.StoryFacts.seats;
import static io.customerpulse.rules.story.StoryFacts.signed;
import static io.customerpulse.rules.story.StoryFacts.training;
import static io.customerpulse.rules.story.StoryFacts.usage;
import static io.customerpulse.rules.story.StoryFacts.used;
import static io.customerpulse.rules.story.StoryFacts.wentLive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.events.result.RiskBand;
import io.customerpulse.rules.story.CustomerStory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The examples worked out in the rules come out so. */
class WorkedExamplesTest {

    private static final String START = "2026-01-01T00:00:00Z";

    private final CustomerStory acme = story("acme");

    @Test
    void fivePointsAreGreen() {
        acme.at(START, contractValue("120000"), wentLive());
        for (LocalDate day = LocalDate.of(2026, 1, 1);
                day.isBefore(LocalDate.of(2026, 2, 15));
                day = day.plusDays(1)) {
            acme.at(day + "T20:00:00Z", usage(day.toString(), 50));
        }
        acme.until("2026-02-15T00:00:00Z");
        assertThat(acme.factors()).containsExactly(entry("no-review", 5));
        assertThat(acme.last().points()).isEqualTo(5);
        assertThat(acme.last().band()).isEqualTo(RiskBand.GREEN);
    }

    @Test
    void thirtyFivePointsAreYellow() {
        acme.at(START, contractValue("30000"), seats(100), wentLive());
        acme.at(START, signed(START, "2027-06-01T00:00:00Z"), training("20"));
        for (LocalDate day = LocalDate.of(2026, 1, 1);
                day.isBefore(LocalDate.of(2026, 7, 3));
                day = day.plusDays(1)) {
            acme.at(day + "T20:00:00Z", usage(day.toString(), 20));
        }
        acme.until(after("P183D", START));
        assertThat(acme.factors())
                .containsExactly(
                        entry("low-adoption", 10),
                        entry("training-incomplete", 15),
                        entry("no-review", 5),
                        entry("no-expansion", 5));
        assertThat(acme.last().points()).isEqualTo(35);
        assertThat(acme.last().band()).isEqualTo(RiskBand.YELLOW);
    }

    @Test
    void fiftyPointsAreOrange() {
        acme.at(START, contractValue("120000"), goLiveSetTo(START));
        acme.at("2026-01-20T12:00:00Z", used("ann"));
        acme.at("2026-02-10T00:00:00Z", contractEndSetTo("2026-04-01T00:00:00Z"), budgetCut());
        acme.at("2026-02-10T00:00:00Z", nps(2), nps(3), nps(9));
        acme.until("2026-02-15T00:00:00Z");
        assertThat(acme.factors())
                .containsExactly(
                        entry("contract-ending", 10),
                        entry("low-nps", 20),
                        entry("no-review", 5),
                        entry("budget-cut", 15));
        assertThat(acme.last().points()).isEqualTo(50);
        assertThat(acme.last().band()).isEqualTo(RiskBand.ORANGE);
    }

    @Test
    void seventyFivePointsAreRed() {
        acme.at(START, incident("I-1"), departed(CHAMPION), contractEndSetTo(START));
        acme.until(after("PT5H", START));
        assertThat(acme.factors())
                .containsExactly(
                        entry("renewal-past-due", 25),
                        entry("stakeholder-departed", 25),
                        entry("downtime", 25));
        assertThat(acme.last().points()).isEqualTo(75);
        assertThat(acme.last().band()).isEqualTo(RiskBand.RED);
    }
}
