package io.customerpulse.functions.serialization;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what is on its way to an output topic, as the JSON that will be written. */
public final class EmissionSerializer extends PulseSerializer<Emission> {

    public static final EmissionSerializer INSTANCE = new EmissionSerializer();

    private static final long serialVersionUID = 1L;

    private EmissionSerializer() {
        super(true);
    }

    private static final int EVENT = 0;
    private static final int TOMBSTONE = 1;

    private static final EventEncoder ENCODER = new EventEncoder();
    private static final ResultDecoder DECODER = new ResultDecoder();

    @Override
    public void serialize(Emission emission, DataOutputView target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        if (emission instanceof OutputEvent event) {
            out.writeByte(EVENT);
            out.writeBytes(ENCODER.encode(event));
        } else if (emission instanceof Tombstone tombstone) {
            out.writeByte(TOMBSTONE);
            out.writeText(tombstone.topic().topicName());
            out.writeText(tombstone.key());
            out.writeInstant(tombstone.time());
        }
    }

    @Override
    public Emission deserialize(DataInputView source) throws IOException {
        CompactInput in = new CompactInput(source);
        int kind = in.readByte();
        return switch (kind) {
            case EVENT -> DECODER.decode(in.readBytes());
            case TOMBSTONE ->
                    new Tombstone(
                            Topic.named(in.readText()).orElseThrow(),
                            in.readText(),
                            in.readInstant());
            default -> throw new IOException("unknown kind of emission: " + kind);
        };
    }

    @Override
    public TypeSerializerSnapshot<Emission> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Emission> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
