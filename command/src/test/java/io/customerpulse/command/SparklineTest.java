package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values as a row of bars. */
class SparklineTest {

    @Test
    void drawsZeroAsTheLowestBarAndTheHighestAsTheFullOne() {
        assertThat(draw(Optional.of(0.0), Optional.of(100.0))).isEqualTo("▁█");
    }

    @Test
    void keepsValuesBeyondTheEndsAtTheEnds() {
        assertThat(draw(Optional.of(-20.0), Optional.of(130.0))).isEqualTo("▁█");
    }

    @Test
    void leavesABlankForWhatIsNotKnown() {
        assertThat(draw(Optional.empty(), Optional.of(50.0))).isEqualTo(" ▅");
    }

    @SafeVarargs
    private static String draw(Optional<Double>... values) {
        return Sparkline.of(List.of(values), 100);
    }
}
