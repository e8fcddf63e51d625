package io.customerpulse.events.result;

import java.math.BigDecimal;

/** Decimals as text in ids: equal numbers give equal text, however many zeros they carry. */
final class Decimals {

    private Decimals() {}

    static String canonical(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
