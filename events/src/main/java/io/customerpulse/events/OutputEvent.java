package io.customerpulse.events;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.customerpulse.events.result.Result;
import io.customerpulse.events.result.SegmentResult;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * One result in its CloudEvents envelope ({@code docs/events.md}). Create it with {@link
 * #of(String, Instant, Result)}, which derives the id; the constructor is for reading back what was
 * written.
 *
 * @param id derived from what the event says, so that an event sent again has the same id
 * @param subject the customer, or what else the result is about; empty only for a rejected event
 *     that showed none
 * @param time the event time at which the fact became true; empty only for a rejected event that
 *     showed none
 * @param result what became true
 */
public record OutputEvent(
        String id, Optional<String> subject, Optional<Instant> time, Result result)
        implements Emission {

    /** The CloudEvents {@code source} of everything the application writes. */
    public static final String SOURCE = "/customer-pulse";

    public OutputEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(result, "result");
    }

    /** A result about {@code subject} that became true at {@code time}, with its derived id. */
    public static OutputEvent of(String subject, Instant time, Result result) {
        return of(Optional.of(subject), Optional.of(time), result);
    }

    /**
     * Like {@link #of(String, Instant, Result)}, for the one result that may lack subject and time:
     * a rejected event that did not show them.
     */
    public static OutputEvent of(Optional<String> subject, Optional<Instant> time, Result result) {
        return new OutputEvent(derivedId(subject, time, result), subject, time, result);
    }

    @Override
    public Topic topic() {
        return result.type().topic();
    }

    /** {@inheritDoc} A rejected event that showed no subject is keyed by its own id. */
    @Override
    public String key() {
        if (result instanceof SegmentResult.Assigned assigned) {
            return subject.orElse(id) + "|" + assigned.scheme();
        }
        return subject.orElse(id);
    }

    /**
     * 128 bits as 32 hexadecimal digits. Every field is preceded by its length, and an absent one
     * counts as -1, so that no two lists of fields run together.
     */
    private static String derivedId(
            Optional<String> subject, Optional<Instant> time, Result result) {
        HashStream128 hash = Hashing.xxh3_128().hashStream();
        put(hash, result.type().typeName());
        put(hash, subject);
        put(hash, time.map(Instant::toString));
        for (String field : result.distinguisher()) {
            put(hash, field);
        }
        HashValue128 value = hash.get();
        HexFormat hexadecimal = HexFormat.of();
        return hexadecimal.toHexDigits(value.getMostSignificantBits())
                + hexadecimal.toHexDigits(value.getLeastSignificantBits());
    }

    private static void put(HashStream128 hash, Optional<String> field) {
        field.ifPresentOrElse(present -> put(hash, present), () -> hash.putInt(-1));
    }

    private static void put(HashStream128 hash, String field) {
        hash.putInt(field.length()).putChars(field);
    }
}
