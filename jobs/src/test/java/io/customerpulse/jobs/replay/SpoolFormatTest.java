package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFormatTest {

    /** More than two batches. */
    private static final int LINES = 2_500;

    @TempDir Path directory;
    private Path spool;
    private List<SpooledLine> written;

    @BeforeEach
    void writeASpool() throws IOException {
        spool = directory.resolve("spool");
        written = new ArrayList<>();
        try (SpoolWriter writer = new SpoolWriter(spool)) {
            for (int i = 0; i < LINES; i++) {
                byte[] bytes = "x".repeat(i % 50).getBytes(StandardCharsets.UTF_8);
                SpooledLine line = new SpooledLine("f", i, bytes, i, i, false, 0, i - 1);
                written.add(line);
                writer.write(line);
            }
        }
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        assertThat(SpoolFiles.lines(spool)).isEqualTo(written);
    }

    @Test
    void resumesAfterEveryLineWithTheNextOne() throws IOException {
        List<SpoolFiles.Positioned> all = SpoolFiles.read(spool);

        // Around the border of a batch, and at both ends.
        for (int last : List.of(0, 1, 998, 999, 1_000, 1_001, LINES - 2, LINES - 1)) {
            assertThat(SpoolFiles.linesFrom(spool, all.get(last).resumeAt()))
                    .as("lines after line %d", last)
                    .isEqualTo(written.subList(last + 1, LINES));
        }
    }

    @Test
    void beginsAtTheBeginningWhenACheckpointHasNoOffsetYet() throws IOException {
        CheckpointedPosition none = new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 0);

        assertThat(SpoolFiles.linesFrom(spool, none)).isEqualTo(written);
    }

    @Test
    void readsNothingFromAnEmptySpool() throws IOException {
        Path empty = directory.resolve("empty");
        new SpoolWriter(empty).close();

        assertThat(SpoolFiles.lines(empty)).isEmpty();
    }
}
