package io.customerpulse.rules.customer;

import io.customerpulse.events.fact.Change;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to go-live: one go-live fact and one target fact, whoever writes them ({@code
 * docs/rules.md}, go-live and usage).
 */
public final class Implementation {

    private Optional<Instant> goLive = Optional.empty();
    private Optional<Instant> target = Optional.empty();
    private Optional<DatedValue<Instant>> firstTarget = Optional.empty();
    private List<Occurrence> pushes = new ArrayList<>();

    /** When the customer went, or will go, live. */
    public Optional<Instant> goLive() {
        return goLive;
    }

    /** Whether the customer is live at this instant. */
    public boolean liveBy(Instant at) {
        return goLive.filter(date -> !date.isAfter(at)).isPresent();
    }

    /** The first target, from which delay is counted, and the event that set it. */
    public Optional<DatedValue<Instant>> firstTarget() {
        return firstTarget;
    }

    /** The events that moved the target later than it was in force. */
    public List<Occurrence> pushes() {
        return List.copyOf(pushes);
    }

    void goLive(Change<Instant> change) {
        goLive = Patched.of(goLive, change, date -> date);
    }

    /** Going live sets the date unless the customer is live already. */
    void wentLive(Instant at) {
        if (!liveBy(at)) {
            goLive = Optional.of(at);
        }
    }

    void target(Change<Instant> change, Occurrence event) {
        if (change instanceof Change.Cleared<Instant>) {
            target = Optional.empty();
            firstTarget = Optional.empty();
            pushes = new ArrayList<>();
        } else if (change instanceof Change.Set<Instant> set) {
            target(set.value(), event);
        }
    }

    void target(Instant date, Occurrence event) {
        if (firstTarget.isEmpty()) {
            firstTarget = Optional.of(new DatedValue<>(date, event));
        } else if (target.filter(date::isAfter).isPresent()) {
            pushes.add(event);
            if (pushes.size() > RecentFacts.EVIDENCE) {
                pushes.remove(0);
            }
        }
        target = Optional.of(date);
    }

    void write(CompactOutput out) throws IOException {
        out.writeOptional(goLive, CompactOutput::writeInstant);
        out.writeOptional(target, CompactOutput::writeInstant);
        out.writeOptional(firstTarget, (o, date) -> date.write(o, CompactOutput::writeInstant));
        out.writeAll(pushes, (o, push) -> push.write(o));
    }

    static Implementation read(CompactInput in) throws IOException {
        Implementation implementation = new Implementation();
        implementation.goLive = in.readOptional(CompactInput::readInstant);
        implementation.target = in.readOptional(CompactInput::readInstant);
        implementation.firstTarget =
                in.readOptional(i -> DatedValue.read(i, CompactInput::readInstant));
        implementation.pushes = in.readAll(Occurrence::read);
        return implementation;
    }
}
