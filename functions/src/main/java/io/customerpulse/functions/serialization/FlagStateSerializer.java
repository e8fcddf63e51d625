package io.customerpulse.functions.serialization;

import io.customerpulse.rules.flag.FlagState;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes a customer's flags; it knows its own format. */
public final class FlagStateSerializer extends PulseSerializer<FlagState> {

    public static final FlagStateSerializer INSTANCE = new FlagStateSerializer();

    private static final long serialVersionUID = 1L;

    private FlagStateSerializer() {
        super(false);
    }

    @Override
    public void serialize(FlagState value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public FlagState deserialize(DataInputView source) throws IOException {
        return FlagState.read(source);
    }

    @Override
    public TypeSerializerSnapshot<FlagState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<FlagState> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
