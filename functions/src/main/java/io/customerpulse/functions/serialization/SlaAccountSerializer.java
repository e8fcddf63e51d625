package io.customerpulse.functions.serialization;

import io.customerpulse.rules.sla.tickets.SlaAccount;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what a customer's clocks have in common; it knows its own format. */
public final class SlaAccountSerializer extends PulseSerializer<SlaAccount> {

    public static final SlaAccountSerializer INSTANCE = new SlaAccountSerializer();

    private static final long serialVersionUID = 1L;

    private SlaAccountSerializer() {
        super(false);
    }

    @Override
    public void serialize(SlaAccount value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public SlaAccount deserialize(DataInputView source) throws IOException {
        return SlaAccount.read(source);
    }

    @Override
    public TypeSerializerSnapshot<SlaAccount> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SlaAccount> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
