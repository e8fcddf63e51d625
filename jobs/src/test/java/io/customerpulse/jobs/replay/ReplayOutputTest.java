package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayOutputTest {

    @TempDir Path directory;

    @Test
    void createsAMissingDirectory() throws IOException {
        Path missing = directory.resolve("a/b");

        ReplayOutput.open(missing).close();

        assertThat(missing).isEmptyDirectory();
    }

    @Test
    void mergesThePartsOfATopicIntoOneFile() throws IOException {
        Map<Topic, Long> written;
        try (ReplayOutput output = ReplayOutput.open(directory)) {
            part(output, Topic.FLAGS, "part-0", event(3, "a", "x", "1"), event(1, "a", "x", "2"));
            part(output, Topic.FLAGS, "part-1", event(2, "a", "x", "3"));
            part(output, Topic.AUDIT, "part-0", event(9, "a", "x", "4"));

            written = output.finish();
        }

        assertThat(written).containsExactly(Map.entry(Topic.FLAGS, 3L), Map.entry(Topic.AUDIT, 1L));
        assertThat(Files.readAllLines(directory.resolve("flags.ndjson")))
                .containsExactly(
                        event(1, "a", "x", "2"), event(2, "a", "x", "3"), event(3, "a", "x", "1"));
        assertThat(Files.readAllLines(directory.resolve("audit.ndjson")))
                .containsExactly(event(9, "a", "x", "4"));
    }

    @Test
    void sortsByTimeThenSubjectThenTypeThenId() throws IOException {
        assertSorted(
                event(1, "z", "z", "z"),
                event(2, "a", "z", "z"),
                event(2, "b", "a", "z"),
                event(2, "b", "b", "a"),
                event(2, "b", "b", "b"));
    }

    @Test
    void sortsByTheInstantAndNotByItsText() throws IOException {
        assertSorted(
                "{\"id\":\"1\",\"time\":\"2026-01-05T14:00:00Z\",\"subject\":\"a\"}",
                "{\"id\":\"1\",\"time\":\"2026-01-05T14:00:00.001Z\",\"subject\":\"a\"}",
                "{\"id\":\"1\",\"time\":\"2026-01-05T14:00:01Z\",\"subject\":\"a\"}");
    }

    @Test
    void sortsATombstoneByItsKey() throws IOException {
        assertSorted(
                event(1, "a", "x", "1"),
                "{\"tombstone\":true,\"key\":\"b\",\"time\":\"2026-01-05T14:00:01Z\"}",
                event(1, "c", "x", "1"));
    }

    @Test
    void putsLinesWithoutTimeAndLinesWithoutSubjectFirst() throws IOException {
        assertSorted(
                "{\"id\":\"9\",\"subject\":\"z\"}",
                "{\"id\":\"9\",\"time\":\"2026-01-05T14:00:01Z\"}",
                event(1, "a", "x", "1"));
    }

    @Test
    void leavesOutWhatAFailedAttemptDidNotCommit() throws IOException {
        try (ReplayOutput output = ReplayOutput.open(directory)) {
            part(output, Topic.FLAGS, "part-0", event(1, "a", "x", "1"));
            part(output, Topic.FLAGS, ".part-1.inprogress.7", event(2, "a", "x", "2"));

            output.finish();
        }

        assertThat(Files.readAllLines(directory.resolve("flags.ndjson")))
                .containsExactly(event(1, "a", "x", "1"));
    }

    @Test
    void replacesTheFilesOfARunBefore() throws IOException {
        Files.writeString(directory.resolve("flags.ndjson"), "previous\n");
        Files.writeString(directory.resolve("audit.ndjson"), "previous\n");
        try (ReplayOutput output = ReplayOutput.open(directory)) {
            part(output, Topic.FLAGS, "part-0", event(1, "a", "x", "1"));

            output.finish();
        }

        assertThat(Files.readAllLines(directory.resolve("flags.ndjson")))
                .containsExactly(event(1, "a", "x", "1"));
        assertThat(directory.resolve("audit.ndjson")).doesNotExist();
    }

    @Test
    void leavesFilesAloneThatAreNotNamedLikeAnOutputTopic() throws IOException {
        List<Path> others =
                List.of(
                        directory.resolve("support-tickets.ndjson"),
                        directory.resolve("mine.ndjson"),
                        directory.resolve("flags.txt"));
        for (Path other : others) {
            Files.writeString(other, "mine");
        }
        try (ReplayOutput output = ReplayOutput.open(directory)) {
            output.finish();
        }

        assertThat(others).allSatisfy(other -> assertThat(other).hasContent("mine"));
    }

    @Test
    void changesNothingUnlessItIsFinished() throws IOException {
        Files.writeString(directory.resolve("flags.ndjson"), "previous\n");
        try (ReplayOutput output = ReplayOutput.open(directory)) {
            part(output, Topic.FLAGS, "part-0", event(1, "a", "x", "1"));
        }

        assertThat(directory.resolve("flags.ndjson")).hasContent("previous");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(directory.resolve("flags.ndjson"));
        }
    }

    @Test
    void removesWhatAKilledRunLeft() throws IOException {
        Path left = Files.createDirectories(directory.resolve(".replay/parts/flags"));
        Files.writeString(left.resolve("part-0"), event(1, "a", "x", "1"));
        try (ReplayOutput output = ReplayOutput.open(directory)) {
            assertThat(output.finish()).isEmpty();
        }

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesADirectoryToWhichAnotherReplayIsWriting() throws IOException {
        try (ReplayOutput first = ReplayOutput.open(directory)) {
            part(first, Topic.FLAGS, "part-0", event(1, "a", "x", "1"));

            assertThatThrownBy(() -> ReplayOutput.open(directory))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("another replay");

            assertThat(first.finish()).containsEntry(Topic.FLAGS, 1L);
        }
    }

    private void assertSorted(String... expected) throws IOException {
        try (ReplayOutput output = ReplayOutput.open(directory)) {
            for (int i = 0; i < expected.length; i++) {
                part(output, Topic.FLAGS, "part-" + (expected.length - i), expected[i]);
            }
            output.finish();
        }
        assertThat(Files.readAllLines(directory.resolve("flags.ndjson"))).containsExactly(expected);
    }

    private static void part(ReplayOutput output, Topic topic, String name, String... lines)
            throws IOException {
        Path topicDirectory =
                Files.createDirectories(
                        output.workDirectory().resolve("parts").resolve(topic.topicName()));
        Files.write(topicDirectory.resolve(name), List.of(lines));
    }

    private static String event(int second, String subject, String type, String id) {
        return "{\"id\":\"%s\",\"time\":\"2026-01-05T14:00:%02dZ\",\"subject\":\"%s\",\"type\":\"%s\"}"
                .formatted(id, second, subject, type);
    }
}
