package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line from the built jar: what it prints where, and its exit codes. */
class CommandLineIT {

    @TempDir private Path directory;

    @BeforeEach
    void putALogIntoTheDirectory() throws IOException {
        Files.writeString(
                directory.resolve("log.csv"),
                """
                number,incident_state,reopen_count,sys_mod_count,caller_id,opened_at,sys_updated_at,priority
                INC1,New,0,0,Caller 7,01-03-2016 08:00,01-03-2016 08:10,2 - High
                INC1,Active,0,1,Caller 7,01-03-2016 08:00,01-03-2016 09:00,2 - High
                INC1,Closed,0,2,?,01-03-2016 08:00,01-03-2016 10:00,2 - High
                """);
    }

    @Test
    void listsTheCommandsItHas() {
        PulseProcess pulse = pulse("--help");

        assertThat(pulse.exitCode()).isZero();
        assertThat(pulse.out()).contains("Usage: pulse", "Exit codes:");
        assertThat(commandsIn(pulse.out()))
                .containsExactly(
                        "demo",
                        "replay",
                        "run",
                        "explain-risk",
                        "explain-sla",
                        "calendar",
                        "import",
                        "simulate",
                        "validate",
                        "up",
                        "status",
                        "down",
                        "topics",
                        "heartbeat",
                        "send",
                        "tail");
        assertThat(pulse.err()).isEmpty();
    }

    @Test
    void saysItsVersion() {
        PulseProcess pulse = pulse("--version");

        assertThat(pulse.exitCode()).isZero();
        assertThat(pulse.out()).matches("Customer Pulse \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @Test
    void answersQuestionsToACalendarFromStandardInput() throws IOException {
        Path cases =
                Files.writeString(
                        directory.resolve("cases.ndjson"),
                        "{\"op\":\"is-open\",\"at\":\"2026-01-05T12:00:00Z\"}\n{\"op\":\"?\"}\n");
        List<String> line = new ArrayList<>(PulseProcess.java());
        line.addAll(List.of("calendar", "--cases", "-"));

        PulseProcess pulse =
                PulseProcess.run(directory, new ProcessBuilder(line).redirectInput(cases.toFile()));

        assertThat(pulse.exitCode()).isZero();
        assertThat(pulse.out())
                .startsWith("{\"open\":true}\n{\"error\":\"op: must be one of add, ")
                .hasLineCount(2);
    }

    @Test
    void asksForACommandWhenGivenNone() {
        PulseProcess pulse = pulse();

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err()).contains("Missing required", "Try 'pulse --help'.");
    }

    @Test
    void refusesAnUnknownCommandAndNamesTheOneThatMayBeMeant() {
        PulseProcess pulse = pulse("imprt");

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.out()).isEmpty();
        assertThat(pulse.err()).contains("'imprt'", "pulse import");
    }

    @Test
    void refusesAnUnknownOption() {
        PulseProcess pulse = pulse("import", "servicenow", "log.csv", "--otput", "x");

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err()).contains("--otput");
    }

    @Test
    void importsALogToStandardOutputAndReportsOnStandardError() {
        PulseProcess pulse = pulse("import", "servicenow", "log.csv");

        assertThat(pulse.exitCode()).isZero();
        assertThat(pulse.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "\"type\":\"ticket.opened\"",
                        "\"id\":\"INC1-0000-0-opened\"",
                        "\"source\":\"/servicenow\"",
                        "\"subject\":\"caller-7\"",
                        "\"severity\":\"P1\"");
        assertThat(pulse.err())
                .contains(
                        "rejected line 4: caller_id is unknown",
                        "3 lines read: 1 incidents of 1 customers, 2 events (ticket.opened 1,"
                                + " ticket.replied 1), 1 lines rejected.");
    }

    @Test
    void importsALogToAFile() throws IOException {
        PulseProcess pulse = pulse("import", "servicenow", "log.csv", "--output", "events.ndjson");

        assertThat(pulse.exitCode()).isZero();
        assertThat(pulse.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("events.ndjson")))
                .isEqualTo(pulse("import", "servicenow", "log.csv").out());
    }

    @Test
    void refusesALogThatIsNotThere() {
        PulseProcess pulse = pulse("import", "servicenow", "nowhere.csv");

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err()).contains("nowhere.csv is not a file that can be read");
    }

    @Test
    void failsInOneSentenceOnAFileThatIsNoIncidentLog() throws IOException {
        Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");

        PulseProcess pulse = pulse("import", "servicenow", "other.csv");

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err())
                .startsWith("pulse: other.csv is not a ServiceNow incident log")
                .doesNotContain("\tat ");
    }

    @Test
    void showsWhereAFailureCameFromWhenAsked() throws IOException {
        Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");

        PulseProcess pulse = pulse("--stacktrace", "import", "servicenow", "other.csv");

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err()).contains("\tat io.customerpulse.command");
    }

    @Test
    void failsWhenTheEventsCannotBeWritten() {
        PulseProcess pulse = pulse("import", "servicenow", "log.csv", "--output", "no/such/place");

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err())
                .contains("could not be written to no/such/place", "because NoSuchFileException");
    }

    @Test
    void failsAReplayWhoseOutputCannotBeWritten() {
        Story.in(directory);

        PulseProcess pulse = replay("events.ndjson", "log.csv");

        assertThat(pulse.exitCode()).isEqualTo(1);
        assertThat(pulse.err()).contains("pulse: The replay could not read or write its files.");
    }

    @Test
    void refusesAReplayOfNothing() {
        PulseProcess pulse = replay("nowhere", "results");

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err()).contains("There is nothing at nowhere.");
    }

    @Test
    void takesItsConfigurationFromTheDirectoryItIsStartedIn() {
        PulseProcess pulse = pulse("validate");

        assertThat(pulse.exitCode()).isEqualTo(2);
        assertThat(pulse.err()).contains("config/policies/risk.yaml: is missing");
    }

    private PulseProcess replay(String input, String output) {
        return pulse(
                "replay",
                "--input",
                input,
                "--output",
                output,
                "--config",
                CommandRun.CONFIGURATION.toAbsolutePath().toString());
    }

    /** The words that begin the lines between the headings. */
    private static List<String> commandsIn(String help) {
        return help.lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .takeWhile(line -> !line.equals("Exit codes:"))
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
    }

    private PulseProcess pulse(String... arguments) {
        return PulseProcess.run(directory, arguments);
    }
}
