package io.customerpulse.functions.ingest;

import static io.customerpulse.functions.Customer.customer;
import static io.customerpulse.functions.Service.incidentOpens;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.Emission;
import io.customerpulse.events.InputEvent;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.fact.ControlFact;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.events.result.Origin;
import io.customerpulse.functions.Customer;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.Directory;
import io.customerpulse.rules.customer.DirectoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestFunctionTest {

    private static final Customer ACME = customer("acme");

    private OneInputStreamOperatorTestHarness<Received, Delivery> harness;

    @BeforeEach
    void start() throws Exception {
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new IngestFunction()));
        harness.setup(
                PulseTypes.DELIVERY.createSerializer(
                        harness.getExecutionConfig().getSerializerConfig()));
        harness.open();
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
    }

    @Test
    void anEventOfACustomerGoesStraightToTheCustomer() throws Exception {
        InputEvent event = ACME.cutsBudget("2026-03-01T10:00:00Z");
        receives(onTime(event));

        assertThat(harness.extractOutputValues()).containsExactly(Delivery.onTime("acme", event));
    }

    @Test
    void aLateEventKeepsItsLatenessAndTheTimeFromWhichItCounts() throws Exception {
        InputEvent event = ACME.cutsBudget("2026-03-01T10:00:00Z");
        Instant reached = Instant.parse("2026-03-02T00:00:00Z");
        Optional<Delivery.Lateness> lateness =
                Optional.of(new Delivery.Lateness(Duration.ofHours(14), "{}"));
        receives(new Received.Accepted(event, reached, lateness));

        assertThat(harness.extractOutputValues())
                .containsExactly(new Delivery("acme", reached, event, true, lateness));
    }

    @Test
    void theDirectoryLearnsOfACustomerByItsFirstEvent() throws Exception {
        receives(
                onTime(ACME.cutsBudget("2026-03-01T10:00:00Z")),
                onTime(ACME.uses("ann", "2026-03-01T11:00:00Z")));

        assertThat(toDirectory())
                .containsExactly(
                        new DirectoryEntry.Arrival("acme", Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Test
    void theDirectoryLearnsOfTelemetryToo() throws Exception {
        receives(onTime(ACME.uses("ann", "2026-03-01T10:00:00Z")));

        assertThat(toDirectory())
                .containsExactly(
                        new DirectoryEntry.Arrival("acme", Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Test
    void theDirectoryLearnsOfAnEarlierEventThatArrivesLater() throws Exception {
        receives(
                onTime(ACME.cutsBudget("2026-03-01T10:00:00Z")),
                onTime(ACME.losesSponsor("2026-03-01T09:00:00Z")));

        assertThat(toDirectory())
                .extracting(DirectoryEntry::at)
                .containsExactly(
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Instant.parse("2026-03-01T09:00:00Z"));
    }

    @Test
    void aSharedEventGoesToEveryShardOfTheDirectoryAndNowhereElse() throws Exception {
        receives(onTime(incidentOpens("I-1", "2026-03-01T10:00:00Z")));

        assertThat(harness.extractOutputValues()).isEmpty();
        List<DirectoryEntry> entries = toDirectory();
        assertThat(entries).hasSize(Directory.SHARDS);
        assertThat(entries.stream().map(DirectoryEntry::shard).collect(toSet()))
                .isEqualTo(IntStream.range(0, Directory.SHARDS).boxed().collect(toSet()));
    }

    @Test
    void aRejectedEventGoesToTheDeadLetters() throws Exception {
        OutputEvent deadLetter =
                OutputEvent.of(
                        Optional.empty(),
                        Optional.empty(),
                        new IngestResult.Rejected(
                                RejectionCode.BROKEN_JSON,
                                "an event must be one JSON object",
                                "e30=",
                                new Origin("customers", 3, 77),
                                "1-abc"));
        receives(new Received.Rejected(deadLetter));

        assertThat(this.<Emission>aside(IngestFunction.REJECTED)).containsExactly(deadLetter);
        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void ticksAndUnknownTypesGoNowhere() throws Exception {
        Instant time = Instant.parse("2026-03-01T10:00:00Z");
        receives(
                onTime(
                        new InputEvent(
                                "/heartbeat",
                                "1",
                                time,
                                Optional.empty(),
                                new ControlFact.ClockTicked())),
                new Received.Unknown("weather.changed", time));

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(toDirectory()).isEmpty();
        assertThat(this.<Emission>aside(IngestFunction.REJECTED)).isEmpty();
    }

    private static Received onTime(InputEvent event) {
        return new Received.Accepted(event, event.time(), Optional.empty());
    }

    private void receives(Received... arriving) throws Exception {
        for (Received received : arriving) {
            harness.processElement(new StreamRecord<>(received));
        }
    }

    private List<DirectoryEntry> toDirectory() {
        return aside(IngestFunction.DIRECTORY);
    }

    private <X> List<X> aside(OutputTag<X> tag) {
        Queue<StreamRecord<X>> records = harness.getSideOutput(tag);
        return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
    }
}
