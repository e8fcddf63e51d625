package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulse demo} from the jar: what it prints is what its files say. */
class DemoIT {

    @TempDir private static Path directory;
    private static PulseProcess demo;

    @BeforeAll
    static void runTheDemo() {
        demo =
                PulseProcess.run(
                        directory,
                        "demo",
                        "--config",
                        CommandRun.CONFIGURATION.toAbsolutePath().toString());
    }

    @Test
    void ends() {
        assertThat(demo.exitCode()).as(demo.err()).isZero();
    }

    @Test
    void leavesItsFilesInOneDirectory() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile).map(directory::relativize))
                    .containsExactlyInAnyOrder(
                            Path.of("out", "input", "tickets.ndjson"),
                            Path.of("out", "risk-scores.ndjson"));
        }
    }

    @Test
    void countsTheTicketsCustomersAndEventsOfItsInput() throws IOException {
        List<JsonNode> events = read("out/input/tickets.ndjson");

        assertThat(demo.out())
                .startsWith(
                        "%d tickets of %d customers from a real ServiceNow log"
                                .formatted(
                                        distinct(events, "/data/ticketId"),
                                        distinct(events, "/subject")))
                .contains("%d events in out/input/tickets.ndjson".formatted(events.size()));
    }

    @Test
    void countsTheScoresItWrote() throws IOException {
        assertThat(demo.err())
                .contains("%8d  out/risk-scores.ndjson".formatted(read(scores()).size()));
    }

    @Test
    void showsTheCustomersWithTheMostPoints() throws IOException {
        Map<String, Integer> most = new HashMap<>();
        for (JsonNode event : read(scores())) {
            most.merge(event.at("/subject").asText(), event.at("/data/points").asInt(), Math::max);
        }
        List<Integer> expected =
                most.values().stream()
                        .filter(points -> points > 0)
                        .sorted(Comparator.reverseOrder())
                        .limit(10)
                        .toList();

        List<MatchResult> shown =
                Pattern.compile("(?m)^ +(\\d+)  ([A-Z]+) +(caller-\\d+) ")
                        .matcher(demo.out())
                        .results()
                        .toList();
        assertThat(shown)
                .extracting(row -> Integer.parseInt(row.group(1)))
                .isNotEmpty()
                .isEqualTo(expected);
        assertThat(shown)
                .allSatisfy(
                        row ->
                                assertThat(most.get(row.group(3)))
                                        .isEqualTo(Integer.parseInt(row.group(1))));
    }

    /** The row's tickets, counted by hand: opened in the 30 days up to the instant of the score. */
    @Test
    void showsACustomerThatReallyHadThatManyTickets() throws IOException {
        JsonNode score =
                read(scores()).stream()
                        .filter(event -> event.at("/data/points").asInt() == 10)
                        .findFirst()
                        .orElseThrow();
        Instant at = Instant.parse(score.at("/time").asText());

        long opened =
                read("out/input/tickets.ndjson").stream()
                        .filter(event -> event.at("/subject").equals(score.at("/subject")))
                        .filter(event -> event.at("/type").asText().equals("ticket.opened"))
                        .map(event -> Instant.parse(event.at("/time").asText()))
                        .filter(time -> !time.isAfter(at))
                        .filter(time -> time.plus(Duration.ofDays(30)).isAfter(at))
                        .count();

        assertThat(opened).isEqualTo(6);
        assertThat(score.at("/data/contributions/0/evidence")).hasSize(6);
    }

    @Test
    void endsWithACommandThatExplainsTheFirst() {
        String command = demo.out().lines().reduce((earlier, later) -> later).orElseThrow();
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        assertThat(words.remove(0)).isEqualTo("./pulse");
        int input = words.indexOf("--input") + 1;
        words.set(input, directory.resolve(words.get(input)).toString());

        CommandRun explained = CommandRun.of(words.toArray(String[]::new));

        assertThat(explained.exitCode()).isZero();
        assertThat(explained.out()).contains("+10  many-tickets", "ticket.opened");
    }

    private static String scores() {
        return "out/risk-scores.ndjson";
    }

    private static List<JsonNode> read(String file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve(file))) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static long distinct(List<JsonNode> events, String pointer) {
        return events.stream().map(event -> event.at(pointer).asText()).distinct().count();
    }
}
