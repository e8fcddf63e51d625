package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pulse replay}: what it writes, what it says, and how it refuses. */
class ReplayCommandTest {

    @TempDir private Path directory;
    private Path events;
    private Path results;

    @BeforeEach
    void writeTheStory() {
        events = Story.in(directory);
        results = directory.resolve("results");
    }

    @Test
    void writesAFileForEachTopicThatHasResults() throws IOException {
        CommandRun replay = replay();

        assertThat(replay.exitCode()).isZero();
        assertThat(replay.out()).isEmpty();
        try (Stream<Path> files = Files.list(results)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "customer-metrics.ndjson",
                            "dead-letters.ndjson",
                            "flags.ndjson",
                            "risk-changes.ndjson",
                            "risk-scores.ndjson",
                            "sla-events.ndjson");
        }
    }

    @Test
    void saysOnStandardErrorWhatItReadAndWrote() throws IOException {
        String said = replay().err();

        assertThat(said)
                .contains(
                        "9 lines: 7 events, 1 of unknown type, 1 rejected, 0 late, 0 after the end;"
                                + " event time ended at 2026-01-27T12:00:00Z;");
        for (String topic :
                List.of("customer-metrics", "dead-letters", "risk-changes", "risk-scores")) {
            Path file = results.resolve(topic + ".ndjson");
            assertThat(said).contains("%8d  %s".formatted(lines(topic).size(), file));
        }
    }

    @Test
    void announcesEachBandAsItIsReached() throws IOException {
        replay();

        assertThat(lines("risk-changes"))
                .extracting(
                        event -> event.at("/subject").asText(),
                        event -> event.at("/time").asText(),
                        event -> event.at("/data/to").asText())
                .containsExactly(
                        tuple("acme", "2026-01-12T09:00:00Z", "ORANGE"),
                        tuple("acme", "2026-01-26T11:00:00Z", "RED"),
                        tuple("globex", "2026-01-26T11:00:00Z", "YELLOW"),
                        tuple("initech", "2026-01-27T11:00:00Z", "YELLOW"));
    }

    @Test
    void sortsResultsByTimeSubjectTypeAndId() throws IOException {
        replay("--parallelism", "2");

        assertThat(lines("risk-scores"))
                .isSortedAccordingTo(
                        Comparator.comparing((JsonNode event) -> event.at("/time").asText())
                                .thenComparing(event -> event.at("/subject").asText())
                                .thenComparing(event -> event.at("/type").asText())
                                .thenComparing(event -> event.at("/id").asText()));
    }

    @Test
    void writesTheSameBytesForTheSameEventsInAnyOrderAndAtAnyParallelism() throws IOException {
        replay();
        List<String> expected = Files.readAllLines(results.resolve("risk-scores.ndjson"));
        List<String> shuffled = new ArrayList<>(Story.EVENTS.lines().toList());
        Collections.shuffle(shuffled, new Random(7));
        Story.write(events, String.join("\n", shuffled));

        replay("--parallelism", "4");

        assertThat(Files.readAllLines(results.resolve("risk-scores.ndjson"))).isEqualTo(expected);
    }

    @Test
    void stopsAtTheInstantAskedForWithWhatIsDueThen() throws IOException {
        CommandRun replay = replay("--until", "2026-01-26T11:00:00Z");

        assertThat(replay.err())
                .contains("3 after the end; event time ended at 2026-01-26T11:00:00Z;");
        assertThat(lines("risk-changes"))
                .last()
                .extracting(event -> event.at("/time").asText())
                .isEqualTo("2026-01-26T11:00:00Z");
    }

    @Test
    void saysNothingOfWhatIsDueAMomentAfterTheEnd() throws IOException {
        replay("--until", "2026-01-26T10:59:59.999Z");

        assertThat(lines("risk-changes"))
                .last()
                .extracting(event -> event.at("/time").asText())
                .isEqualTo("2026-01-12T09:00:00Z");
    }

    @Test
    void letsTimePassAfterTheLastEventWhenAskedTo() throws IOException {
        replay("--until", "2026-04-01T00:00:00Z");

        assertThat(lines("risk-scores"))
                .filteredOn(event -> event.at("/time").asText().equals("2026-04-01T00:00:00Z"))
                .singleElement()
                .extracting(event -> event.at("/data/changed").toString())
                .isEqualTo("[\"contract-ending\",\"renewal-past-due\"]");
    }

    @Test
    void findsEventsLateWhenTheyAreTakenAsTheyArrived() throws IOException {
        List<String> lines = new ArrayList<>(Story.EVENTS.lines().toList());
        lines.add(lines.remove(1));
        Story.write(events, String.join("\n", lines));

        CommandRun replay = replay("--as-arrived");

        assertThat(replay.err()).contains("1 late");
        assertThat(lines("late-events"))
                .extracting(
                        event -> event.at("/time").asText(),
                        event -> event.at("/data/applied").asBoolean())
                .containsExactly(tuple("2026-01-27T11:59:59Z", true));
    }

    @Test
    void findsNoEventLateWithoutThat() {
        List<String> lines = new ArrayList<>(Story.EVENTS.lines().toList());
        lines.add(lines.remove(1));
        Story.write(events, String.join("\n", lines));

        assertThat(replay().err()).contains("0 late");
        assertThat(results.resolve("late-events.ndjson")).doesNotExist();
    }

    @Test
    void readsEveryFileOfADirectory() throws IOException {
        Path input = Files.createDirectory(directory.resolve("input"));
        List<String> lines = Story.EVENTS.lines().toList();
        Story.write(input.resolve("a.ndjson"), String.join("\n", lines.subList(0, 4)));
        Story.write(input.resolve("b.jsonl"), String.join("\n", lines.subList(4, 9)));
        Story.write(input.resolve("notes.txt"), "not events");

        CommandRun replay =
                CommandRun.of("replay", "--input", input.toString(), "--output", "" + results);

        assertThat(replay.err()).contains("9 lines: 7 events,");
    }

    @Test
    void replacesTheResultsOfARunBefore() throws IOException {
        replay();
        Story.write(events, Story.EVENTS.lines().findFirst().orElseThrow());

        replay();

        assertThat(lines("risk-scores")).hasSize(1);
        assertThat(results.resolve("dead-letters.ndjson")).doesNotExist();
    }

    @Test
    void replaysAHistoryOfNothing() {
        Story.write(events, "\n");

        CommandRun replay = replay();

        assertThat(replay.exitCode()).isZero();
        assertThat(replay.err()).contains("0 lines: 0 events,", "ended at (no event)");
    }

    @Test
    void refusesAnInputThatIsNotThere() {
        CommandRun replay =
                CommandRun.of("replay", "--input", "nowhere", "--output", results.toString());

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err())
                .isEqualToNormalizingNewlines(
                        """
                        pulse: There is nothing at nowhere.
                        Try 'pulse replay --help'.
                        """);
    }

    @Test
    void refusesItsInputDirectoryAsItsOutputDirectory() {
        CommandRun replay =
                CommandRun.of(
                        "replay",
                        "--input",
                        directory.toString(),
                        "--output",
                        directory.resolve("../" + directory.getFileName()).toString());

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err()).contains("is the input directory too; name another directory");
    }

    @Test
    void failsOnADirectoryWithoutEvents() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));

        CommandRun replay =
                CommandRun.of("replay", "--input", empty.toString(), "--output", "" + results);

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err())
                .contains(empty + ": the directory holds no file that ends in .ndjson");
    }

    @Test
    void failsWhenTheOutputCannotBeWritten() {
        CommandRun replay =
                CommandRun.of(
                        "replay", "--input", events.toString(), "--output", events.toString());

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err())
                .contains("could not read or write its files", "FileAlreadyExists", "" + events);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129})
    void refusesAParallelismOutsideItsBounds(int parallelism) {
        CommandRun replay = replay("--parallelism", Integer.toString(parallelism));

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err())
                .contains("--parallelism must be from 1 to 128, but is " + parallelism + ".");
    }

    @Test
    void refusesAnEndThatIsNoInstant() {
        CommandRun replay = replay("--until", "tomorrow");

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err())
                .contains(
                        "Invalid value for option '--until': must be an instant such as"
                                + " 2026-01-31T12:00:00Z, but is 'tomorrow'")
                .doesNotContain("java.");
    }

    @Test
    void takesAnEndWithAnOffset() {
        assertThat(replay("--until", "2026-01-26T12:00:00+01:00").err())
                .contains("event time ended at 2026-01-26T11:00:00Z");
    }

    @Test
    void asksForItsInputAndItsOutput() {
        CommandRun replay = CommandRun.of("replay");

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err()).contains("'--input=FILE|DIR', '--output=DIR'");
    }

    @Test
    void writesNothingUnderAnInvalidConfiguration() {
        CommandRun replay =
                CommandRun.exactly(
                        "replay",
                        "--input",
                        events.toString(),
                        "--output",
                        results.toString(),
                        "--config",
                        directory.toString());

        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.err()).contains("the configuration is invalid", "risk.yaml");
        assertThat(results).doesNotExist();
    }

    private CommandRun replay(String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("replay", "--input", events.toString(), "--output", "" + results));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private List<JsonNode> lines(String topic) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(results.resolve(topic + ".ndjson"))) {
            events.add(json.readTree(line));
        }
        return events;
    }
}
