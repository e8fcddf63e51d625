package io.customerpulse.events.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to the service itself. Without a customer these reach everyone concerned. */
public sealed interface ServiceFact extends Fact {

    /** An incident began. {@code customers} wins over the subject; without both it concerns all. */
    record IncidentOpened(
            String incidentId,
            Optional<String> service,
            Optional<String> severity,
            Optional<List<String>> customers)
            implements ServiceFact {
        @Override
        public FactType type() {
            return FactType.INCIDENT_OPENED;
        }
    }

    /** An incident ended, for everyone. */
    record IncidentResolved(
            String incidentId,
            Optional<String> service,
            Optional<String> severity,
            Optional<List<String>> customers)
            implements ServiceFact {
        @Override
        public FactType type() {
            return FactType.INCIDENT_RESOLVED;
        }
    }

    /** Planned maintenance in {@code [start, end)}; without services it covers all of them. */
    record MaintenanceScheduled(
            Instant start, Instant end, Optional<Instant> announcedAt, List<String> services)
            implements ServiceFact {
        @Override
        public FactType type() {
            return FactType.MAINTENANCE_SCHEDULED;
        }
    }

    /** Something beyond anyone's control began. */
    record ForceMajeureDeclared(String cause) implements ServiceFact {
        @Override
        public FactType type() {
            return FactType.FORCE_MAJEURE_DECLARED;
        }
    }

    /** Something beyond anyone's control ended. */
    record ForceMajeureEnded(String cause) implements ServiceFact {
        @Override
        public FactType type() {
            return FactType.FORCE_MAJEURE_ENDED;
        }
    }
}
