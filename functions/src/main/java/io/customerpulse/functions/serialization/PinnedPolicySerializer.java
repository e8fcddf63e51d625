package io.customerpulse.functions.serialization;

import io.customerpulse.rules.sla.PinnedPolicy;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes a version of the policy that clocks keep to; it knows its own format. */
public final class PinnedPolicySerializer extends PulseSerializer<PinnedPolicy> {

    public static final PinnedPolicySerializer INSTANCE = new PinnedPolicySerializer();

    private static final long serialVersionUID = 1L;

    private PinnedPolicySerializer() {
        super(true);
    }

    @Override
    public void serialize(PinnedPolicy value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public PinnedPolicy deserialize(DataInputView source) throws IOException {
        return PinnedPolicy.read(source);
    }

    @Override
    public TypeSerializerSnapshot<PinnedPolicy> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PinnedPolicy> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
