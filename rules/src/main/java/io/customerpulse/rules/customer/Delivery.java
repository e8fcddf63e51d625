package io.customerpulse.rules.customer;

import io.customerpulse.events.InputEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * An event on its way to one customer's record.
 *
 * @param customer whose record
 * @param at the event time from which it counts: the event's own, but the stream's current one for
 *     a late event and the customer's arrival for a shared cause that was open before
 * @param event what happened
 * @param concerned whether the event's content concerns this customer; a shared event that names
 *     others only tells that its subject exists
 * @param lateness how late it was, if it was
 */
public record Delivery(
        String customer,
        Instant at,
        InputEvent event,
        boolean concerned,
        Optional<Lateness> lateness) {

    /**
     * The order in which the events of one customer apply: by instant, then source and id; causes
     * that were open already come before what happens at the instant. Type and content decide
     * between events that wrongly share an identity, so that the order never depends on arrival.
     */
    public static final Comparator<Delivery> ORDER =
            Comparator.comparing(Delivery::at)
                    .thenComparing(d -> d.lateness().isPresent() ? d.at() : d.event().time())
                    .thenComparing(d -> d.event().source())
                    .thenComparing(d -> d.event().id())
                    .thenComparing(d -> d.event().time())
                    .thenComparing(d -> d.event().fact().type())
                    .thenComparing(d -> d.event().fact().toString());

    /**
     * What is known of a late event beside its content.
     *
     * @param by how far it was behind the lateness bound
     * @param original the event as it came, as JSON
     */
    public record Lateness(Duration by, String original) {}

    /** An event that arrived in time, for the customer it names. */
    public static Delivery onTime(String customer, InputEvent event) {
        return new Delivery(customer, event.time(), event, true, Optional.empty());
    }
}
