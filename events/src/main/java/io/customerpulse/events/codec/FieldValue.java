package io.customerpulse.events.codec;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A value with the path it stands at, and what it may be read as. Nothing is converted: {@code "5"}
 * is no number and {@code 5} no text.
 *
 * @param path for reasons, as in {@code data.severity}
 * @param value the value; the caller has dealt with {@code null}
 */
record FieldValue(String path, JsonValue value) {

    private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /**
     * Money, percentages and ratios stay far below; beyond, arithmetic could be made to explode.
     */
    private static final int MOST_DIGITS_BEFORE_POINT = 18;

    /** Room for every double, down to the smallest. */
    private static final int MOST_DIGITS_AFTER_POINT = 400;

    /** Text that may be empty. */
    String text() throws Refusal {
        if (value instanceof JsonValue.Text text) {
            return text.text();
        }
        throw wrongType("a string");
    }

    /** Text that names something and so may not be empty. */
    String name() throws Refusal {
        String text = text();
        if (text.isEmpty()) {
            throw Refusal.outOfRange(path, "empty", "a string of at least one character");
        }
        return text;
    }

    boolean bool() throws Refusal {
        if (value instanceof JsonValue.Bool bool) {
            return bool.value();
        }
        throw wrongType("true or false");
    }

    <E extends Enum<E>> E oneOf(Class<E> allowed) throws Refusal {
        String text = text();
        for (E constant : allowed.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw outOfRange("one of " + Arrays.toString(allowed.getEnumConstants()));
    }

    <E extends Enum<E>> E oneOf(Class<E> allowed, E otherwise) throws Refusal {
        String text = text();
        return Arrays.stream(allowed.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElse(otherwise);
    }

    /** A number without a fraction; {@code 4.0} is one, {@code 4.5} is of the wrong type. */
    int wholeNumber(int lowest, int highest) throws Refusal {
        BigDecimal number = number("a whole number");
        if (number.scale() > 0) {
            throw wrongType("a whole number");
        }
        if (number.compareTo(BigDecimal.valueOf(lowest)) < 0
                || number.compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw outOfRange("a whole number from %d to %d".formatted(lowest, highest));
        }
        return number.intValueExact();
    }

    BigDecimal decimal(BigDecimal lowest, BigDecimal highest) throws Refusal {
        BigDecimal number = number("a number");
        if (number.compareTo(lowest) < 0 || number.compareTo(highest) > 0) {
            throw outOfRange(
                    "a number from %s to %s"
                            .formatted(lowest.toPlainString(), highest.toPlainString()));
        }
        return number;
    }

    /** A timestamp with an offset, to the millisecond, or a date alone: midnight UTC. */
    Instant instant() throws Refusal {
        String expected = "a timestamp like 2026-01-05T14:00:00Z or a date";
        String text = timeText(expected);
        long millis = Timestamps.epochMillis(text);
        if (millis == Timestamps.MALFORMED) {
            throw wrongType(expected);
        } else if (millis == Timestamps.IMPOSSIBLE) {
            throw outOfRange("an instant that exists, in the years 0000 to 9999");
        }
        return Instant.ofEpochMilli(millis);
    }

    LocalDate day() throws Refusal {
        String expected = "a date like 2026-01-05";
        String text = timeText(expected);
        long day = text.length() == 10 ? Timestamps.epochDay(text) : Timestamps.MALFORMED;
        if (day == Timestamps.MALFORMED) {
            throw wrongType(expected);
        } else if (day == Timestamps.IMPOSSIBLE) {
            throw outOfRange("a day that exists");
        }
        return LocalDate.ofEpochDay(day);
    }

    String timeZone() throws Refusal {
        String text = text();
        if (!TIME_ZONES.contains(text)) {
            throw outOfRange("the name of an IANA time zone like Europe/Berlin");
        }
        return text;
    }

    List<String> texts() throws Refusal {
        List<String> texts = new ArrayList<>();
        for (FieldValue element : elements()) {
            texts.add(element.text());
        }
        return List.copyOf(texts);
    }

    List<String> names() throws Refusal {
        List<String> names = new ArrayList<>();
        for (FieldValue element : elements()) {
            names.add(element.name());
        }
        return List.copyOf(names);
    }

    private List<FieldValue> elements() throws Refusal {
        if (value instanceof JsonValue.Array array) {
            List<FieldValue> elements = new ArrayList<>();
            for (JsonValue element : array.elements()) {
                elements.add(new FieldValue(path + "[" + elements.size() + "]", element));
            }
            return elements;
        }
        throw wrongType("an array of strings");
    }

    private String timeText(String expected) throws Refusal {
        if (value instanceof JsonValue.Text text) {
            return text.text();
        }
        throw wrongType(expected);
    }

    /** The exact number without trailing zeros, bounded so that arithmetic on it stays cheap. */
    private BigDecimal number(String expected) throws Refusal {
        if (!(value instanceof JsonValue.Number number)) {
            throw wrongType(expected);
        }
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(number.literal()).stripTrailingZeros();
        } catch (NumberFormatException | ArithmeticException beyondAnyDecimal) {
            throw outOfRange("a number of sensible size");
        }
        // Magnitudes first: writing 1e999999999 out would take a gigabyte.
        if ((long) decimal.precision() - decimal.scale() > MOST_DIGITS_BEFORE_POINT) {
            throw outOfRange(
                    "a number of at most %d digits before the point"
                            .formatted(MOST_DIGITS_BEFORE_POINT));
        }
        if (decimal.scale() > MOST_DIGITS_AFTER_POINT) {
            throw outOfRange(
                    "a number of at most %d digits after the point"
                            .formatted(MOST_DIGITS_AFTER_POINT));
        }
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    private Refusal wrongType(String expected) {
        return Refusal.wrongType(path, value.shown(), expected);
    }

    private Refusal outOfRange(String allowed) {
        return Refusal.outOfRange(path, value.shown(), allowed);
    }
}
