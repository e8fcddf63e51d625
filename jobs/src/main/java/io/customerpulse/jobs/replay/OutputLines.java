package io.customerpulse.jobs.replay;

import io.customerpulse.events.codec.Envelope;
import io.customerpulse.events.codec.EnvelopeReader;
import java.time.Instant;
import java.util.OptionalLong;

/** Reads from a written line what it is sorted by: (time, subject, type, id). */
final class OutputLines {

    private static final byte[] NOTHING = new byte[0];

    private final EnvelopeReader reader = new EnvelopeReader();

    SortRecord read(byte[] line) {
        Envelope envelope = reader.read(line);
        OptionalLong time = envelope.time().stream().mapToLong(Instant::toEpochMilli).findFirst();
        String subject = envelope.subject().orElse("");
        return new SortRecord(
                SortKey.of(time, subject, envelope.type().orElse(""), envelope.id().orElse("")),
                line,
                NOTHING);
    }
}
