package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pulse calendar}: one question as options, or many in a file. */
class CalendarCommandTest {

    private static final String BERLIN =
            """
            tz: Europe/Berlin
            weekly:
              mon: [["08:00", "13:00"], ["14:00", "18:00"]]
            holidays: [2026-01-12]
            """;

    @TempDir private Path directory;

    @Test
    void answersTheLinesOfAFileInTheirOrder() throws IOException {
        Path cases =
                write(
                        "cases.ndjson",
                        """
                        {"op":"is-open","at":"2026-01-05T12:00:00Z"}

                        {"op":"nothing"}
                        {"op":"between","start":"2026-01-05T12:00:00Z","end":"2026-01-05T13:00:00Z"}
                        """);

        CommandRun run = CommandRun.exactly("calendar", "--cases", cases.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                        {"open":true}
                        {"error":"op: must be one of add, between, is-open, periods, timeline, but is nothing"}
                        {"seconds":3600}
                        """);
    }

    @Test
    void refusesAFileOfCasesThatCannotBeRead() {
        CommandRun missing = CommandRun.exactly("calendar", "--cases", "nowhere.ndjson");
        CommandRun folder = CommandRun.exactly("calendar", "--cases", directory.toString());

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err())
                .startsWith("pulse: nowhere.ndjson is not a file that can be read.");
        assertThat(folder.exitCode()).isEqualTo(2);
    }

    @Test
    void asksForAQuestion() {
        CommandRun run = CommandRun.exactly("calendar");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Say what to ask: add, between, is-open, periods");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    add --start 2026-01-05T12:00:00Z --duration PT2H              | 2026-01-05T15:00:00Z (Mon 2026-01-05 16:00:00 in Europe/Berlin)
                    add --start 2026-01-05T15:00:00Z --duration -PT2H             | 2026-01-05T13:00:00Z (Mon 2026-01-05 14:00:00 in Europe/Berlin)
                    between --start 2026-01-05T00:00:00Z --end 2026-01-20T00:00:00Z | PT18H
                    is-open --at 2026-01-05T07:00:00Z                             | open until 2026-01-05T12:00:00Z (Mon 2026-01-05 13:00:00 in Europe/Berlin)
                    is-open --at 2026-01-05T17:00:00Z                             | closed until 2026-01-19T07:00:00Z (Mon 2026-01-19 08:00:00 in Europe/Berlin)
                    periods --from 2026-01-05T14:00:00Z --count 1                 | 2026-01-05T14:00:00Z (Mon 2026-01-05 15:00:00 in Europe/Berlin) to 2026-01-05T17:00:00Z (Mon 2026-01-05 18:00:00 in Europe/Berlin), PT3H
                    """)
    void answersAQuestion(String question, String answer) throws IOException {
        CommandRun run = ask(question, "--calendar", write("berlin.yaml", BERLIN).toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines(answer + "\n");
    }

    @Test
    void readsACalendarInJson() throws IOException {
        Path file =
                write("c.json", "{\"tz\":\"UTC\",\"weekly\":{\"mon\":[[\"09:00\",\"17:00\"]]}}");

        assertThat(ask("is-open --at 2026-01-05T09:00:00Z", "--calendar", "" + file).out())
                .startsWith("open until 2026-01-05T17:00:00Z");
    }

    @Test
    void saysWhatIsSoForEver() throws IOException {
        Path never = write("never.yaml", "tz: UTC\n");

        assertThat(ask("is-open --at 2026-01-05T09:00:00Z", "--calendar", "" + never).out().strip())
                .isEqualTo("closed for ever");
        assertThat(
                        ask("periods --from 2026-01-05T09:00:00Z", "--calendar", "" + never)
                                .out()
                                .strip())
                .isEqualTo("never open from then on");
        assertThat(shipped("is-open --at 2026-01-05T09:00:00Z", "always").out().strip())
                .isEqualTo("open for ever");
        assertThat(shipped("periods --from 2026-01-05T09:00:00Z", "always").out().strip())
                .isEqualTo(
                        "2026-01-05T09:00:00Z (Mon 2026-01-05 04:00:00 in America/New_York)"
                                + " for ever");
    }

    @Test
    void asksACalendarOfTheConfiguration() {
        assertThat(shipped("add --start 2026-01-05T22:00:00Z --duration PT2H", "business").out())
                .startsWith("2026-01-06T15:00:00Z (Tue 2026-01-06 10:00:00 in America/New_York)");
    }

    @Test
    void wantsTheNameOfACalendarWhereThereAreSeveral() {
        String question = "is-open --at 2026-01-05T22:00:00Z";

        for (CommandRun run :
                List.of(shipped(question, "nights"), ask(question, "--config", CONFIG))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("Say with --name which calendar of ")
                    .contains("it has always, business, extended.");
        }
    }

    @Test
    void wantsNoNameWhereThereIsOneCalendar() throws IOException {
        CommandRun run =
                ask(
                        "is-open --at 2026-01-05T22:00:00Z",
                        "--calendar",
                        write("berlin.yaml", BERLIN).toString(),
                        "--name",
                        "business");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is a single calendar and has no names; leave out --name.");
    }

    @Test
    void saysWhatIsWrongInACalendar() throws IOException {
        Path file =
                write("wrong.yaml", "calendars: {nights: {tz: Mars, weekly: {mon: [[22:00]]}}}");

        CommandRun run =
                ask(
                        "is-open --at 2026-01-05T22:00:00Z",
                        "--calendar",
                        "" + file,
                        "--name",
                        "nights");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        file + ": calendars.nights.tz: is no time zone",
                        file + ": calendars.nights.weekly.mon[0]: must be a start and an end");
    }

    @Test
    void saysThatAFileIsNotYaml() throws IOException {
        Path file = write("wrong.yaml", "tz: [");

        CommandRun run = ask("is-open --at 2026-01-05T22:00:00Z", "--calendar", "" + file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(file + ": is not YAML: ");
    }

    @Test
    void refusesACalendarThatIsNotThere() {
        CommandRun run = ask("is-open --at 2026-01-05T22:00:00Z", "--calendar", "nowhere.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.yaml is not a file that can be read.");
    }

    @Test
    void saysThatTheCalendarHasNotEnoughOpenTime() throws IOException {
        Path never = write("never.yaml", "tz: UTC\n");

        CommandRun run =
                ask("add --start 2026-01-05T22:00:00Z --duration PT1H", "--calendar", "" + never);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "pulse: The calendar does not say: there is less open time than PT1H after"
                                + " 2026-01-05T22:00:00Z, up to the year 9999.\n");
    }

    private static final String CONFIG = CommandRun.CONFIGURATION.toString();

    private static CommandRun shipped(String question, String name) {
        return ask(question, "--config", CONFIG, "--name", name);
    }

    private static CommandRun ask(String question, String... options) {
        List<String> arguments = new ArrayList<>(List.of("calendar"));
        arguments.addAll(List.of(question.split(" ")));
        arguments.addAll(List.of(options));
        return CommandRun.exactly(arguments.toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
