package io.customerpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivedSerializerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T11:00:00Z", "not a time"})
    void readsWhatItWrote(String time) throws IOException {
        EventDeserializer deserializer =
                new EventDeserializer(Duration.ofMinutes(1), "7", () -> NOW);
        Arrived arrived =
                Records.arrived(
                        deserializer,
                        Records.of(Records.ticket("a", NOW).replace(NOW.toString(), time)));
        DataOutputSerializer out = new DataOutputSerializer(64);

        ArrivedSerializer.INSTANCE.serialize(arrived, out);
        Arrived read =
                ArrivedSerializer.INSTANCE.deserialize(
                        new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(read).usingRecursiveComparison().isEqualTo(arrived);
    }
}
