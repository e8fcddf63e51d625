package io.customerpulse.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A short history for tests: acme's contract ends in spring, its sponsor leaves and its budget is
 * cut; globex has a ticket and a survey answer that cannot be; an incident of seven hours reaches
 * everyone, and a last one only initech, of which nothing else is known.
 */
final class Story {

    static final String EVENTS =
            """
            {"specversion":"1.0","id":"1","source":"/crm","type":"contract.signed","subject":"acme","time":"2025-04-01T00:00:00Z","data":{"end":"2026-04-01"}}
            {"specversion":"1.0","id":"2","source":"/crm","type":"stakeholder.departed","subject":"acme","time":"2026-01-12T09:00:00Z","data":{"role":"EXECUTIVE_SPONSOR"}}
            {"specversion":"1.0","id":"3","source":"/crm","type":"organization.changed","subject":"acme","time":"2026-01-20T08:00:00Z","data":{"change":"BUDGET_CUT"}}
            {"specversion":"1.0","id":"4","source":"/helpdesk","type":"ticket.opened","subject":"globex","time":"2026-01-23T15:30:00Z","data":{"ticketId":"T-1","severity":"P2"}}
            {"specversion":"1.0","id":"5","source":"/surveys","type":"survey.answered","subject":"globex","time":"2026-01-24T10:00:00Z","data":{"survey":"CSAT","score":7}}
            {"specversion":"1.0","id":"6","source":"/status","type":"incident.opened","time":"2026-01-26T06:00:00Z","data":{"incidentId":"I-7"}}
            {"specversion":"1.0","id":"7","source":"/status","type":"incident.resolved","time":"2026-01-26T13:00:00Z","data":{"incidentId":"I-7"}}
            {"specversion":"1.0","id":"8","source":"/status","type":"incident.opened","time":"2026-01-27T06:00:00Z","data":{"incidentId":"I-8","customers":["initech"]}}
            {"specversion":"1.0","id":"9","source":"/status","type":"moon.rose","time":"2026-01-27T12:00:00Z"}
            """;

    private Story() {}

    /** Writes the history to a file of this directory. */
    static Path in(Path directory) {
        return write(directory.resolve("events.ndjson"), EVENTS);
    }

    /** Writes any text to a file. */
    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
