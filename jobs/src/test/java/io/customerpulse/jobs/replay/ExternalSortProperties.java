package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ExternalSortProperties {

    @Property(tries = 200)
    void sortsLikeAListInMemoryWhateverTheChunkSizeAndTheMergeWidth(
            @ForAll("lines") List<SortRecord> lines,
            @ForAll @LongRange(min = 1, max = 2_000) long chunkBytes,
            @ForAll @IntRange(min = 2, max = 5) int mergeWidth)
            throws IOException {
        Path workDirectory = Files.createTempDirectory("sort");
        List<SortRecord> sorted = new ArrayList<>();

        try (ExternalSort sort = new ExternalSort(workDirectory, chunkBytes, mergeWidth)) {
            for (SortRecord line : lines) {
                sort.add(line);
            }
            sort.drainTo(sorted::add);
        }

        // List.sort is stable, and the attachments, which have no say in the order, are compared
        // too: so this also says that the external sort is stable.
        List<SortRecord> expected = new ArrayList<>(lines);
        expected.sort(SortRecord.ORDER);
        assertThat(sorted).isEqualTo(expected);
        try (Stream<Path> left = Files.list(workDirectory)) {
            assertThat(left).isEmpty();
        }
        Files.delete(workDirectory);
    }

    @Provide
    Arbitrary<List<SortRecord>> lines() {
        Arbitrary<byte[]> few =
                Arbitraries.bytes().between((byte) -2, (byte) 2).array(byte[].class).ofMaxSize(2);
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(30);
        return Combinators.combine(few, few, any).as(SortRecord::new).list().ofMaxSize(60);
    }
}
