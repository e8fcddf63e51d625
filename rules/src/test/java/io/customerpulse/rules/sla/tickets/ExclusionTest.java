package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.SlaResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an exclusion ends and takes back. */
class ExclusionTest {

    private static TicketStory enterpriseP2() {
        return TicketStory.begin()
                .enterprise("2026-01-01 00:00")
                .opened("2026-01-12 10:00", Severity.P2);
    }

    @Test
    void anExclusionEndsEveryRunningClock() {
        assertThat(enterpriseP2().excluded("2026-01-12 11:00").told("2026-01-30 00:00"))
                .filteredOn(line -> !line.contains("started"))
                .containsExactlyInAnyOrder(
                        "2026-01-12 11:00 excluded FIRST_RESPONSE due 2026-01-12 14:00 at 25%",
                        "2026-01-12 11:00 excluded RESOLUTION due 2026-01-14 10:00 at 2.08%",
                        "2026-01-12 11:00 excluded INTERNAL FIRST_RESPONSE due 2026-01-12 14:00"
                                + " at 25%",
                        "2026-01-12 11:00 excluded INTERNAL RESOLUTION due 2026-01-14 10:00"
                                + " at 2.08%");
    }

    @Test
    void anExclusionTakesABreachBack() {
        TicketStory story = enterpriseP2().excluded("2026-01-12 15:00");
        List<OutputEvent> published = story.published("2026-01-30 00:00");
        String breach =
                published.stream()
                        .filter(e -> ToldLine.of(e).contains("breached FIRST_RESPONSE"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(published)
                .filteredOn(e -> ToldLine.of(e).contains("excluded FIRST_RESPONSE"))
                .singleElement()
                .extracting(e -> ((SlaResult.Excluded) e.result()).reverses())
                .isEqualTo(Optional.of(breach));
    }

    @Test
    void anExclusionAtTheDueInstantWinsOverTheBreach() {
        assertThat(
                        enterpriseP2()
                                .excluded("2026-01-12 14:00")
                                .until("2026-01-30 00:00", "FIRST_RESPONSE"))
                .last()
                .isEqualTo("2026-01-12 14:00 excluded due 2026-01-12 14:00 at 100%");
    }

    @Test
    void whatWasMetBeforeStaysMet() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 10:30")
                                .solved("2026-01-12 11:00")
                                .excluded("2026-01-12 12:00")
                                .until("2026-01-30 00:00"))
                .noneMatch(line -> line.contains("excluded"));
    }

    @Test
    void aBreachIsTakenBackAlsoWhenTheTicketIsSolved() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-15 10:00")
                                .excluded("2026-01-16 10:00")
                                .until("2026-01-30 00:00", "RESOLUTION"))
                .last()
                .isEqualTo("2026-01-16 10:00 excluded due 2026-01-14 10:00 at 150%, reverses");
    }

    @Test
    void aBreachIsTakenBackAlsoWhenTheAnswerCameAfterIt() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 15:00")
                                .severity("2026-01-12 16:00", Severity.P3)
                                .excluded("2026-01-16 10:00")
                                .until("2026-01-30 00:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 12:00 warned due 2026-01-12 14:00 at 50%",
                        "2026-01-12 14:00 breached due 2026-01-12 14:00 at 100%",
                        "2026-01-16 10:00 excluded due 2026-01-12 14:00 at 125%, reverses");
    }

    @Test
    void anAnsweredBreachIsNotTakenBackAfterTheEndOfTheContract() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 15:00")
                                .terminated("2026-01-15 10:00")
                                .excluded("2026-01-16 10:00")
                                .until("2026-01-30 00:00", "FIRST_RESPONSE"))
                .noneMatch(line -> line.contains("excluded"));
    }

    @Test
    void aTicketThatWasMetAndReopenedIsExcludedWhileItRuns() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-12 11:00")
                                .reopened("2026-01-12 12:00")
                                .excluded("2026-01-12 13:00")
                                .until("2026-01-30 00:00", "RESOLUTION"))
                .last()
                .isEqualTo("2026-01-12 13:00 excluded due 2026-01-14 11:00 at 4.17%");
    }

    @Test
    void anExcludedTicketDoesNotRunAgainWhenItIsReopened() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 10:30")
                                .solved("2026-01-12 11:00")
                                .excluded("2026-01-12 12:00")
                                .reopened("2026-01-12 13:00")
                                .until("2026-01-30 00:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-14 10:00 at 0%",
                        "2026-01-12 11:00 met due 2026-01-14 10:00 at 2.08%",
                        "2026-01-12 13:00 excluded due 2026-01-14 12:00 at 2.08%");
    }

    @Test
    void aSecondExclusionSaysNothing() {
        assertThat(
                        enterpriseP2()
                                .excluded("2026-01-12 11:00")
                                .excluded("2026-01-12 12:00")
                                .until("2026-01-30 00:00"))
                .hasSize(4);
    }

    @Test
    void nothingStartsOnAnExcludedTicket() {
        assertThat(
                        enterpriseP2()
                                .excluded("2026-01-12 11:00")
                                .severity("2026-01-12 12:00", Severity.P0)
                                .until("2026-01-30 00:00", "WORKAROUND"))
                .isEmpty();
    }

    @Test
    void aTicketExcludedAtItsOpeningIsExcludedWhenItStarts() {
        assertThat(
                        enterpriseP2()
                                .excluded("2026-01-12 10:00")
                                .until("2026-01-30 00:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-14 10:00 at 0%",
                        "2026-01-12 10:00 excluded due 2026-01-14 10:00 at 0%");
    }
}
