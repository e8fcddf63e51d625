package io.customerpulse.functions.serialization;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The common part of our serializers. What they write says its own format version, so that a newer
 * version of the application reads what an older one left in a savepoint; the snapshot only names
 * the serializer.
 *
 * @param <T> the type
 */
public abstract class PulseSerializer<T> extends TypeSerializerSingleton<T> {

    private static final long serialVersionUID = 1L;

    private final boolean immutable;

    /**
     * @param immutable whether values never change, so that a copy is the value itself
     */
    protected PulseSerializer(boolean immutable) {
        this.immutable = immutable;
    }

    @Override
    public boolean isImmutableType() {
        return immutable;
    }

    /** The serializer contract asks for an empty instance, but nothing here is ever reused. */
    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        if (immutable) {
            return from;
        }
        try {
            DataOutputSerializer out = new DataOutputSerializer(512);
            serialize(from, out);
            return deserialize(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory is always writable", impossible);
        }
    }

    @Override
    public T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }
}
