package io.customerpulse.command.servicenow;

import static io.customerpulse.command.servicenow.LogLines.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.csv.RejectedLine;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Author;
import io.customerpulse.events.fact.Severity;
import io.customerpulse.events.fact.TicketFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How updates of an incident become events of a ticket. */
class IncidentHistoryTest {

    @Test
    void opensTheTicketAtTheIncidentsOpeningAndNotAtItsFirstUpdate() {
        ImportedLog log = log().update(0, "New", "01-03-2016 08:20").read();

        assertThat(log.events())
                .containsExactly(
                        new InputEvent(
                                "/servicenow",
                                "INC1-0000-0-opened",
                                Instant.parse("2016-03-01T08:00:00Z"),
                                Optional.of("caller-7"),
                                new TicketFact.Opened(
                                        "INC1",
                                        Severity.P2,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        false,
                                        Optional.empty(),
                                        OptionalInt.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "1 - Critical, P0",
        "2 - High, P1",
        "3 - Moderate, P2",
        "4 - Low, P3",
    })
    void takesTheSeverityFromThePriority(String priority, Severity severity) {
        ImportedLog log = log().priority(priority).update(0, "New", "01-03-2016 08:20").read();

        assertThat(log.events().get(0).fact())
                .isInstanceOfSatisfying(
                        TicketFact.Opened.class,
                        opened -> assertThat(opened.severity()).isEqualTo(severity));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Active", "Awaiting User Info", "Resolved", "Closed"})
    void opensAnIncidentWhoseLogNeverShowsItAsNew(String state) {
        ImportedLog log = log().update(4, state, "01-03-2016 09:00").read();

        assertThat(log.events().get(0).id()).isEqualTo("INC1-0000-0-opened");
        assertThat(log.events().get(0).time()).isEqualTo("2016-03-01T08:00:00Z");
        assertThat(log.events()).hasSize(2);
    }

    @Test
    void takesTheFirstActiveUpdateAsAPublicReplyOfAnAgent() {
        ImportedLog log =
                log().update(0, "New", "01-03-2016 08:00")
                        .update(1, "Active", "01-03-2016 09:15")
                        .read();

        assertThat(log.events().get(1))
                .isEqualTo(
                        new InputEvent(
                                "/servicenow",
                                "INC1-0001-4-replied",
                                Instant.parse("2016-03-01T09:15:00Z"),
                                Optional.of("caller-7"),
                                new TicketFact.Replied(
                                        "INC1", Author.AGENT, true, Optional.empty())));
    }

    @Test
    void takesNoLaterActiveUpdateAsAReply() {
        ImportedLog log =
                log().update(0, "Active", "01-03-2016 09:00")
                        .update(1, "Active", "01-03-2016 09:10")
                        .update(2, "Awaiting User Info", "01-03-2016 09:20")
                        .update(3, "Active", "01-03-2016 09:30")
                        .read();

        assertThat(happenings(log))
                .containsExactly(
                        "INC1-0000-0-opened",
                        "INC1-0000-4-replied",
                        "INC1-0002-5-waiting",
                        "INC1-0003-3-resumed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Awaiting User Info",
                "Awaiting Problem",
                "Awaiting Vendor",
                "Awaiting Evidence"
            })
    void letsTheTicketWaitInEveryAwaitingState(String state) {
        ImportedLog log =
                log().update(0, "New", "01-03-2016 08:00")
                        .update(1, state, "01-03-2016 09:00")
                        .read();

        assertThat(happenings(log)).containsExactly("INC1-0000-0-opened", "INC1-0001-5-waiting");
    }

    @Test
    void goesOnWaitingWhileOnlyTheReasonChanges() {
        ImportedLog log =
                log().update(0, "Awaiting User Info", "01-03-2016 08:00")
                        .update(1, "Awaiting Vendor", "01-03-2016 09:00")
                        .read();

        assertThat(happenings(log)).containsExactly("INC1-0000-0-opened", "INC1-0000-5-waiting");
    }

    @Test
    void resumesWhenWaitingEndsInAnotherOpenState() {
        ImportedLog log =
                log().update(0, "Awaiting Vendor", "01-03-2016 08:00")
                        .update(1, "New", "01-03-2016 09:00")
                        .read();

        assertThat(happenings(log)).endsWith("INC1-0001-3-resumed");
    }

    @Test
    void doesNotResumeWhenWaitingEndsWithTheSolution() {
        ImportedLog log =
                log().update(0, "Awaiting Vendor", "01-03-2016 08:00")
                        .update(1, "Resolved", "01-03-2016 09:00")
                        .read();

        assertThat(happenings(log))
                .containsExactly("INC1-0000-0-opened", "INC1-0000-5-waiting", "INC1-0001-6-solved");
    }

    @Test
    void solvesOnceWhileTheIncidentStaysResolved() {
        ImportedLog log =
                log().update(0, "Resolved", "01-03-2016 08:00")
                        .update(1, "Resolved", "01-03-2016 09:00")
                        .read();

        assertThat(happenings(log)).containsExactly("INC1-0000-0-opened", "INC1-0000-6-solved");
    }

    @Test
    void closesWhenTheIncidentIsClosed() {
        ImportedLog log =
                log().update(0, "Resolved", "01-03-2016 08:00")
                        .update(1, "Closed", "06-03-2016 09:00")
                        .read();

        assertThat(log.events().get(2).fact()).isEqualTo(new TicketFact.Closed("INC1"));
        assertThat(log.events().get(2).time()).isEqualTo("2016-03-06T09:00:00Z");
    }

    @Test
    void reopensWhenTheReopenCountGrows() {
        ImportedLog log =
                log().update(0, "Resolved", "01-03-2016 08:00")
                        .reopenings(1)
                        .update(1, "Active", "01-03-2016 09:00")
                        .update(2, "Resolved", "01-03-2016 10:00")
                        .read();

        assertThat(happenings(log))
                .containsExactly(
                        "INC1-0000-0-opened",
                        "INC1-0000-6-solved",
                        "INC1-0001-1-reopened",
                        "INC1-0001-4-replied",
                        "INC1-0002-6-solved");
    }

    @Test
    void solvesAgainWhatWasReopenedAndResolvedBetweenTwoUpdates() {
        ImportedLog log =
                log().update(0, "Resolved", "01-03-2016 08:00")
                        .reopenings(1)
                        .update(4, "Resolved", "01-03-2016 09:00")
                        .read();

        assertThat(happenings(log)).endsWith("INC1-0004-1-reopened", "INC1-0004-6-solved");
    }

    @Test
    void doesNotReopenForReopeningsFromBeforeTheLogBegins() {
        ImportedLog log = log().reopenings(2).update(9, "New", "01-03-2016 08:00").read();

        assertThat(happenings(log)).containsExactly("INC1-0000-0-opened");
    }

    @Test
    void changesTheSeverityWithThePriority() {
        ImportedLog log =
                log().update(0, "New", "01-03-2016 08:00")
                        .priority("2 - High")
                        .update(1, "New", "01-03-2016 09:00")
                        .update(2, "New", "01-03-2016 10:00")
                        .read();

        assertThat(happenings(log))
                .containsExactly("INC1-0000-0-opened", "INC1-0001-2-severity-changed");
        assertThat(log.events().get(1).fact())
                .isEqualTo(new TicketFact.SeverityChanged("INC1", Severity.P1));
    }

    @Test
    void keepsTheOrderOfUpdatesThatShareAMinute() {
        ImportedLog log =
                log().update(10, "Awaiting User Info", "01-03-2016 08:00")
                        .update(9, "Active", "01-03-2016 08:00")
                        .update(11, "Resolved", "01-03-2016 08:00")
                        .read();

        assertThat(happenings(log))
                .containsExactly(
                        "INC1-0000-0-opened",
                        "INC1-0009-4-replied",
                        "INC1-0010-5-waiting",
                        "INC1-0011-6-solved");
    }

    @Test
    void sortsTheEventsOfAllIncidentsByTime() {
        ImportedLog log =
                log().update(0, "New", "01-03-2016 08:00")
                        .update(1, "Closed", "05-03-2016 08:00")
                        .incident("INC2")
                        .openedAt("02-03-2016 08:00")
                        .update(0, "New", "02-03-2016 08:00")
                        .read();

        assertThat(happenings(log))
                .containsExactly("INC1-0000-0-opened", "INC2-0000-0-opened", "INC1-0001-7-closed");
    }

    @Test
    void keepsTheTicketWithItsFirstCaller() {
        ImportedLog log =
                log().update(0, "New", "01-03-2016 08:00")
                        .caller("Caller 8")
                        .update(1, "Closed", "01-03-2016 09:00")
                        .read();

        assertThat(log.events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.subject()).contains("caller-7"));
    }

    @Test
    void rejectsASecondLineForTheSameUpdateAndBelievesTheEarlier() {
        ImportedLog log =
                log().update(1, "New", "01-03-2016 11:10")
                        .update(1, "New", "01-03-2016 09:52")
                        .update(2, "Resolved", "01-03-2016 11:03")
                        .read();

        assertThat(log.rejected())
                .containsExactly(new RejectedLine(2, "repeats update 1 on line 3 of INC1"));
        assertThat(happenings(log)).endsWith("INC1-0002-6-solved");
    }

    @Test
    void rejectsAnUpdateDatedBeforeTheOneItFollows() {
        ImportedLog log =
                log().update(1, "Active", "01-03-2016 10:00")
                        .update(2, "Resolved", "01-03-2016 09:59")
                        .read();

        assertThat(log.rejected())
                .containsExactly(
                        new RejectedLine(
                                3,
                                "update 2 of INC1 is dated 2016-03-01T09:59:00Z, before update 1"
                                        + " on line 2 (2016-03-01T10:00:00Z)"));
        assertThat(happenings(log)).doesNotContain("INC1-0002-6-solved");
    }

    private static List<String> happenings(ImportedLog log) {
        return log.events().stream().map(InputEvent::id).toList();
    }
}
