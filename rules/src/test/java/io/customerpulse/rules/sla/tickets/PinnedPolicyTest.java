package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.rules.sla.SlaPolicy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A clock keeps to the policy it started with. */
class PinnedPolicyTest {

    private static final SlaPolicy SHIPPED = TicketStory.shipped();
    private static final SlaPolicy STRICTER =
            PolicyVariants.with("P2: PT4H business", "P2: PT2H business");

    @Test
    void aNewPolicyReachesNewClocksOnly() {
        TicketStory story =
                TicketStory.begin()
                        .enterprise("2026-01-01 00:00")
                        .opened("2026-01-12 10:00", Severity.P2);
        story.passesUntil("2026-01-12 11:00")
                .restart(TicketStory.policies("2", STRICTER, Map.of("1", SHIPPED)));
        story.happens(
                "2026-01-12 11:30", TicketStory.opens("T-2", Severity.P2, Optional.empty(), false));
        assertThat(story.until("2026-01-12 15:00", "FIRST_RESPONSE"))
                .filteredOn(line -> line.contains("breached"))
                .containsExactly(
                        "2026-01-12 13:30 breached due 2026-01-12 13:30 at 100%",
                        "2026-01-12 14:00 breached due 2026-01-12 14:00 at 100%");
        assertThat(story.published("2026-01-12 15:00"))
                .map(OutputEvent::result)
                .filteredOn(result -> result instanceof SlaResult.Breached)
                .extracting(result -> result.policyVersion())
                .contains("1", "2");
    }

    @Test
    void aClockThatStartsLaterTakesThePolicyOfThen() {
        SlaPolicy longer = PolicyVariants.with("workaround: {P0: PT4H", "workaround: {P0: PT6H");
        TicketStory story =
                TicketStory.begin()
                        .enterprise("2026-01-01 00:00")
                        .opened("2026-01-12 10:00", Severity.P2);
        story.passesUntil("2026-01-12 11:00")
                .restart(TicketStory.policies("2", longer, Map.of("1", SHIPPED)));
        story.severity("2026-01-12 12:00", Severity.P0);
        assertThat(story.until("2026-01-12 12:00", "WORKAROUND"))
                .containsExactly("2026-01-12 12:00 started due 2026-01-12 16:00 at 33.33%");
    }

    @Test
    void aTargetThatANewPolicyAddsDoesNotReachOldTicketsByItself() {
        SlaPolicy more =
                PolicyVariants.with(
                        "workaround: {P0: PT4H", "workaround: {P2: PT4H always, P0: PT4H");
        TicketStory story =
                TicketStory.begin()
                        .enterprise("2026-01-01 00:00")
                        .opened("2026-01-12 10:00", Severity.P2);
        story.passesUntil("2026-01-12 11:00")
                .restart(TicketStory.policies("2", more, Map.of("1", SHIPPED)));
        story.answered("2026-01-12 12:00").waits("2026-01-12 13:00");
        assertThat(story.until("2026-02-12 12:00", "WORKAROUND")).isEmpty();
    }

    @Test
    void clocksOfTicketsOpenedBeforeAlertingBeganAreMarked() {
        TicketStory story =
                TicketStory.by(TicketStory.backfilledBefore("2026-01-12 10:00"))
                        .opened("2026-01-12 09:59:59", Severity.P2)
                        .happens(
                                "2026-01-12 10:00",
                                TicketStory.opens("T-2", Severity.P2, Optional.empty(), false));
        assertThat(story.published("2026-01-12 10:30"))
                .map(event -> ToldLine.reading((SlaResult) event.result()))
                .extracting(reading -> reading.ticketId() + " " + reading.backfill())
                .containsOnly("T-1 true", "T-2 false");
    }
}
