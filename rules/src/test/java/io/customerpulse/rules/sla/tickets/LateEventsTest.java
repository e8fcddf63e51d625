package io.customerpulse.rules.sla.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.ExclusionReason;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketFact;
import io.customerpulse.events.result.SlaResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes later than the stream waits for corrects what was told. */
class LateEventsTest {

    private static final TicketFact ANSWER =
            new TicketFact.Replied("T-1", Author.AGENT, true, Optional.empty());

    private static TicketStory enterpriseP2() {
        return TicketStory.begin()
                .enterprise("2026-01-01 00:00")
                .opened("2026-01-12 10:00", Severity.P2);
    }

    private static OutputEvent only(List<OutputEvent> events, String line) {
        return events.stream()
                .filter(event -> ToldLine.of(event).equals(line))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        events.stream().map(ToldLine::of).toList().toString()));
    }

    @Test
    void aLateAnswerTurnsABreachIntoAMetTarget() {
        List<OutputEvent> told =
                enterpriseP2()
                        .happensLate("2026-01-12 13:00", "2026-01-12 17:00", ANSWER)
                        .published("2026-01-30 00:00");
        String breach =
                only(told, "2026-01-12 14:00 breached FIRST_RESPONSE due 2026-01-12 14:00 at 100%")
                        .id();
        SlaResult.Met met =
                (SlaResult.Met)
                        only(
                                        told,
                                        "2026-01-12 17:00 met FIRST_RESPONSE due 2026-01-12 14:00"
                                                + " at 75%, corrects")
                                .result();
        assertThat(met.corrects()).contains(breach);
        assertThat(met.metAt()).isEqualTo(TicketStory.time("2026-01-12 13:00"));
        assertThat(told).noneMatch(event -> ToldLine.of(event).contains("overdue FIRST_RESPONSE"));
    }

    @Test
    void aLateChangeTurnsAMetTargetIntoABreach() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 13:00")
                                .happensLate(
                                        "2026-01-12 11:00",
                                        "2026-01-12 17:00",
                                        new TicketFact.SeverityChanged("T-1", Severity.P1))
                                .until("2026-01-12 18:00", "FIRST_RESPONSE"))
                .containsExactly(
                        "2026-01-12 10:00 started due 2026-01-12 14:00 at 0%",
                        "2026-01-12 12:00 warned due 2026-01-12 14:00 at 50%",
                        "2026-01-12 13:00 met due 2026-01-12 14:00 at 75%",
                        "2026-01-12 17:00 breached due 2026-01-12 12:00 at 100%, corrects");
    }

    @Test
    void whatALateWaitPutsOffIsCorrectedByTheNextVerdict() {
        TicketStory story =
                enterpriseP2()
                        .happensLate(
                                "2026-01-14 08:00",
                                "2026-01-14 12:00",
                                new TicketFact.Waiting("T-1"))
                        .resumed("2026-01-14 20:00");
        assertThat(story.until("2026-01-14 21:00", "RESOLUTION"))
                .last()
                .isEqualTo("2026-01-14 10:00 breached due 2026-01-14 10:00 at 100%");
        assertThat(story.until("2026-01-14 22:00", "RESOLUTION"))
                .last()
                .isEqualTo("2026-01-14 22:00 breached due 2026-01-14 22:00 at 100%, corrects");
    }

    @Test
    void aLateExclusionCorrectsAndTakesBackTheBreach() {
        assertThat(
                        enterpriseP2()
                                .happensLate(
                                        "2026-01-12 13:00",
                                        "2026-01-12 17:00",
                                        new TicketFact.Excluded("T-1", ExclusionReason.THIRD_PARTY))
                                .until("2026-01-30 00:00", "FIRST_RESPONSE"))
                .last()
                .isEqualTo(
                        "2026-01-12 17:00 excluded due 2026-01-12 14:00 at 75%, corrects,"
                                + " reverses");
    }

    @Test
    void anEarlierAnswerThatComesLateCorrectsWhenItWasMet() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 13:00")
                                .happensLate("2026-01-12 11:00", "2026-01-12 17:00", ANSWER)
                                .until("2026-01-30 00:00", "FIRST_RESPONSE"))
                .last()
                .isEqualTo("2026-01-12 17:00 met due 2026-01-12 14:00 at 25%, corrects");
    }

    @Test
    void whatChangesNoVerdictSaysNothing() {
        assertThat(
                        enterpriseP2()
                                .answered("2026-01-12 13:00")
                                .happensLate("2026-01-12 13:30", "2026-01-12 17:00", ANSWER)
                                .until("2026-01-30 00:00", "FIRST_RESPONSE"))
                .hasSize(3);
    }

    @Test
    void aTicketOpenedLateIsToldWhenItComes() {
        assertThat(
                        TicketStory.begin()
                                .enterprise("2026-01-01 00:00")
                                .happensLate(
                                        "2026-01-12 10:00",
                                        "2026-01-12 15:00",
                                        TicketStory.opens(
                                                "T-1", Severity.P2, Optional.empty(), false))
                                .until("2026-01-12 16:00"))
                .containsExactlyInAnyOrder(
                        "2026-01-12 15:00 started FIRST_RESPONSE due 2026-01-12 14:00 at 0%",
                        "2026-01-12 15:00 started RESOLUTION due 2026-01-14 10:00 at 0%",
                        "2026-01-12 15:00 breached FIRST_RESPONSE due 2026-01-12 14:00 at 100%");
    }
}
