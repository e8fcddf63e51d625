package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A number that changes now and then, with what it was as far back as is asked. */
public final class ValueHistory {

    private record Step(Instant from, Optional<BigDecimal> value) {}

    private final List<Step> steps;

    ValueHistory() {
        this(new ArrayList<>());
    }

    private ValueHistory(List<Step> steps) {
        this.steps = steps;
    }

    /** The value in force. */
    public Optional<BigDecimal> current() {
        return steps.isEmpty() ? Optional.empty() : steps.get(steps.size() - 1).value();
    }

    /** The value that was in force at an instant no later than now. */
    public Optional<BigDecimal> at(Instant instant) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).from().isAfter(instant)) {
                return steps.get(i).value();
            }
        }
        return Optional.empty();
    }

    /** Sets the value from an instant on; several changes of one instant leave the last. */
    void set(Instant from, Optional<BigDecimal> value) {
        if (current().equals(value)) {
            return;
        }
        if (!steps.isEmpty() && steps.get(steps.size() - 1).from().equals(from)) {
            steps.remove(steps.size() - 1);
        }
        steps.add(new Step(from, value));
    }

    /** Whether looking this far back will see another value in time. */
    public boolean movesAfter(Instant oldest) {
        return !steps.isEmpty() && steps.get(steps.size() - 1).from().isAfter(oldest);
    }

    /** Forgets what was in force before the time looked back to. */
    public void expire(Instant at, Duration lookBack) {
        Instant oldest = at.minus(lookBack);
        while (steps.size() > 1 && !steps.get(1).from().isAfter(oldest)) {
            steps.remove(0);
        }
    }

    void write(CompactOutput out) throws IOException {
        out.writeAll(
                steps,
                (o, step) -> {
                    o.writeInstant(step.from());
                    o.writeOptional(step.value(), (v, n) -> v.writeText(n.toPlainString()));
                });
    }

    static ValueHistory read(CompactInput in) throws IOException {
        return new ValueHistory(
                in.readAll(
                        i ->
                                new Step(
                                        i.readInstant(),
                                        i.readOptional(v -> new BigDecimal(v.readText())))));
    }
}
