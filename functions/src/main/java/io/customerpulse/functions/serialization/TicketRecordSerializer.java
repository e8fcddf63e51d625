package io.customerpulse.functions.serialization;

import io.customerpulse.rules.sla.tickets.TicketRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what is kept of a ticket; it knows its own format. */
public final class TicketRecordSerializer extends PulseSerializer<TicketRecord> {

    public static final TicketRecordSerializer INSTANCE = new TicketRecordSerializer();

    private static final long serialVersionUID = 1L;

    private TicketRecordSerializer() {
        super(false);
    }

    @Override
    public void serialize(TicketRecord value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public TicketRecord deserialize(DataInputView source) throws IOException {
        return TicketRecord.read(source);
    }

    @Override
    public TypeSerializerSnapshot<TicketRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<TicketRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
