package io.customerpulse.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SortKeyProperties {

    record Parts(OptionalLong time, String first, String second) {

        private static final Comparator<String> BY_CODE_POINT =
                Comparator.comparing(
                        text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

        static final Comparator<Parts> ORDER =
                Comparator.comparing((Parts parts) -> parts.time().isPresent())
                        .thenComparingLong(parts -> parts.time().orElse(0))
                        .thenComparing(Parts::first, BY_CODE_POINT)
                        .thenComparing(Parts::second, BY_CODE_POINT);

        byte[] key() {
            return SortKey.of(time, first, second);
        }
    }

    @Property
    void keysCompareAsTheirPartsDo(@ForAll("parts") Parts left, @ForAll("parts") Parts right) {
        assertThat(Integer.signum(Arrays.compareUnsigned(left.key(), right.key())))
                .isEqualTo(Integer.signum(Parts.ORDER.compare(left, right)));
    }

    @Provide
    Arbitrary<Parts> parts() {
        Arbitrary<OptionalLong> times =
                Arbitraries.oneOf(
                                Arbitraries.longs().between(-2, 2),
                                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE))
                        .map(OptionalLong::of)
                        .injectNull(0.1)
                        .map(time -> time == null ? OptionalLong.empty() : time);
        // Few characters, so that texts share beginnings; 0, 1 and 2 are those the key escapes.
        Arbitrary<String> texts =
                Arbitraries.strings()
                        .withChars('\0', '\1', '\2', 'a', 'b', 'ä', '語')
                        .ofMaxLength(3);
        return Combinators.combine(times, texts, texts).as(Parts::new);
    }
}
