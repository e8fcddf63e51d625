package io.customerpulse.jobs.replay;

import io.customerpulse.functions.serialization.PulseSerializer;
import io.customerpulse.functions.serialization.SerializedType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a {@link SpooledLine} field by field, both on the wire and in the spool file. */
public final class SpooledLineSerializer extends PulseSerializer<SpooledLine> {

    private static final long serialVersionUID = 1L;

    /** It has no state, so one is enough. */
    public static final SpooledLineSerializer INSTANCE = new SpooledLineSerializer();

    /** The type that uses it. */
    public static final TypeInformation<SpooledLine> TYPE =
            new SerializedType<>(SpooledLine.class, INSTANCE);

    private SpooledLineSerializer() {
        super(true);
    }

    @Override
    public void serialize(SpooledLine line, DataOutputView target) throws IOException {
        target.writeUTF(line.file());
        target.writeLong(line.line());
        target.writeInt(line.bytes().length);
        target.write(line.bytes());
        target.writeLong(line.time());
        target.writeLong(line.effectiveAt());
        target.writeBoolean(line.late());
        target.writeLong(line.lateByMillis());
        target.writeLong(line.watermark());
    }

    @Override
    public SpooledLine deserialize(DataInputView source) throws IOException {
        return new SpooledLine(
                source.readUTF(),
                source.readLong(),
                readBytes(source),
                source.readLong(),
                source.readLong(),
                source.readBoolean(),
                source.readLong(),
                source.readLong());
    }

    private static byte[] readBytes(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return bytes;
    }

    @Override
    public SpooledLine createInstance() {
        return new SpooledLine(
                "",
                0,
                new byte[0],
                SpooledLine.NO_TIME,
                SpooledLine.NO_TIME,
                false,
                0,
                SpooledLine.NO_TIME);
    }

    @Override
    public TypeSerializerSnapshot<SpooledLine> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form of the serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SpooledLine> {

        /** Called by Flink when a checkpoint is read. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
