package io.customerpulse.jobs.kafka;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.Origin;
import io.customerpulse.functions.ingest.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Makes of a record an event or the dead letter that says why it is none. It is done in the source
 * because the watermark of a partition needs the event's own time. Whatever the record holds,
 * exactly one {@link Arrived} comes of it and nothing is thrown, so no record stops the job.
 *
 * <p>CloudEvents are read in structured mode, and in binary mode when a header {@code
 * ce_specversion} says so. An event dated further ahead of the wall clock than allowed is rejected
 * here: it would drag event time with it.
 */
final class EventDeserializer implements KafkaRecordDeserializationSchema<Arrived> {

    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE_PREFIX = "ce_";
    private static final String BINARY_MODE = ATTRIBUTE_PREFIX + "specversion";
    private static final String CONTENT_TYPE = "content-type";
    private static final byte[] NOTHING = {};

    private final Duration maxClockSkew;
    private final String policyVersion;
    private final WallClock clock;

    private transient EventDecoder decoder;

    EventDeserializer(Duration maxClockSkew, String policyVersion, WallClock clock) {
        this.maxClockSkew = maxClockSkew;
        this.policyVersion = policyVersion;
        this.clock = clock;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = new EventDecoder();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrived> out) {
        boolean binary = record.headers().lastHeader(BINARY_MODE) != null;
        Decoded decoded =
                binary
                        ? decoder.decodeBinary(attributes(record), record.value())
                        : decoder.decode(record.value());
        out.collect(arrived(record, binary, inBounds(decoded)));
    }

    private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> attributes = new HashMap<>();
        for (Header header : record.headers()) {
            String name = header.key().toLowerCase(Locale.ROOT);
            if (header.value() == null) {
                continue;
            }
            String text = new String(header.value(), StandardCharsets.UTF_8);
            if (name.startsWith(ATTRIBUTE_PREFIX)) {
                attributes.put(name.substring(ATTRIBUTE_PREFIX.length()), text);
            } else if (name.equals(CONTENT_TYPE)) {
                attributes.put(CONTENT_TYPE, text);
            }
        }
        return attributes;
    }

    private Decoded inBounds(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            InputEvent event = accepted.event();
            return inBounds(decoded, event.time(), event.subject());
        } else if (decoded instanceof Decoded.UnknownType unknown) {
            return inBounds(decoded, unknown.time(), unknown.subject());
        }
        return decoded;
    }

    private Decoded inBounds(Decoded decoded, Instant time, Optional<String> subject) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        if (!time.isAfter(now.plus(maxClockSkew))) {
            return decoded;
        }
        return new Decoded.Rejected(
                RejectionCode.TIME_AHEAD,
                "time is %s, which is %s ahead of the clock here; at most %s is allowed"
                        .formatted(time, Duration.between(now, time), maxClockSkew),
                Optional.of(time),
                subject);
    }

    private Arrived arrived(
            ConsumerRecord<byte[], byte[]> record, boolean binary, Decoded decoded) {
        Origin origin = new Origin(record.topic(), record.partition(), record.offset());
        if (decoded instanceof Decoded.Accepted accepted) {
            InputEvent event = accepted.event();
            return new Arrived(
                    origin,
                    new Received.Accepted(event, event.time(), Optional.empty()),
                    event.time().toEpochMilli(),
                    event.fact().type() == FactType.CLOCK_TICKED,
                    binary ? NOTHING : record.value());
        } else if (decoded instanceof Decoded.UnknownType unknown) {
            return new Arrived(
                    origin,
                    new Received.Unknown(unknown.type(), unknown.time()),
                    unknown.time().toEpochMilli(),
                    false,
                    NOTHING);
        }
        Decoded.Rejected rejected = (Decoded.Rejected) decoded;
        return new Arrived(
                origin,
                Received.Rejected.of(
                        rejected,
                        record.value() == null ? NOTHING : record.value(),
                        origin,
                        policyVersion),
                Arrived.NO_TIME,
                false,
                NOTHING);
    }

    @Override
    public TypeInformation<Arrived> getProducedType() {
        return ArrivedSerializer.TYPE;
    }
}
