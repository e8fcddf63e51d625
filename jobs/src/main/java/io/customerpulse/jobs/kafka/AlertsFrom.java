package io.customerpulse.jobs.kafka;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Topic;
import java.io.Serializable;
import java.time.Instant;

/**
 * Keeps a first run over a year of history from paging anybody: what alerts people is published
 * only if it is dated at or after an instant. Everything is computed all the same.
 *
 * @param from the instant; {@link Instant#MIN} if everything is published
 */
record AlertsFrom(Instant from) implements Serializable {

    /** Whether this is published. */
    boolean publishes(Emission emission) {
        return !alerts(emission.topic())
                || !(emission instanceof OutputEvent event)
                || event.time().filter(at -> at.isBefore(from)).isEmpty();
    }

    private static boolean alerts(Topic topic) {
        return topic == Topic.ESCALATIONS || topic == Topic.INTERVENTIONS;
    }
}
