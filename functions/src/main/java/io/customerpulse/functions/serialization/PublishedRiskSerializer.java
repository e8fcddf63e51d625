package io.customerpulse.functions.serialization;

import io.customerpulse.rules.risk.PublishedRisk;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what was published of a customer's risk; it knows its own format. */
public final class PublishedRiskSerializer extends PulseSerializer<PublishedRisk> {

    public static final PublishedRiskSerializer INSTANCE = new PublishedRiskSerializer();

    private static final long serialVersionUID = 1L;

    private PublishedRiskSerializer() {
        super(false);
    }

    @Override
    public void serialize(PublishedRisk value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public PublishedRisk deserialize(DataInputView source) throws IOException {
        return PublishedRisk.read(source);
    }

    @Override
    public TypeSerializerSnapshot<PublishedRisk> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PublishedRisk> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
