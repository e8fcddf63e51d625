package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketGroup;
import io.customerpulse.events.result.SlaResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens when severity, tier or go-live change while clocks run. */
class RetargetTest {

    private static TicketStory enterprise(Severity severity) {
        return TicketStory.begin()
                .enterprise("2026-01-01 00:00")
                .opened("2026-01-12 10:00", severity)
                .answered("2026-01-12 10:00");
    }

    @Test
    void aNewTargetCountsFromTheOpeningAndKeepsTheStops() {
        assertThat(
                        enterprise(Severity.P2)
                                .waits("2026-01-12 12:00")
                                .resumed("2026-01-12 14:00")
                                .severity("2026-01-12 16:00", Severity.P1)
                                .until("2026-01-14 00:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-14 10:00 at 0%",
                        "2026-01-13 00:00 warned due 2026-01-13 12:00 at 50%",
                        "2026-01-13 12:00 breached due 2026-01-13 12:00 at 100%");
    }

    @Test
    void aTargetThatIsPassedAlreadyIsMissedAtTheChange() {
        assertThat(
                        enterprise(Severity.P2)
                                .severity("2026-01-13 16:00", Severity.P1)
                                .until("2026-01-14 00:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-14 10:00 at 0%",
                        "2026-01-13 10:00 warned due 2026-01-14 10:00 at 50%",
                        "2026-01-13 16:00 breached due 2026-01-13 10:00 at 125%");
    }

    @Test
    void aChangeThatMissesTheTargetSaysOnlyTheBreach() {
        assertThat(
                        enterprise(Severity.P3)
                                .severity("2026-01-14 10:00", Severity.P1)
                                .until("2026-01-15 00:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-19 10:00 at 0%",
                        "2026-01-14 10:00 breached due 2026-01-13 10:00 at 200%",
                        "2026-01-14 10:00 overdue due 2026-01-13 10:00 at 200%");
    }

    @Test
    void aTargetUsedUpExactlyAtTheChangeIsMissedThen() {
        assertThat(
                        enterprise(Severity.P2)
                                .severity("2026-01-13 10:00", Severity.P1)
                                .until("2026-01-14 00:00", "RESOLUTION"))
                .endsWith("2026-01-13 10:00 breached due 2026-01-13 10:00 at 100%")
                .hasSize(2);
    }

    @Test
    void aTargetPassedWhileTheTicketWaitsIsMissedAtTheChange() {
        assertThat(
                        enterprise(Severity.P2)
                                .waits("2026-01-13 11:00")
                                .severity("2026-01-13 16:00", Severity.P1)
                                .until("2026-01-14 00:00", "RESOLUTION"))
                .last()
                .isEqualTo("2026-01-13 16:00 breached due 2026-01-13 10:00 at 104.17%");
    }

    @Test
    void aTargetUsedUpExactlyWhileTheTicketWaitsIsMissedWhenItGoesOn() {
        assertThat(
                        enterprise(Severity.P2)
                                .waits("2026-01-13 10:00")
                                .severity("2026-01-13 16:00", Severity.P1)
                                .resumed("2026-01-13 17:00")
                                .until("2026-01-14 00:00", "RESOLUTION"))
                .endsWith("2026-01-13 17:00 breached due 2026-01-13 10:00 at 100%");
    }

    @Test
    void aMilderTargetDoesNotUndoABreach() {
        assertThat(
                        enterprise(Severity.P1)
                                .severity("2026-01-13 11:00", Severity.P3)
                                .solved("2026-01-13 12:00")
                                .until("2026-01-30 00:00", "RESOLUTION"))
                .last()
                .isEqualTo("2026-01-13 10:00 breached due 2026-01-13 10:00 at 100%");
    }

    @Test
    void changingBackAndForthEndsWhereItBeganAndWarnsOnce() {
        assertThat(
                        enterprise(Severity.P2)
                                .severity("2026-01-12 23:00", Severity.P1)
                                .severity("2026-01-12 23:10", Severity.P2)
                                .severity("2026-01-13 01:00", Severity.P1)
                                .severity("2026-01-13 02:00", Severity.P2)
                                .until("2026-01-14 10:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-14 10:00 at 0%",
                        "2026-01-12 23:00 warned due 2026-01-13 10:00 at 54.17%",
                        "2026-01-14 10:00 breached due 2026-01-14 10:00 at 100%");
    }

    @Test
    void changesOfOneInstantShowOnlyTheirOutcome() {
        assertThat(
                        enterprise(Severity.P2)
                                .severity("2026-01-13 16:00", Severity.P1)
                                .severity("2026-01-13 16:00", Severity.P2)
                                .until("2026-01-14 00:00", "RESOLUTION"))
                .noneMatch(line -> line.contains("breached"));
    }

    @Test
    void anAnswerAtTheChangeThatPassesTheTargetIsTooLate() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .opened("2026-01-12 10:00", Severity.P3)
                                .severity("2026-01-12 16:00", Severity.P2)
                                .answered("2026-01-12 16:00")
                                .until("2026-01-14 00:00", "FIRST_RESPONSE"))
                .last()
                .isEqualTo("2026-01-12 16:00 breached due 2026-01-12 14:00 at 150%");
    }

    @Test
    void aChangeWhileSolvedIsJudgedAtTheReopening() {
        assertThat(
                        enterprise(Severity.P3)
                                .solved("2026-01-14 10:00")
                                .severity("2026-01-14 11:00", Severity.P1)
                                .reopened("2026-01-15 11:00")
                                .until("2026-01-16 00:00", "RESOLUTION"))
                .contains(
                        "2026-01-14 10:00 met due 2026-01-19 10:00 at 40%",
                        "2026-01-15 11:00 breached due 2026-01-13 10:00 at 200%");
    }

    @Test
    void aTargetThatStopsApplyingSleepsAndGoesOnFromTheOpening() {
        assertThat(
                        enterprise(Severity.P0)
                                .severity("2026-01-12 11:00", Severity.P1)
                                .severity("2026-01-12 13:00", Severity.P0)
                                .until("2026-01-12 14:00", "WORKAROUND"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 13:00 warned due 2026-01-12 14:00 at 75%",
                        "2026-01-12 14:00 breached due 2026-01-12 14:00 at 100%");
    }

    @Test
    void aTargetThatAppliesLaterStartsThenAndCountsFromTheOpening() {
        assertThat(
                        enterprise(Severity.P1)
                                .severity("2026-01-12 11:00", Severity.P0)
                                .until("2026-01-12 13:00", "WORKAROUND"))
                .containsExactly(
                        "2026-01-12 11:00 started due 2026-01-12 14:00 at 25%",
                        "2026-01-12 12:00 warned due 2026-01-12 14:00 at 50%");
    }

    @Test
    void aWorkaroundGivenBeforeTheTargetAppliesEndsItInSilence() {
        assertThat(
                        enterprise(Severity.P1)
                                .workaround("2026-01-12 10:30")
                                .severity("2026-01-12 11:00", Severity.P0)
                                .until("2026-01-13 13:00", "WORKAROUND"))
                .isEmpty();
    }

    @Test
    void theTierFollowsTheContractValueAtOnce() {
        assertThat(
                        TicketStory.begin()
                                .starter("2026-01-01 00:00")
                                .opened("2026-01-12 10:00", Severity.P2)
                                .renewed("2026-01-12 12:00", "100000")
                                .until("2026-01-12 18:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-13 10:00 at 0%",
                        "2026-01-12 12:00 warned due 2026-01-12 14:00 at 50%",
                        "2026-01-12 14:00 breached due 2026-01-12 14:00 at 100%",
                        "2026-01-12 18:00 overdue due 2026-01-12 14:00 at 200%");
    }

    @Test
    void aCustomerOfUnknownContractValueIsAStarter() {
        assertThat(
                        TicketStory.begin()
                                .opened("2026-01-12 10:00", Severity.P2)
                                .until("2026-01-12 10:00", "FIRST_RESPONSE"))
                .containsExactly("2026-01-12 10:00 started due 2026-01-13 10:00 at 0%");
    }

    @Test
    void aBlockedGoLiveMakesATicketP0UntilTheCustomerGoesLive() {
        TicketStory story =
                TicketStory.begin()
                        .enterprise("2026-01-01 00:00")
                        .wentLive("2026-01-02 00:00")
                        .opened("2026-01-12 10:00", Severity.P3, Optional.empty(), true)
                        .severity("2026-01-12 10:10", Severity.P2)
                        .wentLive("2026-01-12 10:20");
        assertThat(story.until("2026-01-12 10:30", "RESOLUTION"))
                .containsExactly("2026-01-12 10:00 started due 2026-01-13 10:00 at 0%");
        assertThat(story.until("2026-01-13 10:00", "RESOLUTION"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-13 10:00 at 0%",
                        "2026-01-13 10:00 warned due 2026-01-14 10:00 at 50%");
        assertThat(story.published("2026-01-13 10:00"))
                .filteredOn(event -> ToldLine.of(event).contains(" RESOLUTION"))
                .extracting(event -> ToldLine.reading((SlaResult) event.result()))
                .extracting(r -> r.severity() + " " + r.originalSeverity().orElse(null))
                .containsExactly("P0 P3", "P0 P3", "P2 null", "P2 null");
    }

    @Test
    void eachTierWarnsAtItsOwnPercent() {
        assertThat(warningOf(TicketStory.begin().enterprise("2026-01-01 00:00"))).isEqualTo("50%");
        assertThat(warningOf(TicketStory.begin().midMarket("2026-01-01 00:00"))).isEqualTo("75%");
        assertThat(warningOf(TicketStory.begin().starter("2026-01-01 00:00"))).isEqualTo("90%");
    }

    private static String warningOf(TicketStory story) {
        List<String> lines =
                story.opened("2026-01-12 10:00", Severity.P3)
                        .until("2026-03-01 00:00", "RESOLUTION");
        return lines.get(1).replaceFirst(".* at ", "");
    }

    @Test
    void aLowerPercentThanWasWarnedOfIsNotWarnedOfAgain() {
        assertThat(
                        TicketStory.begin()
                                .starter("2026-01-01 00:00")
                                .opened("2026-01-12 09:00", Severity.P1)
                                .contractValue("2026-01-12 16:30", "100000")
                                .severity("2026-01-12 16:30", Severity.P3)
                                .until("2026-01-12 17:30", "FIRST_RESPONSE"))
                .filteredOn(line -> line.contains("warned"))
                .containsExactly("2026-01-12 16:12 warned due 2026-01-12 17:00 at 90%");
    }

    @Test
    void anAnswerAtTheInstantOfAWarningComesFirst() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .opened("2026-01-12 10:00", Severity.P2)
                                .answered("2026-01-12 12:00")
                                .until("2026-01-12 17:30", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 12:00 met due 2026-01-12 14:00 at 50%");
    }

    @Test
    void theStrictestInternalTargetRunsAndNamesItsSource() {
        assertThat(internal(Severity.P2, TicketGroup.IMPLEMENTATION)).isEqualTo("PT2H GROUP");
        assertThat(internal(Severity.P0, TicketGroup.IMPLEMENTATION)).isEqualTo("PT30M SEVERITY");
        assertThat(internal(Severity.P1, TicketGroup.ESCALATION)).isEqualTo("PT2H SEVERITY");
        assertThat(internal(Severity.P3, TicketGroup.ESCALATION)).isEqualTo("PT8H SEVERITY");
        assertThat(internal(Severity.P3, TicketGroup.BILLING)).isEqualTo("PT8H SEVERITY");
    }

    private static String internal(Severity severity, TicketGroup group) {
        return TicketStory.begin()
                .opened("2026-01-12 09:00", severity, Optional.of(group), false)
                .published("2026-01-12 09:00")
                .stream()
                .filter(event -> ToldLine.of(event).contains("INTERNAL FIRST_RESPONSE"))
                .map(event -> ToldLine.reading((SlaResult) event.result()))
                .map(reading -> reading.targetDuration() + " " + reading.source())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void outsideBusinessHoursTheEarlierOfTwoTargetsGoverns() {
        assertThat(p1Response("2026-01-12 09:00")).contains("due 2026-01-12 11:00");
        assertThat(p1Response("2026-01-12 17:59:59")).contains("due 2026-01-13 10:59:59");
        assertThat(p1Response("2026-01-12 18:00")).contains("due 2026-01-12 22:00");
        assertThat(p1Response("2026-01-13 08:59:59")).contains("due 2026-01-13 11:00");
        assertThat(p1Response("2026-01-13 07:00")).contains("due 2026-01-13 11:00");
        assertThat(p1Response("2026-01-13 06:59")).contains("due 2026-01-13 10:59");
    }

    private static String p1Response(String opened) {
        return TicketStory.begin()
                .enterprise("2026-01-01 00:00")
                .opened(opened, Severity.P1)
                .until(opened, "FIRST_RESPONSE")
                .get(0);
    }
}
