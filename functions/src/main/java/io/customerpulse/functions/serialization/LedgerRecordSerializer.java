package io.customerpulse.functions.serialization;

import io.customerpulse.rules.sla.ledger.LedgerRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what is kept for a customer's credits and reports; it knows its own format. */
public final class LedgerRecordSerializer extends PulseSerializer<LedgerRecord> {

    public static final LedgerRecordSerializer INSTANCE = new LedgerRecordSerializer();

    private static final long serialVersionUID = 1L;

    private LedgerRecordSerializer() {
        super(false);
    }

    @Override
    public void serialize(LedgerRecord value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public LedgerRecord deserialize(DataInputView source) throws IOException {
        return LedgerRecord.read(source);
    }

    @Override
    public TypeSerializerSnapshot<LedgerRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<LedgerRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
