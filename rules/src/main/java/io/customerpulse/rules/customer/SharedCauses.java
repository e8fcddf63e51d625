package io.customerpulse.rules.customer;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.fact.MarketFact;
import io.customerpulse.events.fact.ServiceFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shared causes that are still open, and the shared events applied lately. */
public final class SharedCauses {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 2;

    private static final int WITHOUT_FORCE_MAJEURE = 1;

    private static final EventEncoder ENCODER = new EventEncoder();
    private static final EventDecoder DECODER = new EventDecoder();

    private final Map<String, InputEvent> openIncidents = new TreeMap<>();
    private final Map<String, InputEvent> downturns = new TreeMap<>();
    private final Map<String, InputEvent> forceMajeure = new TreeMap<>();
    private List<InputEvent> maintenance = new ArrayList<>();
    private SeenEvents seen = new SeenEvents();

    /** The event that opened the incident, if it is open. */
    Optional<InputEvent> openIncident(String incidentId) {
        return Optional.ofNullable(openIncidents.get(incidentId));
    }

    void open(String incidentId, InputEvent event) {
        openIncidents.put(incidentId, event);
    }

    void resolve(String incidentId) {
        openIncidents.remove(incidentId);
    }

    /** A downturn of everyone in the industry; one that lasts keeps its first event. */
    void beginDownturn(String industry, InputEvent event) {
        downturns.putIfAbsent(industry, event);
    }

    void endDownturn(String industry) {
        downturns.remove(industry);
    }

    /** Force majeure for everyone; a cause that lasts keeps its first event. */
    void declareForceMajeure(String cause, InputEvent event) {
        forceMajeure.putIfAbsent(cause, event);
    }

    void endForceMajeure(String cause) {
        forceMajeure.remove(cause);
    }

    void schedule(InputEvent event) {
        maintenance.add(event);
    }

    SeenEvents seen() {
        return seen;
    }

    /** The causes open at this instant that concern everyone, in a fixed order. */
    List<InputEvent> concerningEveryone(Instant at) {
        List<InputEvent> causes = new ArrayList<>();
        openIncidents.values().stream().filter(Directory::concernsEveryone).forEach(causes::add);
        causes.addAll(downturns.values());
        causes.addAll(forceMajeure.values());
        maintenance.stream().filter(event -> endsAfter(event, at)).forEach(causes::add);
        return causes;
    }

    /** Forgets maintenance that is over. */
    void expire(Instant at) {
        maintenance.removeIf(event -> !endsAfter(event, at));
    }

    private static boolean endsAfter(InputEvent event, Instant at) {
        return event.fact() instanceof ServiceFact.MaintenanceScheduled scheduled
                && scheduled.end().isAfter(at);
    }

    /** Writes the causes in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        out.writeAll(openIncidents.values(), SharedCauses::writeEvent);
        out.writeAll(downturns.values(), SharedCauses::writeEvent);
        out.writeAll(maintenance, SharedCauses::writeEvent);
        seen.write(out);
        out.writeAll(forceMajeure.values(), SharedCauses::writeEvent);
    }

    /**
     * Reads the causes.
     *
     * @throws IOException if the bytes are not of this or an earlier format
     */
    public static SharedCauses read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        int format = in.readByte();
        if (format != FORMAT && format != WITHOUT_FORCE_MAJEURE) {
            throw new IOException(
                    "shared causes of format "
                            + format
                            + ", but this version reads up to format "
                            + FORMAT
                            + ": restore with the version that wrote it, or a newer one");
        }
        SharedCauses causes = new SharedCauses();
        for (InputEvent event : in.readAll(SharedCauses::readEvent)) {
            if (event.fact() instanceof ServiceFact.IncidentOpened opened) {
                causes.open(opened.incidentId(), event);
            }
        }
        for (InputEvent event : in.readAll(SharedCauses::readEvent)) {
            if (event.fact() instanceof MarketFact.DownturnStarted started) {
                causes.beginDownturn(started.industry(), event);
            }
        }
        causes.maintenance = in.readAll(SharedCauses::readEvent);
        causes.seen = SeenEvents.read(in);
        if (format == WITHOUT_FORCE_MAJEURE) {
            return causes;
        }
        for (InputEvent event : in.readAll(SharedCauses::readEvent)) {
            if (event.fact() instanceof ServiceFact.ForceMajeureDeclared declared) {
                causes.declareForceMajeure(declared.cause(), event);
            }
        }
        return causes;
    }

    private static void writeEvent(CompactOutput out, InputEvent event) throws IOException {
        out.writeBytes(ENCODER.encode(event));
    }

    private static InputEvent readEvent(CompactInput in) throws IOException {
        Decoded decoded = DECODER.decode(in.readBytes());
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.event();
        }
        throw new IOException("a shared event in the state cannot be read: " + decoded);
    }
}
