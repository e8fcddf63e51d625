package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Severity;
import org.junit.jupiter.api.Test;

/** What makes a clock stand still. */
class StandingStillTest {

    /** A resolution of 2 business days: 18 hours. */
    private static TicketStory midMarketP1(String opened) {
        return TicketStory.begin().midMarket("2026-01-01 00:00").opened(opened, Severity.P1);
    }

    /** A resolution of 48 hours on any day. */
    private static TicketStory enterpriseP2(String opened) {
        return TicketStory.begin().enterprise("2026-01-01 00:00").opened(opened, Severity.P2);
    }

    private static String breach(TicketStory story) {
        return story.until("2026-03-31 00:00", "RESOLUTION").stream()
                .filter(line -> line.contains("breached"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(" breached.*", "");
    }

    @Test
    void waitingMovesTheResolutionAndNotTheFirstResponse() {
        TicketStory story =
                enterpriseP2("2026-01-12 10:00")
                        .waits("2026-01-12 11:00")
                        .resumed("2026-01-12 13:00");
        assertThat(breach(story)).isEqualTo("2026-01-14 12:00");
        assertThat(story.until("2026-03-31 00:00", "FIRST_RESPONSE"))
                .contains("2026-01-12 14:00 breached due 2026-01-12 14:00 at 100%");
    }

    @Test
    void aPolicyMayLetWaitingStopTheFirstResponseToo() {
        assertThat(
                        TicketStory.by(PolicyVariants.pausingFirstResponse())
                                .enterprise("2026-01-01 00:00")
                                .opened("2026-01-12 10:00", Severity.P2)
                                .waits("2026-01-12 11:00")
                                .resumed("2026-01-12 13:00")
                                .until("2026-01-13 00:00", "FIRST_RESPONSE"))
                .contains("2026-01-12 16:00 breached due 2026-01-12 16:00 at 100%");
    }

    @Test
    void waitingOutsideOpenHoursMovesNothing() {
        assertThat(
                        breach(
                                midMarketP1("2026-01-15 09:00")
                                        .waits("2026-01-15 18:00")
                                        .resumed("2026-01-16 09:00")))
                .isEqualTo(breach(midMarketP1("2026-01-15 09:00")))
                .isEqualTo("2026-01-19 09:00");
    }

    @Test
    void waitingOverAWeekendTakesOnlyOpenHours() {
        assertThat(
                        breach(
                                midMarketP1("2026-01-15 10:00")
                                        .waits("2026-01-16 17:00")
                                        .resumed("2026-01-19 10:00")))
                .isEqualTo("2026-01-19 12:00");
    }

    @Test
    void waitingOverAHolidayTakesOnlyOpenHours() {
        assertThat(
                        breach(
                                TicketStory.by(PolicyVariants.closedOn("2026-01-19"))
                                        .midMarket("2026-01-01 00:00")
                                        .opened("2026-01-15 10:00", Severity.P1)
                                        .waits("2026-01-16 17:00")
                                        .resumed("2026-01-20 10:00")))
                .isEqualTo("2026-01-20 12:00");
    }

    @Test
    void theHourThatIsSkippedInSpringDoesNotCount() {
        assertThat(breach(enterpriseP2("2026-03-07 10:00"))).isEqualTo("2026-03-09 11:00");
        assertThat(
                        breach(
                                enterpriseP2("2026-03-07 10:00")
                                        .waits("2026-03-08 01:00")
                                        .resumed("2026-03-08 04:00")))
                .isEqualTo("2026-03-09 13:00");
    }

    @Test
    void theHourThatComesTwiceInAutumnCountsTwice() {
        TicketStory story =
                TicketStory.begin()
                        .enterprise("2026-01-01 00:00")
                        .opened("2026-10-31 10:00", Severity.P2)
                        .waits("2026-11-01 00:30")
                        .resumed("2026-11-01 03:30");
        assertThat(story.until("2026-11-20 00:00", "RESOLUTION"))
                .contains("2026-11-02 13:00 breached due 2026-11-02 13:00 at 100%");
    }

    @Test
    void overlappingStopsCountOnce() {
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .maintenance(
                                                "2026-01-02 00:00",
                                                "2026-01-12 12:00",
                                                "2026-01-12 15:00")
                                        .maintenance(
                                                "2026-01-02 00:01",
                                                "2026-01-12 14:00",
                                                "2026-01-12 16:00")
                                        .waits("2026-01-12 11:00")
                                        .resumed("2026-01-12 13:00")))
                .isEqualTo("2026-01-14 15:00");
    }

    @Test
    void waitingThatEndsAtTheInstantItBeganIsNone() {
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .waits("2026-01-12 12:00")
                                        .resumed("2026-01-12 12:00")))
                .isEqualTo("2026-01-14 10:00");
    }

    @Test
    void resumingBeforeWaitingDoesNothing() {
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .resumed("2026-01-12 11:00")
                                        .waits("2026-01-12 12:00")
                                        .resumed("2026-01-12 13:00")))
                .isEqualTo("2026-01-14 11:00");
    }

    @Test
    void aSecondWaitingDoesNothing() {
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .waits("2026-01-12 11:00")
                                        .waits("2026-01-12 12:00")
                                        .resumed("2026-01-12 13:00")))
                .isEqualTo("2026-01-14 12:00");
    }

    @Test
    void aCustomersReplyEndsWaiting() {
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .waits("2026-01-12 11:00")
                                        .answered("2026-01-12 12:00")
                                        .customerWrote("2026-01-12 13:00")
                                        .resumed("2026-01-12 18:00")))
                .isEqualTo("2026-01-14 12:00");
    }

    @Test
    void whatIsClosedWhileWaitingGoesOnWhenItIsReopened() {
        assertThat(
                        enterpriseP2("2026-01-12 10:00")
                                .waits("2026-01-12 11:00")
                                .closed("2026-01-12 12:00")
                                .reopened("2026-01-13 10:00")
                                .until("2026-01-20 00:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-14 10:00 at 0%",
                        "2026-01-12 12:00 met at 2.08%",
                        "2026-01-14 09:00 warned due 2026-01-15 09:00 at 50%",
                        "2026-01-15 09:00 breached due 2026-01-15 09:00 at 100%",
                        "2026-01-17 09:00 overdue due 2026-01-15 09:00 at 200%");
    }

    @Test
    void waitingWhileSolvedDoesNothing() {
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .solved("2026-01-12 11:00")
                                        .waits("2026-01-12 12:00")
                                        .reopened("2026-01-12 13:00")))
                .isEqualTo("2026-01-14 12:00");
    }

    @Test
    void aStopThatBeginsAtTheDueInstantPutsTheBreachOff() {
        assertThat(
                        enterpriseP2("2026-01-12 10:00")
                                .waits("2026-01-14 10:00")
                                .resumed("2026-01-14 16:00")
                                .until("2026-01-15 00:00", "RESOLUTION"))
                .last()
                .isEqualTo("2026-01-14 16:00 breached due 2026-01-14 10:00 at 100%");
    }

    @Test
    void whatIsSolvedInAStopThatBeganAtTheDueInstantIsMet() {
        assertThat(
                        enterpriseP2("2026-01-12 10:00")
                                .waits("2026-01-14 10:00")
                                .solved("2026-01-14 16:00")
                                .until("2026-01-15 00:00", "RESOLUTION"))
                .last()
                .isEqualTo("2026-01-14 16:00 met at 100%");
    }

    @Test
    void maintenanceNeedsSevenDaysNotice() {
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .maintenance(
                                                "2026-01-06 00:00",
                                                "2026-01-13 00:00",
                                                "2026-01-13 02:00")))
                .isEqualTo("2026-01-14 12:00");
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .maintenance(
                                                "2026-01-06 00:00:01",
                                                "2026-01-13 00:00",
                                                "2026-01-13 02:00")))
                .isEqualTo("2026-01-14 10:00");
    }

    @Test
    void scheduledMaintenanceIsKnownWhenATicketIsOpened() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .maintenance(
                                        "2026-01-02 00:00", "2026-01-13 00:00", "2026-01-13 02:00")
                                .opened("2026-01-12 10:00", Severity.P2)
                                .until("2026-01-12 10:00", "RESOLUTION"))
                .containsExactly("2026-01-12 10:00 started due 2026-01-14 12:00 at 0%");
    }

    @Test
    void maintenanceStopsBothKindsOfClocks() {
        assertThat(
                        enterpriseP2("2026-01-12 10:00")
                                .maintenance(
                                        "2026-01-02 00:00", "2026-01-12 12:00", "2026-01-12 13:00")
                                .told("2026-01-13 00:00"))
                .contains(
                        "2026-01-12 15:00 breached FIRST_RESPONSE due 2026-01-12 15:00 at 100%",
                        "2026-01-12 15:00 breached INTERNAL FIRST_RESPONSE due 2026-01-12 15:00"
                                + " at 100%");
    }

    @Test
    void forceMajeureStopsContractClocksOnly() {
        assertThat(
                        enterpriseP2("2026-01-12 10:00")
                                .forceMajeure("2026-01-12 12:00", "storm")
                                .forceMajeureEnded("2026-01-12 13:00", "storm")
                                .told("2026-01-13 00:00"))
                .contains(
                        "2026-01-12 15:00 breached FIRST_RESPONSE due 2026-01-12 15:00 at 100%",
                        "2026-01-12 14:00 breached INTERNAL FIRST_RESPONSE due 2026-01-12 14:00"
                                + " at 100%");
    }

    @Test
    void forceMajeureLastsUntilEachOfItsCausesEnded() {
        assertThat(
                        breach(
                                enterpriseP2("2026-01-12 10:00")
                                        .forceMajeure("2026-01-12 12:00", "storm")
                                        .forceMajeure("2026-01-12 13:00", "strike")
                                        .forceMajeureEnded("2026-01-12 14:00", "storm")
                                        .forceMajeureEnded("2026-01-12 16:00", "strike")))
                .isEqualTo("2026-01-14 14:00");
    }

    @Test
    void aTicketOpenedInAStopHasNoDueInstantYet() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .forceMajeure("2026-01-12 09:00", "storm")
                                .opened("2026-01-12 10:00", Severity.P2)
                                .forceMajeureEnded("2026-01-12 11:00", "storm")
                                .until("2026-01-12 15:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started at 0%",
                        "2026-01-12 13:00 warned due 2026-01-12 15:00 at 50%",
                        "2026-01-12 15:00 breached due 2026-01-12 15:00 at 100%");
    }
}
