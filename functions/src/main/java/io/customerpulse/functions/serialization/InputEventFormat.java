package io.customerpulse.functions.serialization;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.codec.Decoded;
import io.customerpulse.events.codec.EventDecoder;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.fact.Fact;
import io.customerpulse.events.fact.UsageFact;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an input event travels between operators and waits in state: the dense types packed, all
 * others as the JSON of the contract, which any later version reads.
 */
final class InputEventFormat {

    private static final int AS_JSON = 0;
    private static final int FEATURE_USED = 1;
    private static final int USAGE_RECORDED = 2;

    private static final EventEncoder ENCODER = new EventEncoder();
    private static final EventDecoder DECODER = new EventDecoder();

    private InputEventFormat() {}

    static void write(CompactOutput out, InputEvent event) throws IOException {
        Fact fact = event.fact();
        if (fact instanceof UsageFact.FeatureUsed used) {
            out.writeByte(FEATURE_USED);
            writeEnvelope(out, event);
            out.writeText(used.userId());
            out.writeText(used.feature());
        } else if (fact instanceof UsageFact.Recorded recorded) {
            out.writeByte(USAGE_RECORDED);
            writeEnvelope(out, event);
            out.writeNumber(recorded.day().toEpochDay());
            out.writeCount(recorded.activeUsers());
            writeOptional(out, recorded.sessions());
            out.writeAll(recorded.featuresUsed(), CompactOutput::writeText);
            writeOptional(out, recorded.contentItems());
            writeOptional(out, recorded.integrationsActive());
        } else {
            out.writeByte(AS_JSON);
            out.writeBytes(ENCODER.encode(event));
        }
    }

    static InputEvent read(CompactInput in) throws IOException {
        int format = in.readByte();
        return switch (format) {
            case AS_JSON -> decoded(in.readBytes());
            case FEATURE_USED -> {
                Envelope envelope = Envelope.read(in);
                yield envelope.with(new UsageFact.FeatureUsed(in.readText(), in.readText()));
            }
            case USAGE_RECORDED -> {
                Envelope envelope = Envelope.read(in);
                yield envelope.with(
                        new UsageFact.Recorded(
                                LocalDate.ofEpochDay(in.readNumber()),
                                in.readSize(),
                                readOptional(in),
                                in.readAll(CompactInput::readText),
                                readOptional(in),
                                readOptional(in)));
            }
            default ->
                    throw new IOException(
                            "input event of format " + format + ", which this version cannot read");
        };
    }

    private static InputEvent decoded(byte[] json) throws IOException {
        Decoded decoded = DECODER.decode(json);
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.event();
        }
        throw new IOException("an event in flight or in state cannot be read: " + decoded);
    }

    private record Envelope(String source, String id, Instant time, Optional<String> subject) {

        static Envelope read(CompactInput in) throws IOException {
            return new Envelope(
                    in.readText(),
                    in.readText(),
                    in.readInstant(),
                    in.readOptional(CompactInput::readText));
        }

        InputEvent with(Fact fact) {
            return new InputEvent(source, id, time, subject, fact);
        }
    }

    private static void writeEnvelope(CompactOutput out, InputEvent event) throws IOException {
        out.writeText(event.source());
        out.writeText(event.id());
        out.writeInstant(event.time());
        out.writeOptional(event.subject(), CompactOutput::writeText);
    }

    private static void writeOptional(CompactOutput out, OptionalInt value) throws IOException {
        out.writeCount(value.isPresent() ? value.getAsInt() + 1L : 0);
    }

    private static OptionalInt readOptional(CompactInput in) throws IOException {
        long value = in.readCount();
        return value == 0 ? OptionalInt.empty() : OptionalInt.of((int) (value - 1));
    }
}
