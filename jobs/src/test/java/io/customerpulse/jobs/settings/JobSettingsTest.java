package io.customerpulse.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerpulse.events.Topic;
import io.customerpulse.jobs.settings.DeliverySettings.Delivery;
import io.customerpulse.jobs.settings.KafkaSettings.StartFrom;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobSettingsTest {

    private static final Path SHIPPED = Path.of("..", "config", "job.yaml");

    @TempDir Path directory;

    @Test
    void theShippedSettingsAllowASecondOfDisorderAndAMinuteAhead() throws InvalidPolicyException {
        assertThat(shipped().outOfOrderness()).isEqualTo(Duration.ofSeconds(1));
        assertThat(shipped().maxClockSkew()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theShippedSettingsTickFourTimesASecond() throws InvalidPolicyException {
        assertThat(shipped().quietTime())
                .isEqualTo(new QuietTime.Heartbeat(Duration.ofMillis(250)));
    }

    @Test
    void withoutHeartbeatASilentPartitionIsWaitedForHalfAMinute() throws Exception {
        assertThat(with("heartbeat: on", "heartbeat: off").quietTime())
                .isEqualTo(new QuietTime.Idleness(Duration.ofSeconds(30)));
    }

    @Test
    void theShippedSettingsDeliverEveryTopicAtLeastOnce() throws InvalidPolicyException {
        assertThat(Topic.values())
                .allSatisfy(
                        topic ->
                                assertThat(shipped().delivery().of(topic))
                                        .isEqualTo(Delivery.AT_LEAST_ONCE));
    }

    @Test
    void aTopicMayBeDeliveredOtherwiseThanTheRest() throws Exception {
        DeliverySettings delivery =
                with("topics: {} ", "topics: {risk-scores: exactly-once} ").delivery();

        assertThat(delivery.of(Topic.RISK_SCORES)).isEqualTo(Delivery.EXACTLY_ONCE);
        assertThat(delivery.of(Topic.RISK_CHANGES)).isEqualTo(Delivery.AT_LEAST_ONCE);
    }

    @Test
    void everyAlertIsPublishedUnlessSaidOtherwise() throws Exception {
        assertThat(shipped().alertsFrom()).isEmpty();
        assertThat(with("# alertsFrom:", "alertsFrom:").alertsFrom())
                .contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void theAddressOfTheBrokerComesFromTheEnvironment() throws InvalidPolicyException {
        assertThat(shipped().kafka().bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(
                        JobSettings.read(
                                        SHIPPED,
                                        new Placeholders(
                                                Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka-1:9093")))
                                .kafka()
                                .bootstrapServers())
                .isEqualTo("kafka-1:9093");
    }

    @Test
    void aNumberMayComeFromTheEnvironment() throws InvalidPolicyException {
        Placeholders eight = new Placeholders(Map.of("PARALLELISM", "8"));

        assertThat(JobSettings.read(SHIPPED, eight).runtime().parallelism()).isEqualTo(8);
    }

    @Test
    void refusesWhatTheEnvironmentPutsInLikeWhatStandsInTheFileAndDoesNotShowIt() {
        Placeholders none = new Placeholders(Map.of("PARALLELISM", "hunter2"));

        assertThatThrownBy(() -> JobSettings.read(SHIPPED, none))
                .hasMessageContaining("parallelism: must be a whole number from 1 to 32768")
                .hasMessageContaining("${PARALLELISM:2}")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void settingsOfKafkaClientsArePassedOn() throws Exception {
        KafkaSettings kafka =
                with(
                                "client: {} ",
                                "client: {security.protocol: SASL_SSL, request.timeout.ms: 9000} ")
                        .kafka();

        assertThat(kafka.consumerProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("request.timeout.ms", "9000")
                .containsEntry("bootstrap.servers", "localhost:9092")
                .doesNotContainKey("linger.ms");
        assertThat(kafka.producerProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("linger.ms", "5");
        assertThat(kafka.adminProperties()).containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void noSecretIsInTheWordsForTheSettings() throws Exception {
        Path secret = Files.writeString(directory.resolve("password"), "hunter2\n");
        JobSettings settings =
                with("client: {} ", "client: {ssl.key.password: '${file:" + secret + "}'} ");

        assertThat(settings.kafka().consumerProperties())
                .containsEntry("ssl.key.password", "hunter2");
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"earliest, EARLIEST", "latest, LATEST", "committed, COMMITTED"})
    void aSourceWithoutCheckpointStartsWhereItIsTold(String word, StartFrom from) throws Exception {
        assertThat(with("startFrom: earliest", "startFrom: " + word).kafka().startFrom())
                .isEqualTo(from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT24H"})
    void acceptsABoundFromNothingToADay(String bound) throws Exception {
        assertThat(with("outOfOrderness: PT1S", "outOfOrderness: " + bound).outOfOrderness())
                .isEqualTo(Duration.parse(bound));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    outOfOrderness: PT1S | outOfOrderness: -PT0.001S | outOfOrderness: must be
                    outOfOrderness: PT1S | outOfOrderness: PT24H0.001S | outOfOrderness: must be
                    outOfOrderness: PT1S | outOfOrderness: soon | outOfOrderness: must be
                    outOfOrderness: PT1S | 'colour: green' | colour: is not a key
                    outOfOrderness: PT1S | 'colour: green' | outOfOrderness: is missing
                    maxClockSkew: PT1M | maxClockSkew: PT25H | maxClockSkew: must be
                    heartbeat: on | heartbeat: sometimes | heartbeat: must be true or false
                    '# alertsFrom: 2026' | 'alertsFrom: 26' | alertsFrom: must be an instant
                    startFrom: earliest | startFrom: yesterday | kafka.startFrom: must be one of committed, earliest, latest
                    '${KAFKA_BOOTSTRAP_SERVERS:localhost:9092}' | '${KAFKA_HOST}' | kafka.bootstrapServers: refers to the environment variable KAFKA_HOST, which is not set
                    '${KAFKA_BOOTSTRAP_SERVERS:localhost:9092}' | '${file:/no/such}' | kafka.bootstrapServers: refers to the file /no/such, which cannot be read
                    'admin: {}' | 'admin: {bootstrap.servers: x}' | kafka.admin.bootstrap.servers: cannot be set here: set kafka.bootstrapServers instead
                    'admin: {}' | 'admin: {password: [s3cret]}' | kafka.admin.password: must be a text, a number, true or false
                    default: at-least-once | default: at-most-once | delivery.default: must be one of at-least-once, exactly-once
                    'topics: {} ' | 'topics: {customers: exactly-once} ' | delivery.topics.customers: is not an output topic
                    'topics: {} ' | 'topics: {risk-scores: twice} ' | delivery.topics.risk-scores: must be one of
                    transactionTimeout: PT15M | transactionTimeout: PT10M9S | delivery.transactionTimeout: must not be shorter than checkpoints.interval and checkpoints.timeout together (PT10M10S)
                    'retained: 3 ' | 'retained: 0 ' | checkpoints.retained: must be a whole number from 1
                    '${CHECKPOINT_DIRECTORY:file:///tmp/customer-pulse/checkpoints}' | /var/checkpoints | checkpoints.directory: must be a URI
                    longestDelay: PT1M | longestDelay: PT0.9S | restarts.longestDelay: must not be shorter than firstDelay (PT1S)
                    stateBackend: rocksdb | stateBackend: paper | stateBackend: must be one of hashmap, rocksdb
                    maxParallelism: 128 | maxParallelism: 1 | parallelism: must not be more than maxParallelism (1), but is 2
                    """)
    void saysWhereASettingIsWrong(String valid, String invalid, String where) {
        assertThatThrownBy(() -> with(valid, invalid))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("job.yaml")
                .hasMessageContaining(where)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aTransactionMayBeAsLongAsACheckpointAndItsInterval() throws Exception {
        assertThat(
                        with("transactionTimeout: PT15M", "transactionTimeout: PT10M10S")
                                .delivery()
                                .transactionTimeout())
                .isEqualTo(Duration.ofSeconds(610));
    }

    @Test
    void refusesAFileWithoutSettings() {
        assertThatThrownBy(
                        () ->
                                JobSettings.read(
                                        Files.writeString(
                                                directory.resolve("job.yaml"), "# nothing\n")))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("job.yaml");
    }

    private static JobSettings shipped() throws InvalidPolicyException {
        return JobSettings.read(SHIPPED, new Placeholders(Map.of()));
    }

    private JobSettings with(String valid, String other)
            throws IOException, InvalidPolicyException {
        String shipped = Files.readString(SHIPPED);
        assertThat(shipped).contains(valid);
        return JobSettings.read(
                Files.writeString(directory.resolve("job.yaml"), shipped.replace(valid, other)),
                new Placeholders(Map.of()));
    }
}
