package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Severity;
import org.junit.jupiter.api.Test;

/** What meets a clock and what breaches it, at the very edges. */
class VerdictTest {

    private static TicketStory enterpriseP2() {
        return TicketStory.begin()
                .enterprise("2026-01-01 00:00")
                .opened("2026-01-12 10:00", Severity.P2);
    }

    @Test
    void aReplyAtTheDueInstantMeetsTheFirstResponse() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 14:00")
                                .until("2026-01-13 00:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 12:00 warned due 2026-01-12 14:00 at 50%",
                        "2026-01-12 14:00 met due 2026-01-12 14:00 at 100%");
    }

    @Test
    void aReplyASecondAfterTheDueInstantIsTooLate() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 14:00:01")
                                .until("2026-01-13 00:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 12:00 warned due 2026-01-12 14:00 at 50%",
                        "2026-01-12 14:00 breached due 2026-01-12 14:00 at 100%");
    }

    @Test
    void aTargetUsedUpAtClosingTimeIsDueThenAndMissedAtTheNextOpening() {
        TicketStory story =
                TicketStory.begin()
                        .enterprise("2026-01-01 00:00")
                        .opened("2026-01-16 14:00", Severity.P2);
        assertThat(story.until("2026-01-19 08:59", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-16 14:00 started due 2026-01-16 18:00 at 0%",
                        "2026-01-16 16:00 warned due 2026-01-16 18:00 at 50%");
        assertThat(story.until("2026-01-19 09:00", "FIRST_RESPONSE"))
                .last()
                .isEqualTo("2026-01-19 09:00 breached due 2026-01-16 18:00 at 100%");
    }

    @Test
    void aReplyAtTheOpeningAfterATargetUsedUpAtClosingTimeMeetsIt() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .opened("2026-01-16 14:00", Severity.P2)
                                .answered("2026-01-19 09:00")
                                .until("2026-02-01 00:00", "FIRST_RESPONSE"))
                .last()
                .isEqualTo("2026-01-19 09:00 met due 2026-01-16 18:00 at 100%");
    }

    @Test
    void whatIsMetOrMissedIsExactToTheSecond() {
        TicketStory story =
                TicketStory.begin()
                        .enterprise("2026-01-01 00:00")
                        .opened("2026-01-12 10:00:07", Severity.P2);
        assertThat(story.until("2026-01-12 23:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00:07 started due 2026-01-12 14:00:07 at 0%",
                        "2026-01-12 12:00:07 warned due 2026-01-12 14:00:07 at 50%",
                        "2026-01-12 14:00:07 breached due 2026-01-12 14:00:07 at 100%");
    }

    @Test
    void onlyPublicRepliesOfAgentsAnswer() {
        assertThat(
                        enterpriseP2()
                                .replied("2026-01-12 10:10", Author.SYSTEM, true)
                                .replied("2026-01-12 10:20", Author.AGENT, false)
                                .replied("2026-01-12 10:30", Author.CUSTOMER, true)
                                .answered("2026-01-12 10:40")
                                .until("2026-01-13 00:00", "FIRST_RESPONSE"))
                .last()
                .isEqualTo("2026-01-12 10:40 met due 2026-01-12 14:00 at 16.67%");
    }

    @Test
    void anAnswerEndsTheFirstResponseForGood() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 11:00")
                                .solved("2026-01-12 12:00")
                                .reopened("2026-01-13 12:00")
                                .until("2026-01-20 00:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 11:00 met due 2026-01-12 14:00 at 25%");
    }

    @Test
    void solvingMeetsAnUnansweredFirstResponseUntilTheTicketIsReopened() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-12 11:00")
                                .reopened("2026-01-13 10:00")
                                .answered("2026-01-13 10:30")
                                .answered("2026-01-14 10:30")
                                .until("2026-01-20 00:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 11:00 met due 2026-01-12 14:00 at 25%",
                        "2026-01-13 10:30 met due 2026-01-13 13:00 at 37.5%");
    }

    @Test
    void anAnswerOnASolvedTicketEndsTheFirstResponseInSilence() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-12 11:00")
                                .answered("2026-01-12 12:00")
                                .reopened("2026-01-13 10:00")
                                .until("2026-01-20 00:00", "FIRST_RESPONSE"))
                .hasSize(2);
    }

    @Test
    void aWorkaroundDoesNotStopTheResolution() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .opened("2026-01-12 10:00", Severity.P0)
                                .answered("2026-01-12 10:00")
                                .workaround("2026-01-12 11:00")
                                .solved("2026-01-12 20:00")
                                .until("2026-01-20 00:00"))
                .containsExactlyInAnyOrder(
                        "2026-01-12 10:00 started FIRST_RESPONSE due 2026-01-12 10:30 at 0%",
                        "2026-01-12 10:00 met FIRST_RESPONSE due 2026-01-12 10:30 at 0%",
                        "2026-01-12 10:00 started WORKAROUND due 2026-01-12 14:00 at 0%",
                        "2026-01-12 10:00 started RESOLUTION due 2026-01-13 10:00 at 0%",
                        "2026-01-12 11:00 met WORKAROUND due 2026-01-12 14:00 at 25%",
                        "2026-01-12 20:00 met RESOLUTION due 2026-01-13 10:00 at 41.67%");
    }

    @Test
    void solvingInTimeMeetsWorkaroundAndResolution() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .opened("2026-01-12 10:00", Severity.P0)
                                .solved("2026-01-12 11:00")
                                .reopened("2026-01-12 12:00")
                                .solved("2026-01-12 13:00")
                                .until("2026-01-20 00:00"))
                .filteredOn(line -> line.contains(" met "))
                .containsExactlyInAnyOrder(
                        "2026-01-12 11:00 met WORKAROUND due 2026-01-12 14:00 at 25%",
                        "2026-01-12 11:00 met RESOLUTION due 2026-01-13 10:00 at 4.17%",
                        "2026-01-12 13:00 met RESOLUTION due 2026-01-13 11:00 at 8.33%");
    }

    @Test
    void closingWithoutSolvingSolves() {
        assertThat(enterpriseP2().closed("2026-01-12 11:00").until("2026-01-20 00:00"))
                .filteredOn(line -> line.contains(" met "))
                .containsExactlyInAnyOrder(
                        "2026-01-12 11:00 met FIRST_RESPONSE due 2026-01-12 14:00 at 25%",
                        "2026-01-12 11:00 met RESOLUTION due 2026-01-14 10:00 at 2.08%");
    }

    @Test
    void closingWhatIsSolvedSaysNothing() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-12 11:00")
                                .closed("2026-01-12 12:00")
                                .until("2026-01-20 00:00"))
                .filteredOn(line -> line.contains(" met "))
                .hasSize(2);
    }

    @Test
    void afterABreachNothingFollowsButThatTwiceTheTargetIsUsed() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-14 17:00")
                                .until("2026-01-20 00:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 12:00 warned due 2026-01-12 14:00 at 50%",
                        "2026-01-12 14:00 breached due 2026-01-12 14:00 at 100%",
                        "2026-01-12 18:00 overdue due 2026-01-12 14:00 at 200%");
    }

    @Test
    void anAnswerAtTwiceTheTargetComesFirst() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 18:00")
                                .until("2026-01-20 00:00", "FIRST_RESPONSE"))
                .last()
                .isEqualTo("2026-01-12 14:00 breached due 2026-01-12 14:00 at 100%");
    }

    @Test
    void aMissedResolutionStaysMissedWhenItIsSolvedAndReopened() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-15 10:00")
                                .reopened("2026-01-16 10:00")
                                .solved("2026-01-16 11:00")
                                .until("2026-02-20 00:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-14 10:00 at 0%",
                        "2026-01-13 10:00 warned due 2026-01-14 10:00 at 50%",
                        "2026-01-14 10:00 breached due 2026-01-14 10:00 at 100%");
    }

    @Test
    void aReopenedTicketGoesOnFromTheTimeItHadUsed() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-13 04:00")
                                .reopened("2026-01-20 04:00")
                                .until("2026-01-30 00:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-14 10:00 at 0%",
                        "2026-01-13 04:00 met due 2026-01-14 10:00 at 37.5%",
                        "2026-01-20 10:00 warned due 2026-01-21 10:00 at 50%",
                        "2026-01-21 10:00 breached due 2026-01-21 10:00 at 100%",
                        "2026-01-23 10:00 overdue due 2026-01-21 10:00 at 200%");
    }

    @Test
    void aTicketSolvedAtTheDueInstantIsMissedTheInstantItIsReopened() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-14 10:00")
                                .reopened("2026-01-20 04:00")
                                .until("2026-01-21 00:00", "RESOLUTION"))
                .endsWith(
                        "2026-01-14 10:00 met due 2026-01-14 10:00 at 100%",
                        "2026-01-20 04:00 breached due 2026-01-14 10:00 at 100%");
    }

    @Test
    void repliesOnASolvedTicketDoNotReopenIt() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-12 11:00")
                                .customerWrote("2026-01-12 12:00")
                                .answered("2026-01-12 13:00")
                                .until("2026-02-20 00:00", "RESOLUTION"))
                .hasSize(2);
    }

    @Test
    void aTicketSolvedAndReopenedAtOneInstantWasNotSolved() {
        assertThat(
                        enterpriseP2()
                                .solved("2026-01-12 11:00")
                                .reopened("2026-01-12 11:00")
                                .until("2026-01-12 12:00"))
                .noneMatch(line -> line.contains("met"));
    }

    @Test
    void whatIsStampedBeforeTheOpeningActsAtIt() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .answered("2026-01-12 09:30")
                                .waits("2026-01-12 09:31")
                                .opened("2026-01-12 10:00", Severity.P2)
                                .until("2026-01-13 00:00"))
                .containsExactlyInAnyOrder(
                        "2026-01-12 10:00 started FIRST_RESPONSE due 2026-01-12 14:00 at 0%",
                        "2026-01-12 10:00 met FIRST_RESPONSE due 2026-01-12 14:00 at 0%",
                        "2026-01-12 10:00 started RESOLUTION at 0%");
    }

    @Test
    void aSecondOpeningChangesNothing() {
        assertThat(enterpriseP2().opened("2026-01-12 11:00", Severity.P0).until("2026-01-12 13:00"))
                .containsExactlyInAnyOrder(
                        "2026-01-12 10:00 started FIRST_RESPONSE due 2026-01-12 14:00 at 0%",
                        "2026-01-12 10:00 started RESOLUTION due 2026-01-14 10:00 at 0%",
                        "2026-01-12 12:00 warned FIRST_RESPONSE due 2026-01-12 14:00 at 50%");
    }

    @Test
    void eventsOfATicketNeverOpenedAreCountedAndSayNothing() {
        ClockRun run =
                TicketStory.begin()
                        .enterprise("2026-01-01 00:00")
                        .answered("2026-01-12 11:00")
                        .solved("2026-01-12 12:00")
                        .passesUntil("2026-02-01 00:00");
        assertThat(run.published()).isEmpty();
        assertThat(run.withoutOpening()).isEqualTo(2);
    }
}
