package io.customerpulse.jobs.pattern;

import io.customerpulse.functions.serialization.SerializedType;
import io.customerpulse.functions.serialization.SignalSerializer;
import io.customerpulse.rules.signal.Signal;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Counts how often a signal is written or read. The count is of the whole process, since Flink
 * copies serializers.
 */
final class CountingSerializer extends TypeSerializerSingleton<Signal> {

    static final AtomicLong COUNT = new AtomicLong();

    static final TypeInformation<Signal> TYPE =
            new SerializedType<>(Signal.class, new CountingSerializer());

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public Signal createInstance() {
        return null;
    }

    @Override
    public Signal copy(Signal from) {
        return from;
    }

    @Override
    public Signal copy(Signal from, Signal reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(Signal signal, DataOutputView target) throws IOException {
        COUNT.incrementAndGet();
        SignalSerializer.INSTANCE.serialize(signal, target);
    }

    @Override
    public Signal deserialize(DataInputView source) throws IOException {
        COUNT.incrementAndGet();
        return SignalSerializer.INSTANCE.deserialize(source);
    }

    @Override
    public Signal deserialize(Signal reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<Signal> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Signal> {
        public Snapshot() {
            super(CountingSerializer::new);
        }
    }
}
