package io.customerpulse.functions.serialization;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Values as bytes and back. */
final class Bytes {

    private Bytes() {}

    static <T> byte[] of(TypeSerializer<T> serializer, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    /**
     * The value, of which the bytes must be nothing more.
     *
     * @throws IllegalArgumentException if bytes are left over
     */
    static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        T value = serializer.deserialize(in);
        if (in.available() > 0) {
            throw new IllegalArgumentException(in.available() + " bytes are left over");
        }
        return value;
    }
}
