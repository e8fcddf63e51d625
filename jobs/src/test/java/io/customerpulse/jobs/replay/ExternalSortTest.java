package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalSortTest {

    @TempDir Path workDirectory;

    @Test
    void givesNothingBackWhenNothingWasAdded() throws IOException {
        List<SortRecord> sorted = new ArrayList<>();

        try (ExternalSort sort = new ExternalSort(workDirectory)) {
            sort.drainTo(sorted::add);
        }

        assertThat(sorted).isEmpty();
    }

    @Test
    void writesNoFileWhileOneChunkIsEnough() throws IOException {
        try (ExternalSort sort = new ExternalSort(workDirectory, 1 << 20, 2)) {
            sort.add(line(2));
            sort.add(line(1));

            assertThat(workDirectory).isEmptyDirectory();
        }
    }

    @Test
    void removesItsFilesWhenTheSortIsGivenUp() throws IOException {
        try (ExternalSort sort = new ExternalSort(workDirectory, 1, 2)) {
            sort.add(line(2));
            sort.add(line(1));

            assertThat(workDirectory).isNotEmptyDirectory();
        }

        assertThat(workDirectory).isEmptyDirectory();
    }

    @Test
    void removesItsFilesWhenTheReceiverFailsDuringTheMerge() throws IOException {
        try (ExternalSort sort = new ExternalSort(workDirectory, 1, 2)) {
            for (int i = 0; i < 10; i++) {
                sort.add(line(i));
            }

            assertThatThrownBy(
                            () ->
                                    sort.drainTo(
                                            ignored -> {
                                                throw new IOException("disk full");
                                            }))
                    .hasMessage("disk full");
        }

        assertThat(workDirectory).isEmptyDirectory();
    }

    @Test
    void refusesToMergeFewerThanTwoRuns() {
        assertThatThrownBy(() -> new ExternalSort(workDirectory, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least two");
    }

    private static SortRecord line(int key) {
        return new SortRecord(new byte[] {(byte) key}, new byte[0], new byte[0]);
    }
}
