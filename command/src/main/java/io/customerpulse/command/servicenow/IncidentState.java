package io.customerpulse.command.servicenow;

import java.util.Optional;

/** The states of an incident that matter to our events, in the log's words. */
enum IncidentState {
    NEW,
    ACTIVE,
    /** Any of "Awaiting User Info", "Awaiting Problem", "Awaiting Vendor", "Awaiting Evidence". */
    AWAITING,
    RESOLVED,
    CLOSED;

    /** The state of that name in the log, if it is one we know. */
    static Optional<IncidentState> named(String name) {
        if (name.startsWith("Awaiting ")) {
            return Optional.of(AWAITING);
        }
        return switch (name) {
            case "New" -> Optional.of(NEW);
            case "Active" -> Optional.of(ACTIVE);
            case "Resolved" -> Optional.of(RESOLVED);
            case "Closed" -> Optional.of(CLOSED);
            default -> Optional.empty();
        };
    }

    /** Whether somebody still owes the customer something. */
    boolean isOpen() {
        return this == NEW || this == ACTIVE || this == AWAITING;
    }
}
