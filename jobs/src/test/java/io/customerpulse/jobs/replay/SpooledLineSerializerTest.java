package io.customerpulse.jobs.replay;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Flink's own rules for serializers, round trip and snapshot among them. */
class SpooledLineSerializerTest extends SerializerTestBase<SpooledLine> {

    @Override
    protected TypeSerializer<SpooledLine> createSerializer() {
        return SpooledLineSerializer.INSTANCE;
    }

    /** The length of a line is not fixed. */
    @Override
    protected int getLength() {
        return -1;
    }

    @Override
    protected Class<SpooledLine> getTypeClass() {
        return SpooledLine.class;
    }

    @Override
    protected SpooledLine[] getTestData() {
        byte[] bytes = "{\"naïve\":\"語\"}".getBytes(StandardCharsets.UTF_8);
        return new SpooledLine[] {
            new SpooledLine("history.ndjson", 1, bytes, 1_000, 1_000, false, 0, 999),
            new SpooledLine("history.ndjson", 5_000_000_000L, bytes, -7, 90, true, 97, 89),
            new SpooledLine(
                    "",
                    0,
                    new byte[0],
                    SpooledLine.NO_TIME,
                    SpooledLine.NO_TIME,
                    false,
                    0,
                    SpooledLine.NO_TIME)
        };
    }
}
