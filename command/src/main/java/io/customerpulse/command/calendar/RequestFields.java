package io.customerpulse.command.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.customerpulse.rules.sla.calendar.BusinessCalendar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The fields of a JSON object, each read as what it should be.
 *
 * @param path where the object stands, followed by a dot; empty for the request itself
 * @param object the object
 */
record RequestFields(String path, JsonNode object) {

    private static final int SHOWN = 60;
    private static final BigDecimal MOST_SECONDS =
            BigDecimal.valueOf(
                    Duration.between(BusinessCalendar.EARLIEST, BusinessCalendar.LATEST)
                            .toSeconds());
    private static final int MILLISECOND_DIGITS = 3;

    /** Whether there is such a field; {@code null} stands for none. */
    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** A field that must be there. */
    JsonNode required(String field) throws WrongRequestException {
        if (!has(field)) {
            throw wrong(field, "is missing");
        }
        return object.get(field);
    }

    /** A text that must be there. */
    String text(String field) throws WrongRequestException {
        JsonNode value = required(field);
        if (!value.isTextual()) {
            throw wrong(field, "must be a text, but is " + shown(value));
        }
        return value.textValue();
    }

    /** An instant that must be there. */
    Instant instant(String field) throws WrongRequestException {
        JsonNode value = required(field);
        try {
            if (value.isTextual()) {
                Instant instant = Instant.parse(value.textValue());
                if (instant.isBefore(BusinessCalendar.EARLIEST)
                        || instant.isAfter(BusinessCalendar.LATEST)) {
                    throw wrong(field, "must be within the years 0 to 9999, but is " + instant);
                }
                return Instant.ofEpochMilli(instant.toEpochMilli());
            }
        } catch (DateTimeException notAnInstant) {
            // Told below, like everything that is no instant.
        }
        throw wrong(
                field, "must be an instant such as 2026-01-31T12:00:00Z, but is " + shown(value));
    }

    /** An instant that may be left out. */
    Optional<Instant> instantIfGiven(String field) throws WrongRequestException {
        return has(field) ? Optional.of(instant(field)) : Optional.empty();
    }

    /** A number of seconds, to the millisecond, of either sign. */
    Duration seconds(String field) throws WrongRequestException {
        JsonNode value = required(field);
        if (!value.isNumber()) {
            throw wrong(field, "must be a number, but is " + shown(value));
        }
        BigDecimal seconds = value.decimalValue();
        if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
            throw wrong(field, "is more than there are from year 0 to 9999: " + shown(value));
        }
        if (seconds.stripTrailingZeros().scale() > MILLISECOND_DIGITS) {
            throw wrong(field, "must be whole milliseconds, but is " + shown(value));
        }
        return Duration.ofMillis(seconds.movePointRight(MILLISECOND_DIGITS).longValueExact());
    }

    /** A whole number from 0 on. */
    int count(String field, int most) throws WrongRequestException {
        JsonNode value = required(field);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 0
                || value.intValue() > most) {
            throw wrong(
                    field,
                    "must be a whole number from 0 to %d, but is %s".formatted(most, shown(value)));
        }
        return value.intValue();
    }

    /** True or false. */
    boolean truth(String field) throws WrongRequestException {
        JsonNode value = required(field);
        if (!value.isBoolean()) {
            throw wrong(field, "must be true or false, but is " + shown(value));
        }
        return value.booleanValue();
    }

    /** What is wrong with a field. */
    WrongRequestException wrong(String field, String reason) {
        return new WrongRequestException(path + field, reason);
    }

    /** A value as it is written, cut when it is long. */
    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
    }
}
