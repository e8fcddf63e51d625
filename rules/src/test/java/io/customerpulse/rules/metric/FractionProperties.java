package io.customerpulse.rules.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;

/** Fractions of longs, held against those of whole numbers of any size. */
class FractionProperties {

    /** The same number twice. */
    record Known(Fraction fraction, BigFraction exact) {}

    @Property
    void sumsAreExact(@ForAll("known") Known one, @ForAll("known") Known other) {
        assertSame(one.fraction.plus(other.fraction), one.exact.add(other.exact));
        assertSame(one.fraction.minus(other.fraction), one.exact.subtract(other.exact));
    }

    @Property
    void productsAreExact(@ForAll("known") Known one, @ForAll("known") Known other) {
        assertSame(one.fraction.times(other.fraction), one.exact.multiply(other.exact));
        if (other.exact.signum() != 0) {
            assertSame(one.fraction.dividedBy(other.fraction), one.exact.divide(other.exact));
        }
    }

    @Property
    void theOrderIsThatOfTheNumbers(@ForAll("known") Known one, @ForAll("known") Known other) {
        assertThat(Integer.signum(one.fraction.compareTo(other.fraction)))
                .isEqualTo(one.exact.subtract(other.exact).signum());
    }

    @Property
    void equalNumbersAreEqual(@ForAll("known") Known one, @ForAll("known") Known other) {
        if (other.exact.signum() != 0) {
            assertThat(one.fraction.times(other.fraction).dividedBy(other.fraction))
                    .isEqualTo(one.fraction);
        }
    }

    @Property
    void theyAreRoundedHalfUp(@ForAll("known") Known one, @ForAll @IntRange(max = 6) int places) {
        assertThat(one.fraction.rounded(places))
                .isEqualByComparingTo(one.exact.bigDecimalValue(places, RoundingMode.HALF_UP));
    }

    @Property
    void halvesAreRoundedAwayFromZero(@ForAll int odd) {
        BigDecimal half = new BigDecimal(BigInteger.valueOf(2L * odd + 1), 0);
        assertThat(Fraction.of(half).dividedBy(Fraction.of(2)).rounded(0))
                .isEqualByComparingTo(
                        half.divide(BigDecimal.valueOf(2)).setScale(0, RoundingMode.HALF_UP));
    }

    @Property
    void aDecimalComesBackWithoutZerosAtItsEnd(@ForAll BigDecimal value) {
        BigDecimal rounded = Fraction.of(value).rounded(value.scale() < 0 ? 0 : value.scale());
        assertThat(rounded).isEqualByComparingTo(value);
        assertThat(rounded.scale()).isEqualTo(Math.max(0, rounded.stripTrailingZeros().scale()));
    }

    @Example
    void nothingIsDividedByZero() {
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO))
                .isInstanceOf(ArithmeticException.class);
    }

    private static void assertSame(Fraction fraction, BigFraction exact) {
        BigInteger sign = BigInteger.valueOf(exact.getDenominator().signum());
        assertThat(parts(fraction))
                .containsExactly(
                        exact.getNumerator().multiply(sign), exact.getDenominator().multiply(sign));
    }

    private static BigInteger[] parts(Fraction fraction) {
        if (fraction instanceof Fraction.Small small) {
            return new BigInteger[] {
                BigInteger.valueOf(small.numerator()), BigInteger.valueOf(small.denominator())
            };
        }
        BigFraction large = ((Fraction.Large) fraction).value();
        BigInteger sign = BigInteger.valueOf(large.getDenominator().signum());
        return new BigInteger[] {
            large.getNumerator().multiply(sign), large.getDenominator().multiply(sign)
        };
    }

    @Provide
    Arbitrary<Known> known() {
        // Small ones, and all around the place where longs end.
        Arbitrary<Long> numbers =
                Arbitraries.oneOf(Arbitraries.longs().between(-1000, 1000), Arbitraries.longs());
        return Combinators.combine(numbers, numbers.filter(divisor -> divisor != 0))
                .as(
                        (dividend, divisor) ->
                                new Known(
                                        Fraction.of(dividend, divisor),
                                        BigFraction.of(dividend, divisor)));
    }
}
