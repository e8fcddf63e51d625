package io.customerpulse.functions.serialization;

import io.customerpulse.rules.customer.CustomerRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes a customer's record; the record knows its own format. */
public final class CustomerRecordSerializer extends PulseSerializer<CustomerRecord> {

    public static final CustomerRecordSerializer INSTANCE = new CustomerRecordSerializer();

    private static final long serialVersionUID = 1L;

    private CustomerRecordSerializer() {
        super(false);
    }

    @Override
    public void serialize(CustomerRecord value, DataOutputView target) throws IOException {
        value.write(target);
    }

    @Override
    public CustomerRecord deserialize(DataInputView source) throws IOException {
        return CustomerRecord.read(source);
    }

    @Override
    public TypeSerializerSnapshot<CustomerRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CustomerRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
