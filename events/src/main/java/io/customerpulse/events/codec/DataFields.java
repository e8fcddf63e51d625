package io.customerpulse.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.customerpulse.events.fact.Change;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fields of an event's data in the order they came, as flat as the contract has them: no tree
 * is built and no map filled, since nine events in ten have two or three fields. Of a field given
 * twice the last counts. A {@code null} is the same as a field left out, except for {@link
 * #change}.
 *
 * <p>A fact asks for each of its fields once; what nobody asked for is unknown and counted.
 */
final class DataFields {

    private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000000");

    private String[] names = new String[8];
    private JsonValue[] values = new JsonValue[8];
    private int size;
    private int found;

    /** No fields, as data left out has. */
    DataFields() {}

    /** Reads the fields of the object whose opening brace the parser has just read. */
    static DataFields read(JsonParser parser) throws IOException {
        DataFields fields = new DataFields();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            fields.add(parser.currentName(), JsonValue.next(parser));
        }
        return fields;
    }

    private void add(String name, JsonValue value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** How many fields nobody asked for. */
    int unknown() {
        return size - found;
    }

    String name(String field) throws Refusal {
        return required(field).name();
    }

    Optional<String> optionalName(String field) throws Refusal {
        return optional(field, FieldValue::name);
    }

    String text(String field) throws Refusal {
        return required(field).text();
    }

    Optional<String> optionalText(String field) throws Refusal {
        return optional(field, FieldValue::text);
    }

    boolean bool(String field) throws Refusal {
        return required(field).bool();
    }

    boolean bool(String field, boolean otherwise) throws Refusal {
        return optional(field, FieldValue::bool).orElse(otherwise);
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> allowed) throws Refusal {
        return required(field).oneOf(allowed);
    }

    /**
     * Like {@link #oneOf(String, Class)}, but a name not among them is read as {@code otherwise}.
     */
    <E extends Enum<E>> E oneOf(String field, Class<E> allowed, E otherwise) throws Refusal {
        return required(field).oneOf(allowed, otherwise);
    }

    <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> allowed) throws Refusal {
        return optional(field, value -> value.oneOf(allowed));
    }

    int wholeNumber(String field, int lowest, int highest) throws Refusal {
        return required(field).wholeNumber(lowest, highest);
    }

    /** How many there are of something: 0 or more. */
    int count(String field) throws Refusal {
        return count(required(field));
    }

    OptionalInt optionalCount(String field) throws Refusal {
        Optional<Integer> count = optional(field, DataFields::count);
        return count.isPresent() ? OptionalInt.of(count.get()) : OptionalInt.empty();
    }

    BigDecimal decimal(String field, BigDecimal lowest, BigDecimal highest) throws Refusal {
        return required(field).decimal(lowest, highest);
    }

    /** An amount of money: 0 or more. */
    BigDecimal money(String field) throws Refusal {
        return money(required(field));
    }

    Optional<BigDecimal> optionalMoney(String field) throws Refusal {
        return optional(field, DataFields::money);
    }

    Instant instant(String field) throws Refusal {
        return required(field).instant();
    }

    Optional<Instant> optionalInstant(String field) throws Refusal {
        return optional(field, FieldValue::instant);
    }

    LocalDate day(String field) throws Refusal {
        return required(field).day();
    }

    /** An array of strings; left out, it is empty. */
    List<String> texts(String field) throws Refusal {
        return optional(field, FieldValue::texts).orElse(List.of());
    }

    /** An array of strings of which none is empty. */
    Optional<List<String>> optionalNames(String field) throws Refusal {
        return optional(field, FieldValue::names);
    }

    /** What a patch says of a field: here a {@code null} is not the same as nothing. */
    <T> Change<T> change(String field, Reading<T> reading) throws Refusal {
        JsonValue value = find(field);
        if (value == null) {
            return Change.kept();
        } else if (value instanceof JsonValue.Null) {
            return Change.cleared();
        }
        return Change.to(reading.of(new FieldValue(path(field), value)));
    }

    /** How a value is read that may be any of the kinds {@link FieldValue} knows. */
    @FunctionalInterface
    interface Reading<T> {
        T of(FieldValue value) throws Refusal;
    }

    static int count(FieldValue value) throws Refusal {
        return value.wholeNumber(0, Integer.MAX_VALUE);
    }

    static BigDecimal money(FieldValue value) throws Refusal {
        return value.decimal(BigDecimal.ZERO, MOST_MONEY);
    }

    private FieldValue required(String field) throws Refusal {
        JsonValue value = find(field);
        if (value == null || value instanceof JsonValue.Null) {
            throw Refusal.missing(path(field));
        }
        return new FieldValue(path(field), value);
    }

    private <T> Optional<T> optional(String field, Reading<T> reading) throws Refusal {
        JsonValue value = find(field);
        if (value == null || value instanceof JsonValue.Null) {
            return Optional.empty();
        }
        return Optional.of(reading.of(new FieldValue(path(field), value)));
    }

    /** From the end, so that the last of several counts; null inside this class means absent. */
    private JsonValue find(String field) {
        for (int i = size - 1; i >= 0; i--) {
            if (names[i].equals(field)) {
                found++;
                return values[i];
            }
        }
        return null;
    }

    private static String path(String field) {
        return "data." + field;
    }
}
