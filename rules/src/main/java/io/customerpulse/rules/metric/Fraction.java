package io.customerpulse.rules.metric;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An exact number in lowest terms. Nearly all that is measured fits into two longs, which cost a
 * small part of what whole numbers of any size do; those take over where longs might overflow, so
 * that nothing is rounded until it is {@link #rounded}.
 */
public sealed interface Fraction extends Comparable<Fraction>, Serializable {

    /** Nothing. */
    Fraction ZERO = of(0);

    /** One whole. */
    Fraction ONE = of(1);

    /**
     * A fraction of two longs, both nearer to zero than 2⁶².
     *
     * @param denominator positive
     */
    record Small(long numerator, long denominator) implements Fraction {}

    /** A fraction too large for that. */
    record Large(BigFraction value) implements Fraction {}

    /** A whole number. */
    static Fraction of(long value) {
        return of(value, 1);
    }

    /**
     * A quotient of whole numbers.
     *
     * @throws ArithmeticException if the divisor is zero
     */
    static Fraction of(long dividend, long divisor) {
        return fits(dividend, divisor)
                ? reduced(dividend, divisor)
                : of(BigFraction.of(dividend, divisor));
    }

    /** The decimal, exactly. */
    static Fraction of(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        BigInteger dividend = plain.unscaledValue();
        BigInteger divisor = BigInteger.TEN.pow(plain.scale());
        return fits(dividend, divisor)
                ? reduced(dividend.longValue(), divisor.longValue())
                : of(BigFraction.of(dividend, divisor));
    }

    private static Fraction of(BigFraction value) {
        BigInteger numerator = value.getNumerator();
        BigInteger denominator = value.getDenominator();
        return fits(numerator, denominator)
                ? reduced(numerator.longValue(), denominator.longValue())
                : new Large(value);
    }

    private static boolean fits(BigInteger dividend, BigInteger divisor) {
        int longest = Math.max(dividend.abs().bitLength(), divisor.abs().bitLength());
        return longest < Long.SIZE - 1;
    }

    private static boolean fits(long dividend, long divisor) {
        return divisor != 0 && bits(dividend) < Long.SIZE - 1 && bits(divisor) < Long.SIZE - 1;
    }

    /** Whether the product is certainly nearer to zero than 2⁶². */
    private static boolean productFits(long one, long other) {
        return bits(one) + bits(other) < Long.SIZE - 1;
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(value));
    }

    private static Small reduced(long dividend, long divisor) {
        long common = greatestCommonDivisor(dividend, divisor) * Long.signum(divisor);
        return new Small(dividend / common, divisor / common);
    }

    private static long greatestCommonDivisor(long one, long other) {
        long larger = Math.abs(one);
        long smaller = Math.abs(other);
        while (smaller != 0) {
            long rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }

    /** The sum. */
    default Fraction plus(Fraction addend) {
        if (this instanceof Small a && addend instanceof Small b) {
            long common = greatestCommonDivisor(a.denominator, b.denominator);
            long ofThis = b.denominator / common;
            long ofAddend = a.denominator / common;
            if (productFits(a.numerator, ofThis)
                    && productFits(b.numerator, ofAddend)
                    && productFits(a.denominator, ofThis)) {
                return of(a.numerator * ofThis + b.numerator * ofAddend, a.denominator * ofThis);
            }
        }
        return of(large().add(addend.large()));
    }

    /** The difference. */
    default Fraction minus(Fraction subtrahend) {
        return plus(subtrahend.times(of(-1)));
    }

    /** The product. */
    default Fraction times(Fraction factor) {
        return this instanceof Small a
                        && factor instanceof Small b
                        && productFits(a.numerator, b.numerator)
                        && productFits(a.denominator, b.denominator)
                ? reduced(a.numerator * b.numerator, a.denominator * b.denominator)
                : of(large().multiply(factor.large()));
    }

    /**
     * The quotient.
     *
     * @throws ArithmeticException if the divisor is zero
     */
    default Fraction dividedBy(Fraction divisor) {
        return this instanceof Small a
                        && divisor instanceof Small b
                        && productFits(a.numerator, b.denominator)
                        && productFits(a.denominator, b.numerator)
                ? of(a.numerator * b.denominator, a.denominator * b.numerator)
                : of(large().divide(divisor.large()));
    }

    /** Compares by value. */
    @Override
    default int compareTo(Fraction other) {
        return this instanceof Small a
                        && other instanceof Small b
                        && productFits(a.numerator, b.denominator)
                        && productFits(b.numerator, a.denominator)
                ? Long.compare(a.numerator * b.denominator, b.numerator * a.denominator)
                // The library's release 1.2 compares two negative fractions by their magnitude.
                : large().subtract(other.large()).signum();
    }

    /** The number as a decimal with at most so many places, rounded half up, without zeros. */
    default BigDecimal rounded(int places) {
        BigDecimal rounded = decimal(places).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private BigDecimal decimal(int places) {
        long shift = BigInteger.TEN.pow(places).longValueExact();
        return this instanceof Small small && productFits(small.numerator, shift)
                ? BigDecimal.valueOf(halfUp(small.numerator * shift, small.denominator), places)
                : large().bigDecimalValue(places, RoundingMode.HALF_UP);
    }

    private static long halfUp(long dividend, long divisor) {
        long rest = Math.abs(dividend % divisor);
        return dividend / divisor + (rest >= divisor - rest ? Long.signum(dividend) : 0);
    }

    private BigFraction large() {
        return this instanceof Small small
                ? BigFraction.of(small.numerator, small.denominator)
                : ((Large) this).value;
    }
}
