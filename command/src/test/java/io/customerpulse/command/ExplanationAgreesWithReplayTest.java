package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.rules.policy.PolicyReader;
import io.customerpulse.rules.risk.RiskFactor;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.timeline.SingleCustomer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code explain-risk} works out from a list of events is what the stream computes: the same
 * scores, at the same instants, for the same reasons.
 */
class ExplanationAgreesWithReplayTest {

    private static final Instant UNTIL = Instant.parse("2026-06-01T00:00:00Z");

    /** What is said of a customer at an instant. */
    private record Said(Instant time, boolean churned, List<Contribution> contributions) {

        int points() {
            return contributions.stream().mapToInt(Contribution::points).sum();
        }
    }

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onEveryScoreOfEveryCustomer(long seed) throws Exception {
        RandomHistory history = new RandomHistory(seed, 25, 60);

        TreeMap<String, List<Said>> replayed = replay(history);

        assertThat(factorsIn(replayed)).as("what the history brings about").isEqualTo(allFactors());
        for (String customer : history.customers()) {
            assertThat(explained(history, customer))
                    .as("seed %d, %s", seed, customer)
                    .isEqualTo(replayed.getOrDefault(customer, List.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4})
    void onTheLastPointsOfEveryCustomer(long seed) throws Exception {
        RandomHistory history = new RandomHistory(seed, 25, 60);

        TreeMap<String, List<Said>> replayed = replay(history);

        for (String customer : replayed.keySet()) {
            List<Said> said = replayed.get(customer);
            CommandRun explained =
                    CommandRun.of(
                            "explain-risk",
                            "--input",
                            events().toString(),
                            "--customer",
                            customer,
                            "--at",
                            UNTIL.toString());
            if (explained.exitCode() == 0) {
                assertThat(explained.out())
                        .startsWith(
                                "%s at %s: %d points,"
                                        .formatted(
                                                customer,
                                                UNTIL,
                                                said.get(said.size() - 1).points()));
            } else {
                assertThat(history.lines()).contains(customer + "\",\"type\":\"customer.erased\"");
            }
        }
    }

    private static Set<String> factorsIn(TreeMap<String, List<Said>> replayed) {
        return replayed.values().stream()
                .flatMap(List::stream)
                .flatMap(said -> said.contributions().stream())
                .map(Contribution::factor)
                .collect(Collectors.toSet());
    }

    private static Set<String> allFactors() {
        return Arrays.stream(RiskFactor.values()).map(RiskFactor::id).collect(Collectors.toSet());
    }

    private Path events() {
        return directory.resolve("history.ndjson");
    }

    private TreeMap<String, List<Said>> replay(RandomHistory history) throws Exception {
        Story.write(events(), history.lines());
        Path results = directory.resolve("results");
        CommandRun replay =
                CommandRun.of(
                        "replay",
                        "--input",
                        events().toString(),
                        "--output",
                        results.toString(),
                        "--parallelism",
                        "2",
                        "--until",
                        UNTIL.toString());
        assertThat(replay.err()).contains(" 0 rejected");
        TreeMap<String, List<Said>> said = new TreeMap<>();
        ResultDecoder decoder = new ResultDecoder();
        for (String line : Files.readAllLines(results.resolve("risk-scores.ndjson"))) {
            if (!line.startsWith("{\"tombstone\"")) {
                OutputEvent event = decoder.decode(line.getBytes(StandardCharsets.UTF_8));
                RiskResult.Scored scored = (RiskResult.Scored) event.result();
                said.computeIfAbsent(event.subject().orElseThrow(), c -> new ArrayList<>())
                        .add(
                                new Said(
                                        event.time().orElseThrow(),
                                        scored.churned(),
                                        scored.contributions()));
            }
        }
        return said;
    }

    /** The assessments that change what counts, as only those are published. */
    private static List<Said> explained(RandomHistory history, String customer) throws Exception {
        SingleCustomer single =
                new SingleCustomer(
                        PolicyReader.read(CommandRun.CONFIGURATION.resolve("policies")), customer);
        List<Said> said = new ArrayList<>();
        Optional<String> before = Optional.empty();
        for (Signal signal : single.history(eventsFor(single, history), UNTIL)) {
            if (signal instanceof Signal.RiskAssessed assessed) {
                Optional<String> counting = Optional.of(counting(assessed));
                if (!counting.equals(before)) {
                    said.add(
                            new Said(
                                    assessed.time(), assessed.churned(), assessed.contributions()));
                }
                before = counting;
            } else {
                before = Optional.empty();
            }
        }
        return said;
    }

    private static String counting(Signal.RiskAssessed assessed) {
        List<String> factors =
                assessed.contributions().stream().map(c -> c.factor() + c.points()).toList();
        return assessed.life() + "|" + assessed.churned() + "|" + factors;
    }

    private static List<InputEvent> eventsFor(SingleCustomer single, RandomHistory history) {
        EventDecoder decoder = new EventDecoder();
        return history.lines()
                .lines()
                .map(line -> decoder.decode(line.getBytes(StandardCharsets.UTF_8)))
                .map(decoded -> ((Decoded.Accepted) decoded).event())
                .filter(single::mayConcern)
                .toList();
    }
}
