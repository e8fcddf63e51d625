package io.customerpulse.command;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.jobs.replay.HistoryLines;
import io.customerpulse.rules.timeline.SingleCustomer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of a history that may concern one customer. */
final class CustomerEvents {

    private final List<InputEvent> events = new ArrayList<>();
    private final Map<String, InputEvent> byReference = new HashMap<>();
    private Instant latest = Instant.EPOCH;
    private long rejected;

    private CustomerEvents() {}

    /** Reads them from a file or directory; rejected lines are counted and passed over. */
    static CustomerEvents read(Path input, SingleCustomer customer) throws IOException {
        CustomerEvents events = new CustomerEvents();
        EventDecoder decoder = new EventDecoder();
        HistoryLines.forEach(input, line -> events.take(decoder.decode(line), customer));
        return events;
    }

    private void take(Decoded decoded, SingleCustomer customer) {
        if (decoded instanceof Decoded.UnknownType unknown) {
            noteTime(unknown.time());
        } else if (decoded instanceof Decoded.Accepted accepted) {
            InputEvent event = accepted.event();
            noteTime(event.time());
            if (customer.mayConcern(event)) {
                events.add(event);
                byReference.putIfAbsent(event.reference(), event);
            }
        } else {
            rejected++;
        }
    }

    private void noteTime(Instant time) {
        if (time.isAfter(latest)) {
            latest = time;
        }
    }

    List<InputEvent> all() {
        return List.copyOf(events);
    }

    /** The largest time of a well-formed event of the whole history. */
    Instant latest() {
        return latest;
    }

    /** How many lines of the history are no event of the contract. */
    long rejected() {
        return rejected;
    }

    /** The event that evidence names, if it names one. */
    Optional<InputEvent> named(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }
}
