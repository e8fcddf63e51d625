package io.customerpulse.functions.serialization;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what sources hand on. */
public final class ReceivedSerializer extends PulseSerializer<Received> {

    public static final ReceivedSerializer INSTANCE = new ReceivedSerializer();

    private static final long serialVersionUID = 1L;

    private ReceivedSerializer() {
        super(true);
    }

    private static final int ACCEPTED = 0;
    private static final int REJECTED = 1;
    private static final int UNKNOWN = 2;

    @Override
    public void serialize(Received received, DataOutputView target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        if (received instanceof Received.Accepted accepted) {
            out.writeByte(ACCEPTED);
            InputEventFormat.write(out, accepted.event());
            out.writeInstant(accepted.at());
            out.writeOptional(accepted.lateness(), LatenessFormat::write);
        } else if (received instanceof Received.Rejected rejected) {
            out.writeByte(REJECTED);
            EmissionSerializer.INSTANCE.serialize(rejected.deadLetter(), target);
        } else if (received instanceof Received.Unknown unknown) {
            out.writeByte(UNKNOWN);
            out.writeText(unknown.type());
            out.writeInstant(unknown.at());
        }
    }

    @Override
    public Received deserialize(DataInputView source) throws IOException {
        CompactInput in = new CompactInput(source);
        int kind = in.readByte();
        return switch (kind) {
            case ACCEPTED ->
                    new Received.Accepted(
                            InputEventFormat.read(in),
                            in.readInstant(),
                            in.readOptional(LatenessFormat::read));
            case REJECTED ->
                    new Received.Rejected(
                            (OutputEvent) EmissionSerializer.INSTANCE.deserialize(source));
            case UNKNOWN -> new Received.Unknown(in.readText(), in.readInstant());
            default -> throw new IOException("unknown kind of received event: " + kind);
        };
    }

    @Override
    public TypeSerializerSnapshot<Received> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Received> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
