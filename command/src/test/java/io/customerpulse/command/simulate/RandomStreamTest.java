package io.customerpulse.command.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.simulate.RandomStream.Purpose;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    /** Computed with another implementation: every machine and every version must draw the same. */
    @Test
    void drawsTheSameNumbersEverywhere() {
        RandomStream random = RandomStream.of(1, 0, Purpose.PROFILE);

        assertThat(IntStream.range(0, 6).map(i -> random.below(1_000_000)))
                .containsExactly(952_735, 158_409, 775_948, 741_985, 185_474, 572_152);
    }

    @Test
    void drawsOtherNumbersForAnotherSeedOwnerOrPurpose() {
        int drawn = RandomStream.of(1, 0, Purpose.PROFILE).below(Integer.MAX_VALUE);

        assertThat(RandomStream.of(2, 0, Purpose.PROFILE).below(Integer.MAX_VALUE))
                .isNotEqualTo(drawn);
        assertThat(RandomStream.of(1, 1, Purpose.PROFILE).below(Integer.MAX_VALUE))
                .isNotEqualTo(drawn);
        assertThat(RandomStream.of(1, 0, Purpose.PLOT).below(Integer.MAX_VALUE))
                .isNotEqualTo(drawn);
    }

    @Test
    void drawsBothEndsOfARange() {
        RandomStream random = RandomStream.of(1, 0, Purpose.PLOT);

        assertThat(IntStream.range(0, 200).map(i -> random.between(3, 5)).distinct().sorted())
                .containsExactly(3, 4, 5);
    }

    @Test
    void neverHappensWithoutAProbabilityAndAlwaysWithAllOfIt() {
        RandomStream random = RandomStream.of(1, 0, Purpose.PLOT);

        assertThat(IntStream.range(0, 1_000)).noneMatch(i -> random.chance(0));
        assertThat(IntStream.range(0, 1_000)).allMatch(i -> random.chance(1));
    }

    @Test
    void happensAsOftenAsItsMean() {
        RandomStream random = RandomStream.of(1, 0, Purpose.PLOT);

        assertThat(IntStream.range(0, 1_000).map(i -> random.times(2.25)).distinct().sorted())
                .containsExactly(2, 3);
        assertThat(IntStream.range(0, 1_000).map(i -> random.times(2.25)).sum())
                .isBetween(2_200, 2_300);
    }
}
