package io.customerpulse.functions;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.ServiceFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to the service, in the words of the tests. */
public final class Service {

    private Service() {}

    /** An incident that concerns everyone. */
    public static InputEvent incidentOpens(String incident, String at) {
        return opens(incident, Optional.empty(), at);
    }

    /** An incident that concerns the customers it names. */
    public static InputEvent incidentOpensFor(List<String> customers, String incident, String at) {
        return opens(incident, Optional.of(customers), at);
    }

    /** An incident of one service that concerns everyone. */
    public static InputEvent incidentOpensIn(String service, String incident, String at) {
        return event(
                at,
                incident + " opened",
                new ServiceFact.IncidentOpened(
                        incident, Optional.of(service), Optional.empty(), Optional.empty()));
    }

    /** Maintenance of some services, announced when the event says so. */
    public static InputEvent maintenanceIsScheduled(
            List<String> services, String start, String end, String at) {
        return event(
                at,
                "maintenance from " + start,
                new ServiceFact.MaintenanceScheduled(
                        Instant.parse(start), Instant.parse(end), Optional.empty(), services));
    }

    public static InputEvent incidentResolves(String incident, String at) {
        return event(
                at,
                incident + " resolved",
                new ServiceFact.IncidentResolved(
                        incident, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Force majeure for everyone. */
    public static InputEvent forceMajeureIsDeclared(String cause, String at) {
        return event(at, cause + " declared", new ServiceFact.ForceMajeureDeclared(cause));
    }

    public static InputEvent forceMajeureEnds(String cause, String at) {
        return event(at, cause + " ended", new ServiceFact.ForceMajeureEnded(cause));
    }

    private static InputEvent opens(String incident, Optional<List<String>> customers, String at) {
        return event(
                at,
                incident + " opened",
                new ServiceFact.IncidentOpened(
                        incident, Optional.empty(), Optional.empty(), customers));
    }

    private static InputEvent event(String at, String says, Fact fact) {
        return new InputEvent(
                "/status", says + " " + at, Instant.parse(at), Optional.empty(), fact);
    }
}
