package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulse explain-sla}: what clocks counted and skipped, and why they are due. */
class ExplainSlaCommandTest {

    /** A weekend, an answer, a night of waiting, and a severity that is raised. */
    private static final String EVENTS =
            """
            {"specversion":"1.0","id":"1","source":"/crm","type":"customer.updated","subject":"acme","time":"2026-01-01T09:00:00Z","data":{"annualContractValue":250000}}
            {"specversion":"1.0","id":"2","source":"/desk","type":"ticket.opened","subject":"acme","time":"2026-01-09T21:30:00Z","data":{"ticketId":"T-1","severity":"P3"}}
            {"specversion":"1.0","id":"3","source":"/desk","type":"ticket.replied","subject":"acme","time":"2026-01-12T15:59:00Z","data":{"ticketId":"T-1","by":"AGENT"}}
            {"specversion":"1.0","id":"4","source":"/desk","type":"ticket.waiting","subject":"acme","time":"2026-01-12T16:00:00Z","data":{"ticketId":"T-1"}}
            {"specversion":"1.0","id":"5","source":"/desk","type":"ticket.replied","subject":"acme","time":"2026-01-13T15:00:00Z","data":{"ticketId":"T-1","by":"CUSTOMER"}}
            {"specversion":"1.0","id":"6","source":"/desk","type":"ticket.severity_changed","subject":"acme","time":"2026-01-13T16:00:00Z","data":{"ticketId":"T-1","severity":"P2"}}
            {"specversion":"1.0","id":"7","source":"/desk","type":"ticket.solved","subject":"acme","time":"2026-01-14T16:00:00Z","data":{"ticketId":"T-1"}}
            """;

    @TempDir private Path directory;
    private Path events;

    @BeforeEach
    void writeTheEvents() {
        events = directory.resolve("events.ndjson");
        Story.write(events, EVENTS);
    }

    @Test
    void showsWhatAClockCountedAndSkippedAndWhenItIsDue() {
        CommandRun explained = explain("T-1");

        assertThat(explained.err()).isEmpty();
        assertThat(explained.exitCode()).isZero();
        assertThat(explained.out())
                .startsWith(
                        "T-1 of acme at 2026-01-14T16:00:00Z:"
                                + " P2, ENTERPRISE, opened 2026-01-09T21:30:00Z\n")
                .contains(
                        """

                        CONTRACT FIRST_RESPONSE: PT8H on the calendar business, for its tier
                          +  2026-01-09T21:30:00Z  2026-01-09T23:00:00Z  PT1H30M
                             2026-01-09T23:00:00Z  2026-01-12T14:00:00Z  PT63H  closed
                          +  2026-01-12T14:00:00Z  2026-01-12T15:59:00Z  PT1H59M
                          = PT3H29M counted, PT4H31M left
                          due 2026-01-12T20:30:00Z: PT8H of open time after 2026-01-09T21:30:00Z
                          2026-01-12T15:59:00Z  met, with PT3H29M counted
                        """);
    }

    @Test
    void showsHowTheTargetChanged() {
        assertThat(explain("T-1").out())
                .contains(
                        """

                        CONTRACT RESOLUTION: PT48H on the calendar always, for its tier
                          from 2026-01-09T21:30:00Z on: PT45H on the calendar business, for its tier
                          from 2026-01-13T16:00:00Z on: PT48H on the calendar always, for its tier
                          +  2026-01-09T21:30:00Z  2026-01-12T16:00:00Z  PT66H30M
                             2026-01-12T16:00:00Z  2026-01-13T15:00:00Z  PT23H  waiting for the customer
                          +  2026-01-13T15:00:00Z  2026-01-14T16:00:00Z  PT25H
                          = PT91H30M counted, PT0S left
                          due 2026-01-11T21:30:00Z: PT48H of open time after 2026-01-09T21:30:00Z
                          2026-01-13T16:00:00Z  breached, because the target of that instant was used up before
                        """);
    }

    @Test
    void isNotDueWhileItWaits() {
        assertThat(explain("T-1", "--at", "2026-01-13T10:00:00Z").out())
                .startsWith("T-1 of acme at 2026-01-13T10:00:00Z: P3, ENTERPRISE")
                .contains(
                        """
                        CONTRACT RESOLUTION: PT45H on the calendar business, for its tier
                          +  2026-01-09T21:30:00Z  2026-01-09T23:00:00Z  PT1H30M
                             2026-01-09T23:00:00Z  2026-01-12T14:00:00Z  PT63H  closed
                          +  2026-01-12T14:00:00Z  2026-01-12T16:00:00Z  PT2H
                             2026-01-12T16:00:00Z  2026-01-12T23:00:00Z  PT7H  waiting for the customer
                             2026-01-12T23:00:00Z  2026-01-13T10:00:00Z  PT11H  closed
                          = PT3H30M counted, PT41H30M left
                          not due while it stands still; PT41H30M more is to be counted then
                        """);
    }

    @Test
    void leavesStopsOutOfTheDueInstant() {
        assertThat(explain("T-1", "--at", "2026-01-13T15:30:00Z").out())
                .contains(
                        "due 2026-01-19T20:30:00Z:"
                                + " PT45H of open time after 2026-01-09T21:30:00Z,"
                                + " without PT8H of stops");
    }

    @Test
    void showsMaintenanceThatConcernsEveryone() {
        Story.write(
                events,
                EVENTS
                        + """
                        {"specversion":"1.0","id":"m","source":"/ops","type":"maintenance.scheduled","time":"2026-01-02T00:00:00Z","data":{"start":"2026-01-12T14:30:00Z","end":"2026-01-12T15:00:00Z"}}
                        """);

        assertThat(explain("T-1").out())
                .contains("     2026-01-12T14:30:00Z  2026-01-12T15:00:00Z  PT30M  maintenance\n")
                .contains("  2026-01-12T15:59:00Z  met, with PT2H59M counted\n");
    }

    @Test
    void showsWarningsAndWhatCameOfThem() {
        Story.write(
                events,
                EVENTS.replace(
                        "\"severity\":\"P3\"", "\"severity\":\"P3\",\"group\":\"TECHNICAL\""));

        assertThat(explain("T-1", "--at", "2026-01-12T12:00:00Z").out())
                .contains(
                        """

                        INTERNAL FIRST_RESPONSE: PT4H on the calendar always, for its group
                          +  2026-01-09T21:30:00Z  2026-01-10T05:30:00Z  PT8H
                          = PT8H counted, PT0S left
                          due 2026-01-10T01:30:00Z: PT4H of open time after 2026-01-09T21:30:00Z
                          2026-01-09T23:30:00Z  warned: 50 % used
                          2026-01-10T01:30:00Z  breached
                          2026-01-10T05:30:00Z  overdue: twice the target is used up
                        """);
    }

    @Test
    void showsWhatAnExclusionTakesBack() {
        Story.write(
                events,
                EVENTS
                        + """
                        {"specversion":"1.0","id":"x","source":"/desk","type":"ticket.excluded","subject":"acme","time":"2026-01-14T10:00:00Z","data":{"ticketId":"T-1","reason":"THIRD_PARTY"}}
                        """);

        assertThat(explain("T-1").out())
                .contains("  2026-01-14T10:00:00Z  excluded, which takes the breach back\n");
    }

    @Test
    void saysThatTheContractEnded() {
        Story.write(
                events,
                EVENTS
                        + """
                        {"specversion":"1.0","id":"end","source":"/crm","type":"contract.terminated","subject":"acme","time":"2026-01-13T00:00:00Z"}
                        """);

        assertThat(explain("T-1").out()).contains("The contract ended, and its clocks with it.");
    }

    @Test
    void remembersATicketHoweverLongItHasBeenClosed() {
        assertThat(explain("T-1", "--at", "2029-01-01T00:00:00Z").out())
                .contains("2026-01-12T15:59:00Z  met, with PT3H29M counted");
    }

    @Test
    void asksWhoseTicketIsMeantWhenSeveralHaveOneOfThatName() {
        Story.write(events, EVENTS + EVENTS.replace("acme", "globex"));

        CommandRun ambiguous = explain("T-1");

        assertThat(ambiguous.exitCode()).isEqualTo(2);
        assertThat(ambiguous.err())
                .contains(
                        "Several customers have a ticket T-1; say with --customer whose is meant:"
                                + " acme, globex.");
        assertThat(explain("T-1", "--customer", "globex").out()).startsWith("T-1 of globex at ");
    }

    @Test
    void refusesATicketNobodyHas() {
        CommandRun explained = explain("T-2");

        assertThat(explained.exitCode()).isEqualTo(2);
        assertThat(explained.err()).contains("Nobody has a ticket T-2 in " + events + ".");
    }

    @Test
    void refusesATicketThatWasNotOpenedYet() {
        CommandRun explained = explain("T-1", "--at", "2026-01-09T21:29:59Z");

        assertThat(explained.exitCode()).isEqualTo(2);
        assertThat(explained.err())
                .contains("acme has opened no ticket T-1 by 2026-01-09T21:29:59Z.");
    }

    @Test
    void refusesAnInputThatIsNotThere() {
        CommandRun explained =
                CommandRun.of("explain-sla", "--input", "nowhere", "--ticket", "T-1");

        assertThat(explained.exitCode()).isEqualTo(2);
        assertThat(explained.err()).startsWith("pulse: There is nothing at nowhere.");
    }

    @Test
    void saysHowManyLinesCouldNotBeUsed() {
        Story.write(events, EVENTS + "nothing\n");

        assertThat(explain("T-1").err())
                .isEqualTo("1 line is no event and does not count; a replay says why.\n");
    }

    private CommandRun explain(String ticket, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("explain-sla", "--input", "" + events, "--ticket", ticket));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
