package io.customerpulse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.result.FlagColor;
import io.customerpulse.events.result.FlagResult;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.events.result.Origin;
import io.customerpulse.events.result.Result;
import io.customerpulse.events.result.RiskBand;
import io.customerpulse.events.result.RiskResult;
import io.customerpulse.events.result.SegmentResult;
import io.customerpulse.events.result.SegmentScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Ids and keys of what is written. */
class OutputEventTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void theSameFactHasTheSameIdWhateverThePolicyIsCalled() {
        assertThat(id("acme", NOON, cleared("downtime", "v1")))
                .isEqualTo(id("acme", NOON, cleared("downtime", "v2")));
    }

    @Test
    void idsTellFactsApartBySubjectTimeAndFlag() {
        assertThat(
                        List.of(
                                id("acme", NOON, cleared("downtime", "v1")),
                                id("globex", NOON, cleared("downtime", "v1")),
                                id("acme", NOON.plusMillis(1), cleared("downtime", "v1")),
                                id("acme", NOON, cleared("not-used", "v1")),
                                id("acme", NOON, bandChanged(RiskBand.GREEN, RiskBand.RED))))
                .doesNotHaveDuplicates();
    }

    @Test
    void fieldsOfAnIdDoNotRunTogether() {
        assertThat(id("ab", NOON, late("c", "d"))).isNotEqualTo(id("ab", NOON, late("cd", "")));
        assertThat(id("acme", NOON, late("c", "d"))).isNotEqualTo(id("acme", NOON, late("", "cd")));
    }

    @Test
    void aLateEventIsKnownBySourceAndIdHoweverItIsWritten() {
        String spaced = "{ \"id\": \"a1\", \"source\": \"/test\" }";
        String dense = "{\"source\":\"/test\",\"id\":\"a1\"}";

        assertThat(
                        id(
                                "acme",
                                NOON,
                                new IngestResult.Late(spaced, Duration.ofSeconds(2), true, "v1")))
                .isEqualTo(
                        id(
                                "acme",
                                NOON,
                                new IngestResult.Late(dense, Duration.ofSeconds(9), false, "v1")));
    }

    @Test
    void aRejectedEventIsKnownByWhereItWasRead() {
        assertThat(rejected(1).id()).isNotEqualTo(rejected(2).id()).isEqualTo(rejected(1).id());
    }

    @Test
    void theKeyIsTheSubject() {
        assertThat(OutputEvent.of("acme", NOON, cleared("downtime", "v1")).key()).isEqualTo("acme");
    }

    @Test
    void aSegmentsKeyNamesTheSchemeToo() {
        SegmentResult.Assigned assigned =
                new SegmentResult.Assigned(
                        SegmentScheme.SIZE, "large", Optional.empty(), Map.of(), "v1");

        assertThat(OutputEvent.of("acme", NOON, assigned).key()).isEqualTo("acme|SIZE");
    }

    @Test
    void aRejectedEventWithoutSubjectIsKeyedByItsId() {
        assertThat(rejected(1).key()).isEqualTo(rejected(1).id());
    }

    @Test
    void tombstonesAreForCompactedTopicsOnly() {
        assertThatThrownBy(() -> new Tombstone(Topic.FLAGS, "acme", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flags");
    }

    @Test
    void aScoreWhoseContributionsDoNotAddUpIsNoScore() {
        assertThatThrownBy(
                        () ->
                                new RiskResult.Scored(
                                        5,
                                        5,
                                        RiskBand.GREEN,
                                        OptionalInt.empty(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        false,
                                        "v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up to 0");
    }

    private static String id(String subject, Instant time, Result result) {
        return OutputEvent.of(subject, time, result).id();
    }

    private static FlagResult cleared(String flag, String policyVersion) {
        return new FlagResult.Cleared(
                flag,
                FlagColor.RED,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                NOON,
                policyVersion);
    }

    private static RiskResult bandChanged(RiskBand from, RiskBand to) {
        return new RiskResult.BandChanged(from, to, 70, List.of(), "v1");
    }

    private static IngestResult late(String source, String id) {
        return new IngestResult.Late(
                "{\"source\":\"%s\",\"id\":\"%s\"}".formatted(source, id),
                Duration.ofSeconds(2),
                true,
                "v1");
    }

    private static OutputEvent rejected(long offset) {
        return OutputEvent.of(
                Optional.empty(),
                Optional.empty(),
                new IngestResult.Rejected(
                        RejectionCode.BROKEN_JSON,
                        "there are no bytes",
                        "",
                        new Origin("customers", 0, offset),
                        "v1"));
    }
}
