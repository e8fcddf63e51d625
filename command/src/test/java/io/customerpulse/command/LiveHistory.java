package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A random history as a live job may be told it, and what a replay makes of it.
 *
 * @param lines in the order of time
 * @param until where event time is to end
 */
record LiveHistory(List<String> lines, Instant until) {

    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("\"tombstone\":true,\"key\":\"([^\"]+)\"");

    /** Without erasures: docs/rules.md says what of them depends on the order of arrival. */
    static LiveHistory random(long seed) {
        List<String> lines =
                new RandomHistory(seed, 12, 40)
                        .lines()
                        .lines()
                        .filter(line -> !line.contains("customer.erased"))
                        .sorted(Comparator.comparing(LiveHistory::time))
                        .toList();
        return new LiveHistory(lines, time(lines.get(lines.size() - 1)));
    }

    private static Instant time(String line) {
        Matcher time = TIME.matcher(line);
        assertThat(time.find()).isTrue();
        return OffsetDateTime.parse(time.group(1)).toInstant();
    }

    List<String> firstHalf() {
        return lines.subList(0, lines.size() / 2);
    }

    List<String> secondHalf() {
        return lines.subList(lines.size() / 2, lines.size());
    }

    /** When a tick must be dated for event time to come to the end, and no further. */
    Instant lastTick() {
        return until.plusMillis(1_001);
    }

    /** The results of a replay by topic, a tombstone as the key it deletes. */
    Map<Topic, List<String>> replayed(Path directory, Path config) {
        try {
            Path input = Files.write(directory.resolve("history.ndjson"), lines);
            Path output = directory.resolve("replayed");
            CommandRun run =
                    CommandRun.exactly(
                            "replay",
                            "--input",
                            input.toString(),
                            "--output",
                            output.toString(),
                            "--until",
                            until.toString(),
                            "--config",
                            config.toString());
            assertThat(run.exitCode()).as(run.err()).isZero();
            Map<Topic, List<String>> results = new EnumMap<>(Topic.class);
            for (Topic topic : outputs()) {
                Path file = output.resolve(topic.topicName() + ".ndjson");
                results.put(
                        topic,
                        Files.exists(file)
                                ? Files.readAllLines(file).stream()
                                        .map(LiveHistory::asRead)
                                        .toList()
                                : List.of());
            }
            assertThat(results.get(Topic.RISK_SCORES)).hasSizeGreaterThan(100);
            return results;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String asRead(String line) {
        Matcher tombstone = KEY.matcher(line);
        return tombstone.find() ? "tombstone of " + tombstone.group(1) : line;
    }

    static List<Topic> outputs() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.direction() == Topic.Direction.OUTPUT)
                .toList();
    }
}
