package io.customerpulse.rules.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;

/**
 * A part of the state that is decoded only when somebody looks into it. Until then it stays, and is
 * written again, as the bytes it was read as, so that an event does not pay for what it does not
 * touch.
 *
 * @param <T> the part; it may be changed in place, and what has been looked into is encoded anew
 */
public final class Deferred<T> {

    private static final byte[] NOTHING = new byte[0];

    private final CompactInput.Element<T> decoder;
    private final CompactOutput.Element<T> encoder;
    private byte[] encoded;
    private T value;

    private Deferred(
            CompactInput.Element<T> decoder,
            CompactOutput.Element<T> encoder,
            byte[] encoded,
            T value) {
        this.decoder = decoder;
        this.encoder = encoder;
        this.encoded = encoded;
        this.value = value;
    }

    /** A part that was not read. */
    public static <T> Deferred<T> of(
            T value, CompactInput.Element<T> decoder, CompactOutput.Element<T> encoder) {
        return new Deferred<>(decoder, encoder, NOTHING, value);
    }

    /** Reads the bytes of a part that {@link #write} wrote. */
    public static <T> Deferred<T> read(
            CompactInput in, CompactInput.Element<T> decoder, CompactOutput.Element<T> encoder)
            throws IOException {
        return new Deferred<>(decoder, encoder, in.readBytes(), null);
    }

    /**
     * The part, decoded now if it has not been before.
     *
     * @throws UncheckedIOException if the bytes are damaged
     */
    public T get() {
        if (value == null) {
            try {
                value = decoder.read(CompactInput.of(encoded));
            } catch (BufferUnderflowException tooShort) {
                throw new UncheckedIOException(
                        new IOException("a part of the state ends too early: it is damaged"));
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
            encoded = NOTHING;
        }
        return value;
    }

    /** Writes the part, behind its length. */
    public void write(CompactOutput out) throws IOException {
        if (value == null) {
            out.writeBytes(encoded);
        } else {
            out.writeWithLength(value, encoder);
        }
    }
}
