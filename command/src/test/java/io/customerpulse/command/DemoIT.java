package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulse demo} from the jar: what it prints is what its files say. */
class DemoIT {

    private static final String SIMULATED = "out/input/events/simulated.ndjson";
    private static final String TICKETS = "out/input/events/tickets.ndjson";
    private static final String SCORES = "out/risk-scores.ndjson";
    private static final String HEALTH = "out/health-scores.ndjson";
    private static final String LEVELS = "out/sla-events.ndjson";

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
                            Path.of(SIMULATED),
                            Path.of(TICKETS),
                            Path.of("out/input/truth.ndjson"),
                            Path.of("out/customer-metrics.ndjson"),
                            Path.of(HEALTH),
                            Path.of(SCORES),
                            Path.of("out/risk-changes.ndjson"),
                            Path.of("out/flags.ndjson"),
                            Path.of(LEVELS),
                            Path.of("out/sla-reports.ndjson"));
        }
    }

    @Test
    void countsTheEventsOfItsInput() throws IOException {
        assertThat(demo.out())
                .contains("%d events in %s".formatted(read(SIMULATED).size(), SIMULATED))
                .contains("%d events in %s".formatted(read(TICKETS).size(), TICKETS));
    }

    @Test
    void namesTheStoryOfEachSimulatedCustomer() throws IOException {
        Set<String> customers = new HashSet<>();
        read("out/input/truth.ndjson").forEach(e -> customers.add(e.at("/customer").asText()));

        assertThat(demo.out()).startsWith(customers.size() + " simulated customers, ");
        assertThat(customers).isEqualTo(subjects(SIMULATED));
    }

    @Test
    void keepsEveryTicketWithinTheQuarter() throws IOException {
        assertThat(read(TICKETS))
                .isNotEmpty()
                .allSatisfy(
                        event ->
                                assertThat(event.at("/time").asText())
                                        .isBetween("2026-04-06", "2026-07-01"));
    }

    @Test
    void countsEachCustomerOnceByItsLastBand() throws IOException {
        Map<String, Integer> expected = new TreeMap<>();
        List.of("RED", "ORANGE", "YELLOW", "GREEN", "churned").forEach(b -> expected.put(b, 0));
        for (JsonNode last : lastScores().values()) {
            boolean churned = last.at("/data/churned").asBoolean();
            expected.merge(churned ? "churned" : last.at("/data/band").asText(), 1, Integer::sum);
        }

        Map<String, Integer> shown = new TreeMap<>();
        rows("(?m)^  (RED|ORANGE|YELLOW|GREEN|churned) +(\\d+)(?:  █*)?$")
                .forEach(row -> shown.put(row.group(1), Integer.parseInt(row.group(2))));
        assertThat(shown).isEqualTo(expected);
        assertThat(demo.out()).contains("Portfolio: %d customers".formatted(lastScores().size()));
    }

    @Test
    void showsTheCustomersWithTheMostPoints() throws IOException {
        Map<String, JsonNode> last = lastScores();
        List<Integer> most =
                last.values().stream()
                        .map(DemoIT::points)
                        .filter(points -> points > 0)
                        .sorted(Comparator.reverseOrder())
                        .limit(8)
                        .toList();

        List<MatchResult> shown = customersAtRisk();
        assertThat(shown)
                .extracting(row -> Integer.parseInt(row.group(1)))
                .isNotEmpty()
                .isEqualTo(most);
        assertThat(shown)
                .allSatisfy(
                        row -> {
                            JsonNode score = last.get(row.group(4));
                            assertThat(points(score)).isEqualTo(Integer.parseInt(row.group(1)));
                            assertThat(score.at("/data/band").asText()).isEqualTo(row.group(2));
                        });
    }

    @Test
    void showsTheirLastHealth() throws IOException {
        Map<String, String> last = new TreeMap<>();
        read(HEALTH)
                .forEach(e -> last.put(e.at("/subject").asText(), e.at("/data/score").asText()));

        assertThat(customersAtRisk())
                .allSatisfy(
                        row ->
                                assertThat(Double.parseDouble(row.group(3)))
                                        .isEqualTo(Double.parseDouble(last.get(row.group(4)))));
    }

    @Test
    void theReasonsShownAddUpToThePointsShown() {
        List<MatchResult> table = customersAtRisk();
        String text = demo.out();
        for (int i = 0; i < table.size(); i++) {
            int from = table.get(i).start(5);
            int to =
                    i + 1 < table.size()
                            ? table.get(i + 1).start()
                            : text.indexOf("\nService levels");
            int sum =
                    text.substring(from, to)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .mapToInt(line -> Integer.parseInt(line.split(" ")[0]))
                            .sum();
            assertThat(sum).isEqualTo(Integer.parseInt(table.get(i).group(1)));
        }
    }

    @Test
    void showsWhatWasMissedLastAndWhatIsDueNext() throws IOException {
        List<JsonNode> missed =
                read(LEVELS).stream()
                        .filter(e -> e.at("/type").asText().equals("sla.breached"))
                        .filter(e -> e.at("/data/clock").asText().equals("CONTRACT"))
                        .toList();
        String text = demo.out();

        assertThat(text).contains(" met, %d missed, ".formatted(missed.size()));
        JsonNode last = missed.get(missed.size() - 1);
        assertThat(text.substring(text.indexOf("\nMissed last\n")).lines().skip(2).findFirst())
                .hasValueSatisfying(
                        line ->
                                assertThat(line)
                                        .contains(
                                                last.at("/time").asText(),
                                                last.at("/subject").asText(),
                                                last.at("/data/ticketId").asText(),
                                                last.at("/data/target").asText()));
        assertThat(text.substring(text.indexOf("\nDue next\n"), text.indexOf("\nTimeline")))
                .containsPattern("(?m)^  2026-07-\\S+Z  c-");
    }

    @Test
    void tellsEveryScoreOfTheFirstInItsTimeline() throws IOException {
        String first = customersAtRisk().get(0).group(4);
        List<String> expected = new ArrayList<>();
        for (JsonNode score : read(SCORES)) {
            if (score.at("/subject").asText().equals(first)) {
                expected.add(
                        "%s %d %s"
                                .formatted(
                                        score.at("/time").asText(),
                                        points(score),
                                        score.at("/data/band").asText()));
            }
        }

        assertThat(demo.out()).contains("Timeline of " + first);
        assertThat(rows("(?m)^  (20\\S+Z) +(-?\\d+)  ([A-Z]+) +\\S"))
                .extracting(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .isEqualTo(expected);
    }

    @Test
    void drawsAsManyWeeksOfPointsAsOfHealth() {
        List<MatchResult> lines = rows("(?m)^  (?:points|health) by week  (\\S+)  now [-0-9.]+$");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).group(1)).hasSameSizeAs(lines.get(1).group(1));
    }

    @Test
    void endsWithACommandThatExplainsTheFirst() {
        String command = demo.out().lines().reduce((earlier, later) -> later).orElseThrow();
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        assertThat(words.remove(0)).isEqualTo("./pulse");
        int input = words.indexOf("--input") + 1;
        words.set(input, directory.resolve(words.get(input)).toString());

        CommandRun explained = CommandRun.of(words.toArray(String[]::new));

        MatchResult first = customersAtRisk().get(0);
        assertThat(explained.exitCode()).isZero();
        assertThat(explained.out())
                .startsWith(first.group(4) + " at 2026-07-01T00:00:00Z: " + first.group(1));
    }

    private static int points(JsonNode score) {
        return score.at("/data/points").asInt();
    }

    /** Rows of points, band, health, customer and the first reason. */
    private static List<MatchResult> customersAtRisk() {
        return rows("(?m)^ +(\\d+)  (RED|ORANGE|YELLOW|GREEN) +([\\d.]+)  (\\S+) +([+-]\\d+ .*)$");
    }

    private static List<MatchResult> rows(String pattern) {
        return Pattern.compile(pattern).matcher(demo.out()).results().toList();
    }

    private static Map<String, JsonNode> lastScores() throws IOException {
        Map<String, JsonNode> last = new TreeMap<>();
        read(SCORES).forEach(event -> last.put(event.at("/subject").asText(), event));
        return last;
    }

    private static Set<String> subjects(String file) throws IOException {
        Set<String> subjects = new HashSet<>();
        for (JsonNode event : read(file)) {
            if (event.has("subject")) {
                subjects.add(event.at("/subject").asText());
            }
        }
        return subjects;
    }

    private static List<JsonNode> read(String file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve(file))) {
            lines.add(json.readTree(line));
        }
        return lines;
    }
}
