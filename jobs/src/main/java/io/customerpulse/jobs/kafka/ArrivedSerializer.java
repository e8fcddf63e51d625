package io.customerpulse.jobs.kafka;

import io.customerpulse.events.result.Origin;
import io.customerpulse.functions.serialization.PulseSerializer;
import io.customerpulse.functions.serialization.ReceivedSerializer;
import io.customerpulse.functions.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes an {@link Arrived}. The steps it passes between are chained, so this is used only where
 * somebody has switched chaining off.
 */
public final class ArrivedSerializer extends PulseSerializer<Arrived> {

    private static final long serialVersionUID = 1L;

    static final ArrivedSerializer INSTANCE = new ArrivedSerializer();

    /** The type that uses it. */
    static final TypeInformation<Arrived> TYPE = new SerializedType<>(Arrived.class, INSTANCE);

    private ArrivedSerializer() {
        super(true);
    }

    @Override
    public void serialize(Arrived arrived, DataOutputView target) throws IOException {
        target.writeUTF(arrived.origin().topic());
        target.writeInt(arrived.origin().partition());
        target.writeLong(arrived.origin().offset());
        ReceivedSerializer.INSTANCE.serialize(arrived.received(), target);
        target.writeLong(arrived.time());
        target.writeBoolean(arrived.tick());
        target.writeInt(arrived.structured().length);
        target.write(arrived.structured());
    }

    @Override
    public Arrived deserialize(DataInputView source) throws IOException {
        return new Arrived(
                new Origin(source.readUTF(), source.readInt(), source.readLong()),
                ReceivedSerializer.INSTANCE.deserialize(source),
                source.readLong(),
                source.readBoolean(),
                readBytes(source));
    }

    private static byte[] readBytes(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return bytes;
    }

    @Override
    public TypeSerializerSnapshot<Arrived> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer where state is stored. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Arrived> {

        /** Called by Flink when a checkpoint is read. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
