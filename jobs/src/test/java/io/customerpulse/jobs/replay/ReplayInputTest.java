package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.codec.EventDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayInputTest {

    private static final InputOrder BY_TIME = new InputOrder.ByTime();
    private static final InputOrder AS_ARRIVED = new InputOrder.AsArrived(Duration.ofSeconds(10));
    private static final Instant START = Instant.parse("2026-01-05T14:00:00Z");

    @TempDir Path directory;
    private Path input;
    private Path workDirectory;

    @BeforeEach
    void makeDirectories() throws IOException {
        input = Files.createDirectory(directory.resolve("input"));
        workDirectory = Files.createDirectory(directory.resolve("work"));
    }

    @Test
    void putsLinesInTheOrderOfTheirTimes() throws IOException {
        Prepared prepared = prepare(BY_TIME, tick("b", 2), tick("c", 3), tick("a", 1));

        assertThat(ids(prepared)).containsExactly("a", "b", "c");
    }

    @Test
    void putsLinesOfOneInstantInTheOrderOfSourceAndId() throws IOException {
        Prepared prepared =
                prepare(
                        BY_TIME,
                        event("/z", "a", "clock.ticked", 1),
                        event("/y", "c", "clock.ticked", 1),
                        event("/y", "b", "clock.ticked", 1));

        assertThat(ids(prepared)).containsExactly("b", "c", "a");
    }

    @Test
    void putsRejectedLinesWithoutTimeFirst() throws IOException {
        Prepared prepared = prepare(BY_TIME, tick("a", -3_000_000_000L), "{broken", tick("b", 1));

        assertThat(texts(prepared)).first().isEqualTo("{broken");
        assertThat(lines(prepared).get(0).time()).isEqualTo(SpooledLine.NO_TIME);
        assertThat(lines(prepared).get(0).effectiveAt()).isEqualTo(SpooledLine.NO_TIME);
    }

    @Test
    void noLineIsLateInTheOrderOfTime() throws IOException {
        Prepared prepared = prepare(BY_TIME, tick("b", 100_000), tick("a", 0));

        assertThat(lines(prepared)).noneMatch(SpooledLine::late);
        assertThat(prepared.counts().late()).isZero();
    }

    @Test
    void theWatermarkInTheOrderOfTimeIsJustBehindTheLine() throws IOException {
        Prepared prepared = prepare(BY_TIME, tick("a", 0));

        assertThat(lines(prepared).get(0).watermark()).isEqualTo(START.toEpochMilli() - 1);
    }

    @Test
    void keepsTheOrderOfTheFileAsArrived() throws IOException {
        Prepared prepared = prepare(AS_ARRIVED, tick("b", 2), "{broken", tick("a", 1));

        assertThat(texts(prepared)).containsExactly(tick("b", 2), "{broken", tick("a", 1));
    }

    @Test
    void aLineAtTheLatenessBoundIsInTimeAndOneBehindItIsLate() throws IOException {
        Prepared prepared =
                prepare(AS_ARRIVED, tick("a", 30), tick("b", 20), event("/t", "c", "x.y", 19));

        assertThat(lines(prepared))
                .extracting(SpooledLine::late)
                .containsExactly(false, false, true);
        SpooledLine late = lines(prepared).get(2);
        assertThat(late.lateByMillis()).isEqualTo(1_000);
        assertThat(late.time()).isEqualTo(millis(19));
        assertThat(late.effectiveAt()).isEqualTo(millis(20));
        assertThat(prepared.counts().late()).isEqualTo(1);
    }

    @Test
    void aRejectedLineMakesNoOtherLate() throws IOException {
        Prepared prepared = prepare(AS_ARRIVED, tick("a", 30), rejected(35), tick("b", 20));

        assertThat(lines(prepared)).noneMatch(SpooledLine::late);
    }

    @Test
    void anEventOfAnUnknownTypeMovesTheClock() throws IOException {
        Prepared prepared =
                prepare(AS_ARRIVED, event("/t", "a", "weather.changed", 30), tick("b", 19));

        assertThat(lines(prepared)).extracting(SpooledLine::late).containsExactly(false, true);
    }

    @Test
    void endsAtTheLargestTimeOfAWellFormedEvent() throws IOException {
        Prepared prepared =
                prepare(
                        BY_TIME,
                        tick("a", 1),
                        event("/t", "b", "weather.changed", 5),
                        tick("c", 3));

        assertThat(prepared.until()).contains(START.plusSeconds(5));
    }

    @Test
    void aRejectedLineDoesNotMoveTheEnd() throws IOException {
        Prepared prepared = prepare(BY_TIME, tick("a", 5), rejected(6));

        assertThat(prepared.until()).contains(START.plusSeconds(5));
    }

    @Test
    void leavesOutRejectedLinesAfterTheEndInEitherOrder() throws IOException {
        for (InputOrder order : List.of(BY_TIME, AS_ARRIVED)) {
            Prepared prepared = prepare(order, rejected(6), rejected(5), tick("a", 5));

            assertThat(texts(prepared)).containsExactlyInAnyOrder(rejected(5), tick("a", 5));
            assertThat(prepared.counts().leftOut()).isEqualTo(1);
        }
    }

    @Test
    void keepsALineAtTheEndAskedForAndLeavesOutTheNext() throws IOException {
        Prepared prepared =
                prepare(
                        BY_TIME,
                        Optional.of(START.plusSeconds(5)),
                        tick("a", 4),
                        tick("b", 5),
                        eventAt("c", START.plusSeconds(5).plusMillis(1)));

        assertThat(ids(prepared)).containsExactly("a", "b");
        assertThat(prepared.until()).contains(START.plusSeconds(5));
        assertThat(prepared.counts().leftOut()).isEqualTo(1);
    }

    @Test
    void aLineAfterTheEndMakesNoOtherLate() throws IOException {
        Prepared prepared =
                prepare(
                        AS_ARRIVED,
                        Optional.of(START.plusSeconds(50)),
                        tick("a", 30),
                        tick("b", 60),
                        tick("c", 20));

        assertThat(ids(prepared)).containsExactly("a", "c");
        assertThat(lines(prepared)).noneMatch(SpooledLine::late);
    }

    @Test
    void theEndAskedForMayLieBeyondTheInput() throws IOException {
        Prepared prepared = prepare(BY_TIME, Optional.of(START.plusSeconds(500)), tick("a", 1));

        assertThat(prepared.until()).contains(START.plusSeconds(500));
    }

    @Test
    void anEmptyInputHasNoEnd() throws IOException {
        write("history.ndjson", "");

        Prepared prepared = prepare(BY_TIME);

        assertThat(prepared.until()).isEmpty();
        assertThat(lines(prepared)).isEmpty();
        assertThat(prepared.counts()).isEqualTo(new Prepared.Counts(0, 0, 0, 0, 0, 0));
    }

    @Test
    void anInputOfRejectedLinesHasNoEndAndKeepsThemAll() throws IOException {
        Prepared prepared = prepare(BY_TIME, rejected(5), "{broken");

        assertThat(prepared.until()).isEmpty();
        assertThat(lines(prepared)).hasSize(2);
    }

    @Test
    void countsEveryLineOnce() throws IOException {
        Prepared prepared =
                prepare(
                        BY_TIME,
                        Optional.of(START.plusSeconds(10)),
                        tick("a", 1),
                        tick("b", 2),
                        event("/t", "c", "weather.changed", 3),
                        "{broken",
                        tick("d", 11));

        assertThat(prepared.counts()).isEqualTo(new Prepared.Counts(5, 2, 1, 1, 0, 1));
    }

    @Test
    void keepsTheSecondCopyOfAnEvent() throws IOException {
        Prepared prepared = prepare(BY_TIME, tick("a", 1), tick("a", 1));

        assertThat(lines(prepared)).extracting(SpooledLine::line).containsExactly(1L, 2L);
    }

    @Test
    void tellsTheOriginOfALineByFileAndNumberBlankLinesCounted() throws IOException {
        write("history.ndjson", tick("b", 2) + "\r\n\r\n" + tick("a", 1) + "\r\n");

        List<SpooledLine> lines = lines(prepare(BY_TIME, Optional.empty()));

        assertThat(lines).extracting(SpooledLine::file).containsOnly("history.ndjson");
        assertThat(lines).extracting(SpooledLine::line).containsExactly(3L, 1L);
        assertThat(new String(lines.get(0).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(tick("a", 1));
    }

    @Test
    void readsTheFilesOfADirectoryInTheOrderOfTheirNames() throws IOException {
        write("b.json", tick("2", 1));
        write("a.ndjson", tick("1", 1));
        write("c.JSONL", tick("3", 1));

        Prepared prepared = prepare(AS_ARRIVED, Optional.empty());

        assertThat(ids(prepared)).containsExactly("1", "2", "3");
        assertThat(lines(prepared)).extracting(SpooledLine::line).containsOnly(1L);
    }

    @Test
    void passesOverOtherFilesHiddenOnesAndDirectories() throws IOException {
        write("a.ndjson", tick("a", 1));
        write("notes.txt", tick("b", 1));
        write(".hidden.ndjson", tick("c", 1));
        Files.createDirectory(input.resolve("d.ndjson"));

        assertThat(ids(prepare(AS_ARRIVED, Optional.empty()))).containsExactly("a");
    }

    @Test
    void takesASingleFileWhateverItsName() throws IOException {
        Path file = write("events.txt", tick("a", 1));

        Prepared prepared =
                new ReplayInput(new EventDecoder(), BY_TIME, Optional.empty())
                        .prepare(file, workDirectory, Progress.SILENT);

        assertThat(lines(prepared)).extracting(SpooledLine::file).containsExactly("events.txt");
    }

    @Test
    void saysThatADirectoryHoldsNothingToRead() throws IOException {
        write("notes.txt", "hello");

        assertThatThrownBy(() -> prepare(BY_TIME, Optional.empty()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(input.toString())
                .hasMessageContaining(".ndjson");
    }

    @Test
    void saysThatTheInputDoesNotExist() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(
                        () ->
                                new ReplayInput(new EventDecoder(), BY_TIME, Optional.empty())
                                        .prepare(missing, workDirectory, Progress.SILENT))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void leavesOnlyTheSpoolInTheWorkDirectory() throws IOException {
        for (InputOrder order : List.of(BY_TIME, AS_ARRIVED)) {
            Prepared prepared = prepare(order, tick("a", 1));

            try (Stream<Path> left = Files.list(workDirectory)) {
                assertThat(left).containsExactly(prepared.spool());
            }
            Files.delete(prepared.spool());
        }
    }

    @Test
    void reportsTheWholeInputAsReadAtTheEnd() throws IOException {
        Path file = write("a.ndjson", tick("a", 1) + "\n\n" + tick("b", 1) + "\n");
        List<String> reports = new ArrayList<>();

        new ReplayInput(new EventDecoder(), BY_TIME, Optional.empty())
                .prepare(
                        input,
                        workDirectory,
                        (lines, bytes, total) -> reports.add(lines + " " + bytes + "/" + total));

        long size = Files.size(file);
        assertThat(reports).last().isEqualTo("2 " + size + "/" + size);
    }

    @Test
    void refusesANegativeLatenessBound() {
        assertThatThrownBy(() -> new InputOrder.AsArrived(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lateness bound");
    }

    private Prepared prepare(InputOrder order, String... lines) throws IOException {
        return prepare(order, Optional.empty(), lines);
    }

    /** Without lines, the files written before are the input. */
    private Prepared prepare(InputOrder order, Optional<Instant> until, String... lines)
            throws IOException {
        if (lines.length > 0) {
            write("history.ndjson", String.join("\n", lines));
        }
        return new ReplayInput(new EventDecoder(), order, until)
                .prepare(input, workDirectory, Progress.SILENT);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(input.resolve(name), text);
    }

    private static List<SpooledLine> lines(Prepared prepared) throws IOException {
        return SpoolFiles.lines(prepared.spool());
    }

    private static List<String> texts(Prepared prepared) throws IOException {
        return lines(prepared).stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> ids(Prepared prepared) throws IOException {
        return texts(prepared).stream()
                .map(text -> text.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static String tick(String id, long seconds) {
        return event("/t", id, "clock.ticked", seconds);
    }

    private static String eventAt(String id, Instant time) {
        return event("/t", id, "clock.ticked", time);
    }

    /** It lacks the id. */
    private static String rejected(long seconds) {
        return "{\"specversion\":\"1.0\",\"source\":\"/t\",\"type\":\"clock.ticked\",\"time\":\"%s\",\"data\":{}}"
                .formatted(START.plusSeconds(seconds));
    }

    private static String event(String source, String id, String type, long seconds) {
        return event(source, id, type, START.plusSeconds(seconds));
    }

    private static String event(String source, String id, String type, Instant time) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"%s\",\"time\":\"%s\",\"data\":{}}"
                .formatted(id, source, type, time);
    }

    private static long millis(long seconds) {
        return START.plusSeconds(seconds).toEpochMilli();
    }
}
