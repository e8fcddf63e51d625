package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.rules.sla.SlaSignal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a customer or a ticket ends, and what is kept until then. */
class EndOfClocksTest {

    private static TicketStory enterpriseP2() {
        return TicketStory.begin()
                .enterprise("2026-01-01 00:00")
                .opened("2026-01-12 10:00", Severity.P2);
    }

    @Test
    void aTerminationEndsClocksInSilence() {
        TicketStory story = enterpriseP2().terminated("2026-01-12 13:00");
        assertThat(story.told("2026-03-01 00:00"))
                .noneMatch(line -> line.contains("breached") || line.contains("excluded"));
        assertThat(story.signals("2026-03-01 00:00"))
                .filteredOn(signal -> signal instanceof SlaSignal.ClockSettled)
                .hasSize(4);
    }

    @Test
    void aTerminationAtTheDueInstantComesFirst() {
        assertThat(enterpriseP2().terminated("2026-01-12 14:00").told("2026-03-01 00:00"))
                .noneMatch(line -> line.contains("breached"));
    }

    @Test
    void afterATerminationExclusionsSayNothing() {
        assertThat(
                        enterpriseP2()
                                .terminated("2026-01-12 15:00")
                                .excluded("2026-01-12 16:00")
                                .told("2026-03-01 00:00"))
                .noneMatch(line -> line.contains("excluded"));
    }

    @Test
    void aNewContractDoesNotRunTheClocksOfOldTickets() {
        assertThat(
                        enterpriseP2()
                                .terminated("2026-01-12 11:00")
                                .signed("2026-01-12 12:00")
                                .excluded("2026-01-12 12:30")
                                .opened("2026-01-12 13:00", Severity.P0)
                                .happens(
                                        "2026-01-12 13:00",
                                        TicketStory.opens(
                                                "T-2", Severity.P2, Optional.empty(), false))
                                .until("2026-01-12 17:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 13:00 started due 2026-01-12 17:00 at 0%",
                        "2026-01-12 15:00 warned due 2026-01-12 17:00 at 50%",
                        "2026-01-12 17:00 breached due 2026-01-12 17:00 at 100%");
    }

    @Test
    void aTicketOpenedAfterTheTerminationHasNoClocks() {
        assertThat(
                        TicketStory.begin()
                                .terminated("2026-01-12 09:00")
                                .opened("2026-01-12 10:00", Severity.P0)
                                .signed("2026-01-12 11:00")
                                .told("2026-03-01 00:00"))
                .isEmpty();
    }

    @Test
    void theAccountIsToldWhenTierOrContractChange() {
        assertThat(
                        TicketStory.begin()
                                .starter("2026-01-01 00:00")
                                .contractValue("2026-01-02 00:00", "2000")
                                .enterprise("2026-01-03 00:00")
                                .terminated("2026-01-04 00:00")
                                .signed("2026-01-05 00:00")
                                .signals("2026-03-01 00:00"))
                .map(SlaSignal.AccountChanged.class::cast)
                .extracting(account -> account.tier() + " " + account.terminated())
                .containsExactly(
                        "STARTER false", "ENTERPRISE false", "ENTERPRISE true", "ENTERPRISE false");
    }

    @Test
    void anErasureForgetsEverythingAtOnce() {
        ClockRun run = enterpriseP2().erased("2026-01-12 13:00").passesUntil("2026-03-01 00:00");
        assertThat(run.ticketsKept()).isZero();
        assertThat(run.signals()).last().isInstanceOf(SlaSignal.Erased.class);
        assertThat(run.account().nextTurn()).isEmpty();
    }

    @Test
    void whatIsStampedBeforeAnErasureBringsNothingBack() {
        assertThat(
                        TicketStory.begin()
                                .erased("2026-01-12 13:00")
                                .happensLate(
                                        "2026-01-12 12:00",
                                        "2026-01-12 14:00",
                                        TicketStory.opens(
                                                "T-1", Severity.P2, Optional.empty(), false))
                                .told("2026-03-01 00:00"))
                .isEmpty();
    }

    @Test
    void whatConcernsEveryoneOutlivesAnErasure() {
        assertThat(
                        TicketStory.begin()
                                .forceMajeure("2026-01-12 09:00", "storm")
                                .erased("2026-01-12 13:00")
                                .opened("2026-01-12 14:00", Severity.P2)
                                .until("2026-01-12 14:00", "FIRST_RESPONSE"))
                .containsExactly("2026-01-12 14:00 started at 0%");
    }

    @Test
    void aClosedTicketIsForgottenAHundredDaysLater() {
        TicketStory story = enterpriseP2().solved("2026-01-12 11:00").closed("2026-01-12 12:00");
        assertThat(story.passesUntil("2026-04-22 12:59").ticketsKept()).isEqualTo(1);
        assertThat(story.passesUntil("2026-04-22 13:00").ticketsKept()).isZero();
    }

    @Test
    void aTicketReopenedInTimeIsNotForgotten() {
        TicketStory story = enterpriseP2().closed("2026-01-12 12:00").reopened("2026-04-20 12:00");
        assertThat(story.passesUntil("2027-04-22 13:00").ticketsKept()).isEqualTo(1);
    }

    @Test
    void aSolvedTicketThatNobodyClosesIsKeptLonger() {
        TicketStory story = enterpriseP2().solved("2026-01-12 12:00");
        assertThat(story.passesUntil("2027-02-16 11:59").ticketsKept()).isEqualTo(1);
        assertThat(story.passesUntil("2027-02-16 12:00").ticketsKept()).isZero();
    }

    @Test
    void eventsOfATicketNeverOpenedAreForgotten() {
        TicketStory story = TicketStory.begin().answered("2026-01-12 12:00");
        assertThat(story.passesUntil("2026-04-22 12:59").ticketsKept()).isEqualTo(1);
        assertThat(story.passesUntil("2026-04-22 13:00").ticketsKept()).isZero();
    }

    @Test
    void copiesOfEventsChangeNothing() {
        assertThat(
                        enterpriseP2()
                                .waits("2026-01-12 11:00")
                                .resumed("2026-01-12 12:00")
                                .solved("2026-01-13 12:00")
                                .everythingTwice()
                                .told("2026-03-01 00:00"))
                .isEqualTo(
                        enterpriseP2()
                                .waits("2026-01-12 11:00")
                                .resumed("2026-01-12 12:00")
                                .solved("2026-01-13 12:00")
                                .told("2026-03-01 00:00"));
    }

    @Test
    void laterAnswersAreNotKept() {
        TicketStory talkative = enterpriseP2().answered("2026-01-12 11:00");
        int before = talkative.passesUntil("2026-01-12 11:30").bytesKept();
        for (int minute = 10; minute < 60; minute++) {
            talkative.answered("2026-01-12 12:" + minute);
        }
        // Only the memory for copies grows; after a month the next event empties it.
        talkative.replied("2026-02-20 00:00", Author.SYSTEM, true);
        assertThat(talkative.passesUntil("2026-02-20 00:00").bytesKept()).isLessThan(before + 60);
    }

    @Test
    void whatTheAccountWasIsForgottenWhenNoTicketNeedsIt() {
        TicketStory story = TicketStory.begin();
        for (int day = 10; day < 29; day++) {
            story.contractValue("2026-01-" + day + " 00:00", "100000")
                    .contractValue("2026-01-" + day + " 12:00", "25000");
        }
        story.replied("2026-03-20 00:00", Author.SYSTEM, true);
        assertThat(story.passesUntil("2026-03-20 00:00").bytesKept()).isLessThan(200);
    }
}
