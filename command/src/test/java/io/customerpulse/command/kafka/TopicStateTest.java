package io.customerpulse.command.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.jobs.settings.TopicSettings.Cleanup;
import io.customerpulse.jobs.settings.TopicSettings.Layout;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicStateTest {

    private static final Layout KEPT_30_DAYS =
            new Layout(4, new Cleanup.Delete(Optional.of(Duration.ofDays(30))));
    private static final Layout KEPT_FOR_EVER = new Layout(4, new Cleanup.Delete(Optional.empty()));
    private static final Layout COMPACTED = new Layout(4, new Cleanup.Compact());

    @Test
    void findsNoDifferenceInATopicAsItShouldBe() {
        assertThat(found(KEPT_30_DAYS, 4, 1, settings("delete", "2592000000")).differences())
                .isEmpty();
        assertThat(found(KEPT_FOR_EVER, 4, 1, settings("delete", "-1")).differences()).isEmpty();
    }

    @Test
    void doesNotAskHowLongACompactedTopicKeepsItsRecords() {
        assertThat(found(COMPACTED, 4, 1, settings("compact", "604800000")).differences())
                .isEmpty();
    }

    @Test
    void namesEachDifferenceWithWhatIsAndWhatShouldBe() {
        TopicState topic = found(KEPT_30_DAYS, 3, 2, settings("compact", "604800000"));

        assertThat(topic.differences())
                .extracting(TopicDifference::toString)
                .containsExactlyInAnyOrder(
                        "partitions is 3, the configuration says 4",
                        "replication factor is 2, the configuration says 1",
                        "cleanup.policy is compact, the configuration says delete",
                        "retention.ms is 604800000, the configuration says 2592000000");
    }

    @Test
    void findsNoDifferenceInATopicThatIsMissing() {
        assertThat(new TopicState("flags", KEPT_30_DAYS, 1, Optional.empty()).differences())
                .isEmpty();
    }

    @Test
    void makesATopicAsItShouldBe() {
        assertThat(missing(KEPT_30_DAYS).toCreate().configs())
                .isEqualTo(settings("delete", "2592000000"));
        assertThat(missing(KEPT_FOR_EVER).toCreate().configs()).isEqualTo(settings("delete", "-1"));
        assertThat(missing(COMPACTED).toCreate().configs())
                .isEqualTo(Map.of("cleanup.policy", "compact"));
        assertThat(missing(COMPACTED).toCreate().numPartitions()).isEqualTo(4);
    }

    @Test
    void saysInWordsWhatBecomesOfOldRecords() {
        assertThat(missing(KEPT_30_DAYS).cleanupInWords()).isEqualTo("records kept 30 days");
        assertThat(missing(KEPT_FOR_EVER).cleanupInWords()).isEqualTo("records kept for ever");
        assertThat(missing(COMPACTED).cleanupInWords()).isEqualTo("compacted");
        assertThat(
                        missing(
                                        new Layout(
                                                1,
                                                new Cleanup.Delete(
                                                        Optional.of(Duration.ofHours(36)))))
                                .cleanupInWords())
                .isEqualTo("records kept PT36H");
    }

    private static TopicState missing(Layout wanted) {
        return new TopicState("flags", wanted, 1, Optional.empty());
    }

    private static TopicState found(
            Layout wanted, int partitions, int replicas, Map<String, String> settings) {
        return new TopicState(
                "flags",
                wanted,
                1,
                Optional.of(new TopicState.Found(partitions, replicas, settings)));
    }

    private static Map<String, String> settings(String cleanup, String retention) {
        return new HashMap<>(Map.of("cleanup.policy", cleanup, "retention.ms", retention));
    }
}
