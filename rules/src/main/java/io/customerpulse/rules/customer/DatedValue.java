package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;

/**
 * A current fact and the event that last set it.
 *
 * @param value the fact
 * @param by the event that set it
 * @param <T> the fact's type
 */
public record DatedValue<T>(T value, Occurrence by) {

    void write(CompactOutput out, CompactOutput.Element<T> element) throws IOException {
        element.write(out, value);
        by.write(out);
    }

    static <T> DatedValue<T> read(CompactInput in, CompactInput.Element<T> element)
            throws IOException {
        return new DatedValue<>(element.read(in), Occurrence.read(in));
    }
}
