package io.customerpulse.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.functions.ingest.Received;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.patterns.Fell;
import io.customerpulse.patterns.MissedTarget;
import io.customerpulse.patterns.Occurred;
import io.customerpulse.patterns.Repeated;
import io.customerpulse.patterns.RepeatedMisses;
import io.customerpulse.rules.flag.Flag;
import io.customerpulse.rules.flag.FlagPolicy;
import io.customerpulse.rules.sla.ReportingCalendar;
import io.customerpulse.rules.sla.SlaPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/**
 * The operators by the uids under which savepoints keep their state. A line that changes in {@code
 * uids.txt} makes old savepoints lose the state of that operator.
 */
class OperatorsTest {

    private static final String SOURCE = "test.source";
    private static final String SINK = "test.sink";

    @Test
    void everyOperatorHasTheUidThatSavepointsKnow() throws IOException {
        List<String> operators =
                graph().getStreamNodes().stream()
                        .map(StreamNode::getTransformationUID)
                        .filter(Objects::nonNull)
                        .filter(uid -> !uid.contains(SOURCE) && !uid.contains(SINK))
                        .sorted()
                        .toList();

        assertThat(operators).isEqualTo(uids());
    }

    @Test
    void noOperatorIsWithoutUid() {
        assertThat(graph().getStreamNodes())
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isNotNull());
    }

    @Test
    void theUidsInTheCodeAreThoseInTheGraph() throws IOException {
        FlagPolicy flags = ShippedPolicies.POLICIES.flags();
        SlaPolicy sla = ShippedPolicies.POLICIES.sla();
        ReportingCalendar calendar = new ReportingCalendar(sla.reportingZone());
        List<String> patterns =
                List.of(
                        MissedTarget.UID,
                        new RepeatedMisses(
                                        RepeatedMisses.Period.MONTH,
                                        sla.repeated().inMonth(),
                                        calendar)
                                .uid(),
                        new RepeatedMisses(
                                        RepeatedMisses.Period.QUARTER,
                                        sla.repeated().inQuarter(),
                                        calendar)
                                .uid(),
                        Occurred.UID,
                        new Repeated(Flag.REPEATED_POOR_CSAT, flags.repeatedPoorCsat()).uid(),
                        new Fell(Flag.NPS_DROP, flags.npsDrop()).uid());

        assertThat(uids())
                .filteredOn(uid -> !uid.endsWith(".signals"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of(
                                                Uids.INGEST,
                                                Uids.DIRECTORY,
                                                Uids.CUSTOMER_STATE,
                                                Uids.FLAG_CONDITIONS,
                                                Uids.FLAG_LATE_SIGNALS,
                                                Uids.FLAG_LIFECYCLE,
                                                Uids.RISK_SCORE,
                                                Uids.SLA_BREACHES,
                                                Uids.SLA_CLOCKS,
                                                Uids.SLA_CUSTOMER_REPORTS,
                                                Uids.SLA_DELIVERIES,
                                                Uids.SLA_LATE_SIGNALS,
                                                Uids.SLA_LEDGER,
                                                Uids.SLA_TIER_REPORTS,
                                                Uids.SLA_VERDICTS),
                                        patterns.stream())
                                .toList());
        assertThat(uids()).containsAll(patterns.stream().map(uid -> uid + ".signals").toList());
    }

    /** Building it fails where an operator has no uid or a type would need Kryo. */
    private static StreamGraph graph() {
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(strict);
        DataStream<Received> received =
                environment.fromData(List.<Received>of(), PulseTypes.RECEIVED).uid(SOURCE);
        new PulseTopology(ShippedPolicies.POLICIES)
                .define(received)
                .sinkTo(new DiscardingSink<>())
                .uid(SINK);
        return environment.getStreamGraph(false);
    }

    private static List<String> uids() throws IOException {
        try (var resource = OperatorsTest.class.getResourceAsStream("/uids.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
