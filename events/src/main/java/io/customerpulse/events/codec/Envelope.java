package io.customerpulse.events.codec;

import java.time.Instant;
import java.util.Optional;

/**
 * What can be seen of an event without reading its data: each part as far as the line shows it in
 * sound form.
 *
 * @param time the event time, to the millisecond
 * @param subject the subject, or the key of a tombstone
 * @param type the event type
 * @param source the source
 * @param id the id
 */
public record Envelope(
        Optional<Instant> time,
        Optional<String> subject,
        Optional<String> type,
        Optional<String> source,
        Optional<String> id) {}
