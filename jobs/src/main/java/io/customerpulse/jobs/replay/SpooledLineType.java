package io.customerpulse.jobs.replay;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink to use {@link SpooledLineSerializer}. */
public final class SpooledLineType extends TypeInformation<SpooledLine> {

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
    public Class<SpooledLine> getTypeClass() {
        return SpooledLine.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<SpooledLine> createSerializer(SerializerConfig config) {
        return SpooledLineSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "SpooledLine";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpooledLineType;
    }

    @Override
    public int hashCode() {
        return SpooledLineType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof SpooledLineType;
    }
}
