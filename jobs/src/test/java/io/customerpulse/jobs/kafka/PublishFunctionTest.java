package io.customerpulse.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.Emission;
import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.Tombstone;
import io.customerpulse.events.Topic;
import io.customerpulse.events.result.EscalationCase;
import io.customerpulse.events.result.EscalationResult;
import io.customerpulse.events.result.InterventionCase;
import io.customerpulse.events.result.InterventionResult;
import io.customerpulse.events.result.Result;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.functions.serialization.EmissionSerializer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublishFunctionTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant BEFORE = FROM.minusMillis(1);

    @Test
    void sendsEachResultToTheSinkOfItsTopic() throws Exception {
        OutputEvent changed = OutputEvent.of("acme", FROM, bandChanged());
        Tombstone tombstone = new Tombstone(Topic.RISK_SCORES, "acme", FROM);

        assertThat(published(Optional.empty(), changed, Topic.RISK_CHANGES))
                .containsExactly(changed);
        assertThat(published(Optional.empty(), changed, Topic.RISK_SCORES)).isEmpty();
        assertThat(published(Optional.empty(), tombstone, Topic.RISK_SCORES))
                .containsExactly(tombstone);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void noAlertDatedBeforeTheInstantIsPublished(Result alert, Topic topic) throws Exception {
        OutputEvent event = OutputEvent.of("acme", BEFORE, alert);

        assertThat(published(Optional.of(FROM), event, topic)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertDatedAtTheInstantIsPublished(Result alert, Topic topic) throws Exception {
        OutputEvent event = OutputEvent.of("acme", FROM, alert);

        assertThat(published(Optional.of(FROM), event, topic)).containsExactly(event);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void withoutAnInstantEveryAlertIsPublished(Result alert, Topic topic) throws Exception {
        OutputEvent event = OutputEvent.of("acme", BEFORE, alert);

        assertThat(published(Optional.empty(), event, topic)).containsExactly(event);
    }

    @Test
    void whatAlertsNobodyIsPublishedWhateverItsDate() throws Exception {
        OutputEvent event = OutputEvent.of("acme", BEFORE, bandChanged());

        assertThat(published(Optional.of(FROM), event, Topic.RISK_CHANGES)).containsExactly(event);
    }

    @Test
    void saysWhichTopicHasNoSink() {
        OutputEvent event = OutputEvent.of("acme", FROM, bandChanged());

        assertThatThrownBy(
                        () ->
                                published(
                                        Set.of(Topic.RISK_SCORES),
                                        Optional.empty(),
                                        event,
                                        Topic.RISK_SCORES))
                .hasMessageContaining("risk-changes, which has no sink");
    }

    static Stream<Arguments> alerts() {
        return Stream.of(
                Arguments.of(
                        new EscalationResult.Opened(
                                new EscalationCase(
                                        "E-1",
                                        2,
                                        List.of("CSM"),
                                        List.of("EMAIL"),
                                        "red",
                                        new EscalationCase.Cause("risk.band_changed", "1"),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty()),
                                "7"),
                        Topic.ESCALATIONS),
                Arguments.of(
                        new InterventionResult.Opened(
                                new InterventionCase(
                                        "I-1",
                                        "rescue",
                                        "HIGH",
                                        Optional.empty(),
                                        FROM,
                                        List.of(),
                                        List.of()),
                                "7"),
                        Topic.INTERVENTIONS));
    }

    private static RiskResult bandChanged() {
        return new RiskResult.BandChanged(RiskBand.GREEN, RiskBand.RED, 90, List.of(), "7");
    }

    private static List<Emission> published(
            Optional<Instant> alertsFrom, Emission emission, Topic topic) throws Exception {
        return published(EnumSet.allOf(Topic.class), alertsFrom, emission, topic);
    }

    private static List<Emission> published(
            Set<Topic> sinks, Optional<Instant> alertsFrom, Emission emission, Topic topic)
            throws Exception {
        try (OneInputStreamOperatorTestHarness<Emission, Emission> running =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new PublishFunction(sinks, alertsFrom)),
                        EmissionSerializer.INSTANCE)) {
            running.open();
            running.processElement(emission, 0);
            return Optional.ofNullable(running.getSideOutput(PublishFunction.tag(topic))).stream()
                    .flatMap(records -> records.stream())
                    .map(StreamRecord::getValue)
                    .toList();
        }
    }
}
