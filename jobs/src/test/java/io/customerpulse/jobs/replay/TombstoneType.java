package io.customerpulse.jobs.replay;

import io.customerpulse.events.Emission;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The type of a stream of emissions that are all tombstones, the smallest ones there are. */
final class TombstoneType extends TypeInformation<Emission> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<Emission> getTypeClass() {
        return Emission.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<Emission> createSerializer(SerializerConfig config) {
        return new TombstoneSerializer();
    }

    @Override
    public String toString() {
        return "Tombstone";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TombstoneType;
    }

    @Override
    public int hashCode() {
        return TombstoneType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof TombstoneType;
    }

    /** Writes topic, key and time. */
    static final class TombstoneSerializer extends TypeSerializerSingleton<Emission> {

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Emission emission, DataOutputView target) throws IOException {
            target.writeUTF(emission.topic().name());
            target.writeUTF(emission.key());
            target.writeLong(((Tombstone) emission).time().toEpochMilli());
        }

        @Override
        public Emission deserialize(DataInputView source) throws IOException {
            return new Tombstone(
                    Topic.valueOf(source.readUTF()),
                    source.readUTF(),
                    Instant.ofEpochMilli(source.readLong()));
        }

        @Override
        public Emission deserialize(Emission reuse, DataInputView source) throws IOException {
            return deserialize(source);
        }

        @Override
        public void copy(DataInputView source, DataOutputView target) throws IOException {
            serialize(deserialize(source), target);
        }

        @Override
        public Emission copy(Emission from) {
            return from;
        }

        @Override
        public Emission copy(Emission from, Emission reuse) {
            return from;
        }

        @Override
        public Emission createInstance() {
            return new Tombstone(Topic.RISK_SCORES, "", Instant.EPOCH);
        }

        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public TypeSerializerSnapshot<Emission> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Restores the serializer above. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Emission> {
            public Snapshot() {
                super(TombstoneSerializer::new);
            }
        }
    }
}
