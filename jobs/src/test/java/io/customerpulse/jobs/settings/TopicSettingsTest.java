package io.customerpulse.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.settings.TopicSettings.Cleanup;
import io.customerpulse.jobs.settings.TopicSettings.Layout;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSettingsTest {

    private static final Path SHIPPED = Path.of("..", "config", "topics.yaml");

    @TempDir Path directory;

    @Test
    void theShippedSettingsSayOfEveryTopicWhatItIsLike() throws InvalidPolicyException {
        TopicSettings settings = TopicSettings.read(SHIPPED);

        assertThat(settings.topics()).containsOnlyKeys(Topic.values());
        assertThat(settings.replicationFactor()).isEqualTo(1);
        assertThat(settings.nameOf(Topic.RISK_SCORES)).isEqualTo("risk-scores");
    }

    @Test
    void rejectedAndLateEventsAreKeptForThirtyDays() throws InvalidPolicyException {
        TopicSettings settings = TopicSettings.read(SHIPPED);

        Layout thirtyDays = new Layout(1, new Cleanup.Delete(Optional.of(Duration.ofDays(30))));
        assertThat(settings.layoutOf(Topic.DEAD_LETTERS)).isEqualTo(thirtyDays);
        assertThat(settings.layoutOf(Topic.LATE_EVENTS)).isEqualTo(thirtyDays);
    }

    @Test
    void whatIsKnownOfCustomersIsKeptForEver() throws InvalidPolicyException {
        assertThat(TopicSettings.read(SHIPPED).layoutOf(Topic.CUSTOMERS).cleanup())
                .isEqualTo(new Cleanup.Delete(Optional.empty()));
    }

    @Test
    void thePrefixStandsBeforeEveryName() throws Exception {
        TopicSettings settings = with("${TOPIC_PREFIX:}", "'eu.'");

        assertThat(settings.nameOf(Topic.CUSTOMERS)).isEqualTo("eu.customers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {partitions: 4, cleanupPolicy: delete, retention: unlimited} | {partitions: 0, cleanupPolicy: delete, retention: unlimited} | topics.customers.partitions
                    customers:   | clients:   | topics.customers: is missing
                    customers:   | clients:   | topics.clients: is not a key
                    risk-scores:       {partitions: 4, cleanupPolicy: compact} | risk-scores: {partitions: 4, cleanupPolicy: delete, retention: P1D} | topics.risk-scores.cleanupPolicy: must be compact
                    flags:             {partitions: 4, cleanupPolicy: delete, retention: P90D} | flags: {partitions: 4, cleanupPolicy: compact} | topics.flags.cleanupPolicy: must be delete
                    risk-scores:       {partitions: 4, cleanupPolicy: compact} | risk-scores: {partitions: 4, cleanupPolicy: compact, retention: P1D} | topics.risk-scores.retention: is not a key
                    retention: P30D | retention: PT59M | topics.dead-letters.retention
                    '${TOPIC_REPLICATION_FACTOR:1}' | 0 | replicationFactor
                    '${TOPIC_PREFIX:}' | 'a/b' | prefix: must be
                    """)
    void saysWhereASettingIsWrong(String valid, String invalid, String where) {
        assertThatThrownBy(() -> with(valid, invalid))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("topics.yaml")
                .hasMessageContaining(where);
    }

    private TopicSettings with(String valid, String invalid)
            throws IOException, InvalidPolicyException {
        String shipped = Files.readString(SHIPPED);
        assertThat(shipped).contains(valid);
        return TopicSettings.read(
                Files.writeString(
                        directory.resolve("topics.yaml"), shipped.replace(valid, invalid)));
    }
}
