package io.customerpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.events.result.Origin;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.events.result.RiskResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EmissionRecordsTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final int LIMIT = 20_000;

    @Test
    void aResultIsKeyedByItsSubjectAndWrittenInStructuredMode() {
        OutputEvent event = OutputEvent.of("acme", AT, changed());

        ProducerRecord<byte[], byte[]> record = record(event);

        assertThat(record.topic()).isEqualTo("eu.risk-changes");
        assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("acme");
        assertThat(record.value()).isEqualTo(new EventEncoder().encode(event));
        assertThat(record.headers().lastHeader("content-type").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("application/cloudevents+json");
    }

    /** Or the retention of a topic would delete the results of old events at once. */
    @Test
    void theRecordsOwnTimestampIsNotTheEventTime() {
        assertThat(record(OutputEvent.of("acme", AT, changed())).timestamp()).isNull();
    }

    @Test
    void aTombstoneIsARecordWithoutValue() {
        ProducerRecord<byte[], byte[]> record =
                record(new Tombstone(Topic.RISK_SCORES, "acme", AT));

        assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("acme");
        assertThat(record.value()).isNull();
    }

    @Test
    void aDeadLetterOfOrdinarySizeKeepsEveryByte() {
        assertThat(read(record(rejected(1_000)))).isEqualTo(rejected(1_000));
    }

    @Test
    void aDeadLetterTooLargeForTheBrokerKeepsTheBeginningAndItsId() {
        OutputEvent event = rejected(50_000);

        ProducerRecord<byte[], byte[]> record = record(event);

        assertThat(record.value().length).isBetween(LIMIT / 2, LIMIT);
        OutputEvent read = read(record);
        assertThat(read.id()).isEqualTo(event.id());
        IngestResult.Rejected cut = (IngestResult.Rejected) read.result();
        assertThat(cut.reason()).startsWith("too long").contains("read it at its origin");
        assertThat(Base64.getDecoder().decode(cut.original())).hasSizeGreaterThan(10_000);
        assertThat(event.result())
                .isInstanceOfSatisfying(
                        IngestResult.Rejected.class,
                        whole -> assertThat(whole.original()).startsWith(cut.original()));
    }

    @Test
    void aLateEventTooLargeForTheBrokerIsCutWhateverItsCharacters() {
        OutputEvent event =
                OutputEvent.of(
                        "acme",
                        AT,
                        new IngestResult.Late(
                                "\u0001\"".repeat(20_000), Duration.ofSeconds(3), true, "7"));

        assertThat(record(event).value().length).isBetween(1, LIMIT);
    }

    @Test
    void aResultThatIsTooLargeAndQuotesNothingIsLeftOut() {
        assertThat(record(OutputEvent.of("a".repeat(LIMIT), AT, changed()))).isNull();
    }

    private static RiskResult changed() {
        return new RiskResult.BandChanged(
                RiskBand.GREEN, RiskBand.RED, 90, List.of("contract-ending"), "7");
    }

    private static OutputEvent rejected(int bytes) {
        return OutputEvent.of(
                Optional.of("acme"),
                Optional.of(AT),
                new IngestResult.Rejected(
                        RejectionCode.BROKEN_JSON,
                        "too long",
                        Base64.getEncoder().encodeToString(new byte[bytes]),
                        new Origin("customers", 0, 1),
                        "7"));
    }

    private static ProducerRecord<byte[], byte[]> record(Emission emission) {
        EmissionRecords records = new EmissionRecords("eu.risk-changes", LIMIT);
        records.open(
                new SerializationSchema.InitializationContext() {
                    @Override
                    public MetricGroup getMetricGroup() {
                        return new UnregisteredMetricsGroup();
                    }

                    @Override
                    public UserCodeClassLoader getUserCodeClassLoader() {
                        return SimpleUserCodeClassLoader.create(getClass().getClassLoader());
                    }
                },
                null);
        return records.serialize(emission, null, null);
    }

    private static OutputEvent read(ProducerRecord<byte[], byte[]> record) {
        try {
            return new ResultDecoder().decode(record.value());
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
