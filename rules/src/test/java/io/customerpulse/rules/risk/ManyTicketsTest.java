package io.customerpulse.rules.risk;

import static io.customerpulse.rules.story.CustomerStory.justBefore;
import static io.customerpulse.rules.story.CustomerStory.story;
import static io.customerpulse.rules.story.StoryFacts.budgetCut;
import static io.customerpulse.rules.story.StoryFacts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.customerpulse.rules.story.CustomerStory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyTicketsTest {

    private final CustomerStory acme = story("acme");

    /** One ticket a day at nine, beginning with 1 January. */
    private CustomerStory tickets(int count) {
        for (int day = 1; day <= count; day++) {
            acme.at("2026-01-%02dT09:00:00Z".formatted(day), ticket("T-" + day));
        }
        return acme;
    }

    @Test
    void fiveTicketsInThirtyDaysAreFine() {
        assertThat(tickets(5).factors()).isEmpty();
    }

    @Test
    void theSixthTicketInThirtyDaysIsTooMany() {
        assertThat(tickets(6).factors()).containsExactly(entry("many-tickets", 10));
        assertThat(acme.sinceOf("many-tickets")).isEqualTo("2026-01-06T09:00:00Z");
    }

    @Test
    void aTicketCountsUntilTheInstantBeforeItIsThirtyDaysOld() {
        tickets(6).until(justBefore("2026-01-31T09:00:00Z"));
        assertThat(acme.factors()).containsOnlyKeys("many-tickets");
    }

    @Test
    void theTicketThatIsThirtyDaysOldCountsNoMore() {
        assertThat(tickets(6).until("2026-01-31T09:00:00Z").factors()).isEmpty();
        assertThat(acme.history())
                .endsWith(
                        "2026-01-06T09:00:00Z 10 GREEN many-tickets=10",
                        "2026-01-31T09:00:00Z 0 GREEN");
    }

    @Test
    void aTicketThatComesAsAnotherLeavesKeepsTheFactorUp() {
        tickets(6).at("2026-01-31T09:00:00Z", ticket("T-7"));
        assertThat(acme.sinceOf("many-tickets")).isEqualTo("2026-01-06T09:00:00Z");
        assertThat(acme.scores()).hasSize(2);
    }

    @Test
    void aTicketOpenedTwiceIsOneTicket() {
        tickets(5).at("2026-01-07T00:00:00Z", ticket("T-1"));
        assertThat(acme.factors()).isEmpty();
    }

    @Test
    void aTicketOpenedTwiceCountsFromItsLastOpening() {
        tickets(5).at("2026-01-20T09:00:00Z", ticket("T-1"), ticket("T-6"));
        acme.until("2026-01-31T09:00:00Z");
        assertThat(acme.factors()).containsOnlyKeys("many-tickets");
        assertThat(acme.until("2026-02-01T09:00:00Z").factors()).isEmpty();
    }

    @Test
    void theEvidenceIsTheOpeningsInTimeOrder() {
        assertThat(tickets(6).evidenceOf("many-tickets"))
                .containsExactly(
                        "/story#e001",
                        "/story#e002",
                        "/story#e003",
                        "/story#e004",
                        "/story#e005",
                        "/story#e006");
    }

    @Test
    void theEvidenceNamesTheNewestTwentyOpenings() {
        tickets(25).at("2026-01-26T00:00:00Z", ticket("T-10"));
        // A score shows the evidence of its own instant: let one more thing change.
        acme.at("2026-01-26T01:00:00Z", budgetCut());
        assertThat(acme.evidenceOf("many-tickets"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(6, 26)
                                .filter(event -> event != 10)
                                .mapToObj("/story#e%03d"::formatted)
                                .toList());
    }
}
