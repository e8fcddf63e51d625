package io.customerpulse.functions.serialization;

import io.customerpulse.rules.customer.SharedCauses;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes the open causes of a shard; they know their own format. */
public final class SharedCausesSerializer extends PulseSerializer<SharedCauses> {

    public static final SharedCausesSerializer INSTANCE = new SharedCausesSerializer();

    private static final long serialVersionUID = 1L;

    private SharedCausesSerializer() {
        super(false);
    }

    @Override
    public void serialize(SharedCauses value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public SharedCauses deserialize(DataInputView source) throws IOException {
        return SharedCauses.read(source);
    }

    @Override
    public TypeSerializerSnapshot<SharedCauses> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SharedCauses> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
