package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Severity;
import org.junit.jupiter.api.Test;

/** Each message of the customer that waits for an answer has a clock of its own. */
class NextResponseTest {

    private static TicketStory answeredTicket() {
        return TicketStory.by(PolicyVariants.withNextResponse())
                .enterprise("2026-01-01 00:00")
                .opened("2026-01-12 10:00", Severity.P2)
                .answered("2026-01-12 10:30");
    }

    @Test
    void theShippedPolicyHasNone() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .opened("2026-01-12 10:00", Severity.P2)
                                .answered("2026-01-12 10:30")
                                .customerWrote("2026-01-12 11:00")
                                .until("2026-01-14 00:00", "NEXT_RESPONSE"))
                .isEmpty();
    }

    @Test
    void theFirstUnansweredMessageStartsItAndTheNextAnswerMeetsIt() {
        assertThat(
                        answeredTicket()
                                .customerWrote("2026-01-12 11:00")
                                .customerWrote("2026-01-12 11:30")
                                .replied("2026-01-12 11:40", Author.AGENT, false)
                                .answered("2026-01-12 11:45")
                                .answered("2026-01-12 11:50")
                                .until("2026-01-14 00:00", "NEXT_RESPONSE"))
                .containsExactly(
                        "2026-01-12 11:00 started due 2026-01-12 13:00 at 0%",
                        "2026-01-12 11:45 met due 2026-01-12 13:00 at 37.5%");
    }

    @Test
    void eachCycleIsAClockOfItsOwn() {
        assertThat(
                        answeredTicket()
                                .customerWrote("2026-01-12 11:00")
                                .answered("2026-01-12 11:30")
                                .customerWrote("2026-01-12 12:00")
                                .until("2026-01-12 14:00", "NEXT_RESPONSE"))
                .containsExactly(
                        "2026-01-12 11:00 started due 2026-01-12 13:00 at 0%",
                        "2026-01-12 11:30 met due 2026-01-12 13:00 at 25%",
                        "2026-01-12 12:00 started#2 due 2026-01-12 14:00 at 0%",
                        "2026-01-12 13:00 warned#2 due 2026-01-12 14:00 at 50%",
                        "2026-01-12 14:00 breached#2 due 2026-01-12 14:00 at 100%");
    }

    @Test
    void aMessageBeforeTheFirstResponseStartsNone() {
        assertThat(
                        TicketStory.by(PolicyVariants.withNextResponse())
                                .enterprise("2026-01-01 00:00")
                                .opened("2026-01-12 10:00", Severity.P2)
                                .customerWrote("2026-01-12 10:10")
                                .answered("2026-01-12 10:30")
                                .until("2026-01-14 00:00", "NEXT_RESPONSE"))
                .isEmpty();
    }

    @Test
    void waitingDoesNotStopItButSolvingDoes() {
        assertThat(
                        answeredTicket()
                                .customerWrote("2026-01-12 11:00")
                                .waits("2026-01-12 11:10")
                                .solved("2026-01-12 11:30")
                                .reopened("2026-01-12 15:00")
                                .until("2026-01-12 16:30", "NEXT_RESPONSE"))
                .containsExactly(
                        "2026-01-12 11:00 started due 2026-01-12 13:00 at 0%",
                        "2026-01-12 15:30 warned due 2026-01-12 16:30 at 50%",
                        "2026-01-12 16:30 breached due 2026-01-12 16:30 at 100%");
    }
}
