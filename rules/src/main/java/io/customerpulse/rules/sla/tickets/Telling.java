package io.customerpulse.rules.sla.tickets;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.rules.sla.SlaSignal;
import java.util.ArrayList;
import java.util.List;

/** Collects what an instant has to tell. */
final class Telling {

    private final List<SlaSignal> signals = new ArrayList<>();
    private final List<OutputEvent> results = new ArrayList<>();

    void signal(SlaSignal signal) {
        signals.add(signal);
    }

    void publish(OutputEvent result) {
        results.add(result);
    }

    List<SlaSignal> signals() {
        return List.copyOf(signals);
    }

    List<OutputEvent> results() {
        return List.copyOf(results);
    }
}
