package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * When a customer began and ended ({@code docs/rules.md}, first seen and the end of a customer).
 *
 * @param number how many times it has begun, 0 before the first
 * @param firstSeen when the present life began; every absence is counted from here at the earliest
 * @param churned whether the contract was terminated and none followed
 * @param erasedAt when it last asked to be forgotten: nothing stamped so early brings it back
 */
public record Life(
        int number, Optional<Instant> firstSeen, boolean churned, Optional<Instant> erasedAt) {

    static final Life UNSEEN = new Life(0, Optional.empty(), false, Optional.empty());

    /** Whether an event stamped then comes from before the erasure. */
    public boolean erasedBefore(Instant time) {
        return erasedAt.filter(erased -> !time.isAfter(erased)).isPresent();
    }

    /** Whether anything may be said about the customer at this instant. */
    public boolean begunBy(Instant at) {
        return firstSeen.filter(seen -> !seen.isAfter(at)).isPresent();
    }

    Life seen(Instant at) {
        if (firstSeen.isEmpty()) {
            return new Life(number + 1, Optional.of(at), churned, erasedAt);
        }
        return at.isBefore(firstSeen.get())
                ? new Life(number, Optional.of(at), churned, erasedAt)
                : this;
    }

    Life terminated() {
        return new Life(number, firstSeen, true, erasedAt);
    }

    Life begunAnew(Instant at) {
        return new Life(number + 1, Optional.of(at), false, erasedAt);
    }

    Life erased(Instant at) {
        return new Life(number, Optional.empty(), false, Optional.of(at));
    }

    void write(CompactOutput out) throws IOException {
        out.writeCount(number);
        out.writeOptional(firstSeen, CompactOutput::writeInstant);
        out.writeBoolean(churned);
        out.writeOptional(erasedAt, CompactOutput::writeInstant);
    }

    static Life read(CompactInput in) throws IOException {
        return new Life(
                in.readSize(),
                in.readOptional(CompactInput::readInstant),
                in.readBoolean(),
                in.readOptional(CompactInput::readInstant));
    }
}
