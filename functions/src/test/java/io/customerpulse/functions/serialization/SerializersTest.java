package io.customerpulse.functions.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.ResultType;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.DirectoryEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SerializersTest {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00.123Z");
    private static final Optional<Delivery.Lateness> LATE =
            Optional.of(new Delivery.Lateness(Duration.ofMillis(12_345), "{\"id\":\"ä\"}"));

    static List<TypeInformation<?>> types() {
        return List.of(
                PulseTypes.RECEIVED,
                PulseTypes.DELIVERY,
                PulseTypes.DIRECTORY_ENTRY,
                PulseTypes.SIGNAL,
                PulseTypes.EMISSION,
                PulseTypes.CUSTOMER_RECORD,
                PulseTypes.PUBLISHED_RISK,
                PulseTypes.SHARED_CAUSES,
                PulseTypes.SLA_SIGNAL,
                PulseTypes.LEDGER_RECORD,
                PulseTypes.SLA_ACCOUNT,
                PulseTypes.TICKET_RECORD,
                PulseTypes.PINNED_POLICY);
    }

    static List<StateExample<?>> stateExamples() {
        return StateExample.all();
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void everyEventComesBackEqual(FactType type) throws IOException {
        for (InputEvent event : ContractExamples.of(type)) {
            String subject = event.subject().orElse("acme");
            assertComesBack(PulseTypes.DELIVERY, Delivery.onTime(subject, event));
            assertComesBack(PulseTypes.DELIVERY, new Delivery(subject, LATER, event, true, LATE));
            assertComesBack(
                    PulseTypes.DELIVERY,
                    new Delivery("another", LATER, event, false, Optional.empty()));
            assertComesBack(
                    PulseTypes.RECEIVED,
                    new Received.Accepted(event, event.time(), Optional.empty()));
            assertComesBack(PulseTypes.RECEIVED, new Received.Accepted(event, LATER, LATE));
            assertComesBack(
                    PulseTypes.DIRECTORY_ENTRY,
                    new DirectoryEntry.Shared(0, event, event.time(), Optional.empty()));
            assertComesBack(
                    PulseTypes.DIRECTORY_ENTRY, new DirectoryEntry.Shared(31, event, LATER, LATE));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FactType.class,
            names = {"FEATURE_USED", "USAGE_RECORDED"})
    void telemetryTravelsInLessThanHalfOfItsJson(FactType type) throws IOException {
        for (InputEvent event : ContractExamples.of(type)) {
            Delivery delivery = Delivery.onTime(event.subject().orElseThrow(), event);

            assertThat(Bytes.of(serializer(PulseTypes.DELIVERY), delivery).length)
                    .isLessThan(new EventEncoder().encode(event).length / 2);
        }
    }

    @ParameterizedTest
    @EnumSource(ResultType.class)
    void everyResultComesBackEqual(ResultType type) throws IOException {
        for (OutputEvent event : ContractExamples.of(type)) {
            assertComesBack(PulseTypes.EMISSION, event);
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTombstoneComesBackEqual(Topic topic) throws IOException {
        if (topic.compacted()) {
            assertComesBack(PulseTypes.EMISSION, new Tombstone(topic, "acme|SIZE", LATER));
        }
    }

    @ParameterizedTest
    @EnumSource(value = ResultType.class, names = "EVENT_REJECTED")
    void everyDeadLetterComesBackEqual(ResultType type) throws IOException {
        for (OutputEvent deadLetter : ContractExamples.of(type)) {
            assertComesBack(PulseTypes.RECEIVED, new Received.Rejected(deadLetter));
        }
    }

    @Test
    void anUnknownTypeComesBackEqual() throws IOException {
        assertComesBack(PulseTypes.RECEIVED, new Received.Unknown("weather.changed", LATER));
    }

    @ParameterizedTest
    @MethodSource("stateExamples")
    <T> void everyStateComesBackAsItWas(StateExample<T> example) throws IOException {
        byte[] bytes = Bytes.of(example.serializer(), example.value());

        T back = Bytes.read(example.serializer(), bytes);

        assertThat(Bytes.of(example.serializer(), back)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("stateExamples")
    <T> void aCopySaysTheSame(StateExample<T> example) throws IOException {
        T copy = example.serializer().copy(example.value());

        assertThat(Bytes.of(example.serializer(), copy))
                .isEqualTo(Bytes.of(example.serializer(), example.value()));
    }

    @ParameterizedTest
    @MethodSource("stateExamples")
    <T> void onlyWhatNeverChangesIsSharedInsteadOfCopied(StateExample<T> example) {
        T copy = example.serializer().copy(example.value());

        assertThat(copy == example.value()).isEqualTo(example.serializer().isImmutableType());
    }

    @ParameterizedTest
    @MethodSource("stateExamples")
    <T> void bytesAreCopiedAsTheyAre(StateExample<T> example) throws IOException {
        byte[] bytes = Bytes.of(example.serializer(), example.value());
        DataOutputSerializer target = new DataOutputSerializer(16);

        example.serializer().copy(new DataInputDeserializer(bytes), target);

        assertThat(target.getCopyOfBuffer()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void theSerializerASavepointNamesIsTheOneInUse(TypeInformation<T> type) throws IOException {
        TypeSerializer<T> serializer = serializer(type);
        TypeSerializerSnapshot<T> restored = restored(serializer.snapshotConfiguration());

        assertThat(
                        serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(restored)
                                .isCompatibleAsIs())
                .isTrue();
        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
    }

    @ParameterizedTest
    @MethodSource("types")
    void noTypeNeedsAGenericSerializer(TypeInformation<?> type) {
        Configuration withoutGenericTypes = new Configuration();
        withoutGenericTypes.set(PipelineOptions.GENERIC_TYPES, false);

        assertThat(type.createSerializer(new SerializerConfigImpl(withoutGenericTypes)))
                .isInstanceOf(PulseSerializer.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesBytesOfAKindOrFormatItDoesNotKnow(TypeInformation<?> type) {
        byte[] unknown = new byte[256];
        Arrays.fill(unknown, 0, 2, (byte) 99);

        assertThatThrownBy(() -> Bytes.read(serializer(type), unknown))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
    }

    private static <T> void assertComesBack(TypeInformation<T> type, T value) throws IOException {
        TypeSerializer<T> serializer = serializer(type);
        assertThat(Bytes.read(serializer, Bytes.of(serializer, value))).isEqualTo(value);
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    /** As it is read from a savepoint. */
    private static <T> TypeSerializerSnapshot<T> restored(TypeSerializerSnapshot<T> snapshot)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()),
                SerializersTest.class.getClassLoader());
    }
}
