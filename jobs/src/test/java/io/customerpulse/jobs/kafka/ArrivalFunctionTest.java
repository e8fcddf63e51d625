package io.customerpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.result.Origin;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.functions.serialization.ReceivedSerializer;
import io.customerpulse.rules.customer.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalFunctionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(1);

    private final EventDeserializer deserializer =
            new EventDeserializer(Duration.ofMinutes(1), "7", () -> NOW);

    private OneInputStreamOperatorTestHarness<Arrived, Received> running;

    @BeforeEach
    void start() throws Exception {
        running = harness();
        running.open();
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    @Test
    void anEventAtTheBoundIsInTime() throws Exception {
        receive(Records.ticket("a", NOW));

        assertThat(receive(Records.ticket("b", NOW.minus(BOUND))).lateness()).isEmpty();
    }

    @Test
    void anEventBeyondItIsLateAndCountsFromTheTimeThePartitionHadReached() throws Exception {
        receive(Records.ticket("a", NOW));
        String late = Records.ticket("b", NOW.minus(BOUND).minusMillis(1));

        Received.Accepted received = receive(late);

        assertThat(received.at()).isEqualTo(NOW.minus(BOUND));
        assertThat(received.lateness()).contains(new Delivery.Lateness(Duration.ofMillis(1), late));
        assertThat(received.event().time()).isEqualTo(NOW.minus(BOUND).minusMillis(1));
    }

    @Test
    void aLateEventInBinaryModeIsToldInStructuredMode() throws Exception {
        receive(Records.ticket("a", NOW));

        Received.Accepted received =
                (Received.Accepted)
                        process(
                                Records.arrived(
                                        deserializer,
                                        Records.of(
                                                "{\"ticketId\":\"T-b\",\"severity\":\"P1\"}"
                                                        .getBytes(StandardCharsets.UTF_8),
                                                Map.of(
                                                        "ce_specversion", "1.0",
                                                        "ce_id", "b",
                                                        "ce_source", "/helpdesk",
                                                        "ce_type", "ticket.opened",
                                                        "ce_time", "2026-03-01T11:00:00Z",
                                                        "ce_subject", "acme"))));

        assertThat(received.lateness().orElseThrow().original())
                .startsWith("{\"specversion\":\"1.0\",\"id\":\"b\",\"source\":\"/helpdesk\"");
    }

    @Test
    void whatWasRejectedMakesNothingLate() throws Exception {
        receive(Records.ticket("a", NOW.minusSeconds(60)));
        process(arrived("junk"));
        process(arrived(Records.ticket("b", NOW.plus(Duration.ofDays(9)))));

        assertThat(receive(Records.ticket("c", NOW.minusSeconds(61))).lateness()).isEmpty();
    }

    @Test
    void ticksAndUnknownTypesMoveThePartitionOn() throws Exception {
        process(arrived(Records.tick(NOW)));

        assertThat(receive(Records.ticket("a", NOW.minusSeconds(60))).lateness()).isPresent();
    }

    @Test
    void onePartitionDoesNotMakeLateWhatAnotherBrings() throws Exception {
        receive(Records.ticket("a", NOW));
        Arrived elsewhere = arrived(Records.ticket("b", NOW.minusSeconds(60)));

        Received.Accepted received =
                (Received.Accepted)
                        process(
                                new Arrived(
                                        new Origin(Records.TOPIC, Records.PARTITION + 1, 0),
                                        elsewhere.received(),
                                        elsewhere.time(),
                                        false,
                                        elsewhere.structured()));

        assertThat(received.lateness()).isEmpty();
    }

    @Test
    void whatWasLateBeforeARestartIsLateAfterIt() throws Exception {
        receive(Records.ticket("a", NOW));
        OperatorSubtaskState checkpoint = running.snapshot(1, 1);
        running.close();
        running = harness();
        running.initializeState(checkpoint);
        running.open();

        Received.Accepted late = receive(Records.ticket("b", NOW.minusSeconds(60)));

        assertThat(late.at()).isEqualTo(NOW.minus(BOUND));
    }

    private static OneInputStreamOperatorTestHarness<Arrived, Received> harness() throws Exception {
        OneInputStreamOperatorTestHarness<Arrived, Received> harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(
                                new ArrivalFunction(BOUND, Optional.empty(), () -> NOW)),
                        ArrivedSerializer.INSTANCE);
        harness.setup(ReceivedSerializer.INSTANCE);
        return harness;
    }

    private Arrived arrived(String json) {
        return Records.arrived(deserializer, Records.of(json));
    }

    private Received.Accepted receive(String json) throws Exception {
        return (Received.Accepted) process(arrived(json));
    }

    private Received process(Arrived arrived) throws Exception {
        running.processElement(arrived, 0);
        List<Received> out = running.extractOutputValues();
        return out.get(out.size() - 1);
    }
}
