package io.customerpulse.rules.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact numbers from decimals. */
public final class Fractions {

    private Fractions() {}

    /** The decimal as a fraction, exactly. */
    public static BigFraction of(BigDecimal value) {
        return value.scale() <= 0
                ? BigFraction.of(value.toBigIntegerExact())
                : BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /** The fraction as a decimal with at most so many places, rounded half up, without zeros. */
    public static BigDecimal rounded(BigFraction value, int places) {
        BigDecimal rounded =
                value.bigDecimalValue(places, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /**
     * Compares by value. {@link BigFraction#compareTo} of the library's release 1.2 compares two
     * negative fractions by their magnitude.
     */
    public static int compare(BigFraction one, BigFraction other) {
        return one.subtract(other).signum();
    }
}
