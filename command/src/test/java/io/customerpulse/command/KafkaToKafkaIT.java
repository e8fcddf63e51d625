package io.customerpulse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.command.stack.FlinkCluster;
import io.customerpulse.command.stack.KafkaBroker;
import io.customerpulse.command.stack.StackLibraries;
import io.customerpulse.events.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs from a real broker to a real broker, on a real cluster, also when parts of it are killed.
 * What a replay makes of the same events is what they have to deliver.
 */
class KafkaToKafkaIT {

    /** Histories bring their own time, so nothing else may move it. */
    private static final Map<String, String> OWN_TIME =
            Map.of("heartbeat: on", "heartbeat: off", "idleness: PT30S", "idleness: PT24H");

    @TempDir private static Path stack;

    private static KafkaBroker broker;
    private static FlinkCluster cluster;

    @TempDir private Path directory;

    @BeforeAll
    static void start() {
        StackLibraries libraries = StackLibraries.of(Path.of(".."));
        broker = KafkaBroker.start(libraries, stack.resolve("kafka"));
        cluster = FlinkCluster.start(libraries, stack.resolve("flink"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void deliversWhatAReplayDeliversAndWaitsForAPartitionThatLags() throws Exception {
        LiveHistory history = LiveHistory.random(1);
        try (LiveRun run = prepare("lag", OWN_TIME)) {
            Map<Topic, List<String>> replayed = history.replayed(directory, run.config());
            run.submit("pulse");

            List<Topic> fast = List.of(Topic.CUSTOMERS, Topic.CUSTOMER_EVENTS, Topic.POLICIES);
            List<Topic> lagging = List.of(Topic.SUPPORT_TICKETS, Topic.SERVICE_EVENTS);
            run.send(history.lines().stream().filter(line -> !lags(line)).toList());
            run.tick(history.lastTick(), fast);
            for (Topic topic : fast) {
                run.send(topic, 0, "marker on " + topic);
            }
            run.await(
                    "the fast topics to be read",
                    () -> run.read(Topic.DEAD_LETTERS).size() == fast.size());
            run.awaitCheckpoint();
            assertThat(run.read(Topic.RISK_SCORES)).isEmpty();

            run.send(history.lines().stream().filter(KafkaToKafkaIT::lags).toList());
            run.tick(history.lastTick(), lagging);

            awaitEqual(run, replayed);
        }
    }

    /** What is sent to the support tickets and the service events. */
    private static boolean lags(String line) {
        return Stream.of(
                        "ticket.",
                        "incident.",
                        "maintenance.",
                        "force_majeure.",
                        "market.",
                        "data_quality.",
                        "integration.")
                .anyMatch(type -> line.contains("\"type\":\"" + type));
    }

    @Test
    void deliversEachResultOnceThoughTheTaskManagerIsKilled() throws Exception {
        LiveHistory history = LiveHistory.random(2);
        try (LiveRun run =
                prepare(
                        "once",
                        with(
                                OWN_TIME,
                                "topics: {} ",
                                "topics: {customer-metrics: exactly-once,"
                                        + " health-scores: exactly-once,"
                                        + " risk-scores: exactly-once,"
                                        + " risk-changes: exactly-once} "))) {
            Map<Topic, List<String>> replayed = history.replayed(directory, run.config());
            run.submit("pulse");

            sendFirstHalf(run, history);
            run.awaitOn(Topic.RISK_SCORES, "risk.scored");
            run.awaitCheckpoint();
            run.send(history.secondHalf());
            cluster.killTaskManager();
            cluster.startTaskManager();
            run.awaitRunning();
            run.tick(history.lastTick(), LiveRun.inputs());

            awaitEqual(run, replayed);
            for (Topic topic : LiveHistory.outputs()) {
                assertThat(run.read(topic)).as(topic.topicName()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void losesNothingWhenBrokerAndTaskManagerGoAndComeBack() throws Exception {
        LiveHistory history = LiveHistory.random(3);
        try (LiveRun run = prepare("least", OWN_TIME)) {
            Map<Topic, List<String>> replayed = history.replayed(directory, run.config());
            run.submit("pulse");

            sendFirstHalf(run, history);
            run.awaitOn(Topic.RISK_SCORES, "risk.scored");
            run.awaitCheckpoint();
            broker.stop();
            broker.restart();
            run.tick(last(history.firstHalf()), LiveRun.inputs());
            run.send(history.secondHalf());
            cluster.killTaskManager();
            cluster.startTaskManager();
            run.awaitRunning();
            run.tick(history.lastTick(), LiveRun.inputs());

            awaitEqual(run, replayed);
        }
    }

    private static void sendFirstHalf(LiveRun run, LiveHistory history) {
        run.send(history.firstHalf());
        run.tick(last(history.firstHalf()), LiveRun.inputs());
    }

    private static Instant last(List<String> lines) {
        String line = lines.get(lines.size() - 1);
        return Instant.parse(line.replaceAll(".*\"time\":\"([^\"]+)\".*", "$1"));
    }

    @Test
    void keepsWhatIsNoEventAndSaysWhatCameLate() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (LiveRun run = prepare("bad", Map.of())) {
            run.submit("pulse");
            run.send(Topic.SUPPORT_TICKETS, 0, ticket("in-time", now));
            run.send(Topic.SUPPORT_TICKETS, 0, "junk");
            run.send(Topic.SUPPORT_TICKETS, 0, ticket("ahead", now.plus(Duration.ofHours(1))));
            run.send(Topic.SUPPORT_TICKETS, 0, ticket("late", now.minus(Duration.ofHours(1))));

            run.awaitOn(Topic.LATE_EVENTS, "\\\"id\\\":\\\"late\\\"");
            run.awaitOn(Topic.CUSTOMER_METRICS, "\"ticketsLast30d\":2");
            assertThat(run.read(Topic.LATE_EVENTS))
                    .singleElement()
                    .asString()
                    .contains("\"applied\":true");
            assertThat(run.read(Topic.DEAD_LETTERS))
                    .hasSize(2)
                    .anySatisfy(
                            junk ->
                                    assertThat(junk)
                                            .contains("BROKEN_JSON", "\"original\":\"anVuaw==\"")
                                            .contains("\"topic\":\"bad.support-tickets\""))
                    .anySatisfy(ahead -> assertThat(ahead).contains("TIME_AHEAD"));
        }
    }

    private static String ticket(String id, Instant time) {
        return """
        {"specversion":"1.0","id":"%s","source":"/helpdesk","type":"ticket.opened","time":"%s","subject":"acme","data":{"ticketId":"T-%s","severity":"P2"}}"""
                .formatted(id, time, id);
    }

    /** More than five hours of downtime count; nobody says anything when the fifth is over. */
    @Test
    void aTimerFiresByTicksAloneWhileEveryTopicIsSilent() throws Exception {
        Instant due = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(25);
        Instant down = due.minus(Duration.ofHours(5));
        try (LiveRun run = prepare("silent", Map.of())) {
            run.send(
                    List.of(
                            event("customer.updated", down.minusSeconds(1), "\"name\":\"Acme\""),
                            event("incident.opened", down, "\"incidentId\":\"I-1\"")));
            run.submit("pulse");

            run.awaitOn(Topic.RISK_SCORES, "\"factor\":\"downtime\"");
            assertThat(run.read(Topic.LATE_EVENTS)).isEmpty();
            assertThat(run.read(Topic.RISK_SCORES))
                    .filteredOn(line -> line.contains("\"factor\":\"downtime\""))
                    .singleElement()
                    .asString()
                    .contains("\"time\":\"" + due + "\"");
        }
    }

    private static String event(String type, Instant time, String data) {
        return """
        {"specversion":"1.0","id":"%s","source":"/test","type":"%s","time":"%s","subject":"acme","data":{%s}}"""
                .formatted(type, type, time, data);
    }

    @Test
    void aJobOfItsOwnMeasuresTheSameHealth() throws Exception {
        LiveHistory history = LiveHistory.random(4);
        try (LiveRun run = prepare("health", OWN_TIME)) {
            Map<Topic, List<String>> replayed = history.replayed(directory, run.config());
            run.submit("health");

            run.send(history.lines());
            run.tick(history.lastTick(), LiveRun.inputs());

            Map<Topic, List<String>> measured = new HashMap<>();
            for (Topic topic : List.of(Topic.CUSTOMER_METRICS, Topic.HEALTH_SCORES)) {
                measured.put(topic, replayed.get(topic));
            }
            awaitEqual(run, measured);
            assertThat(run.read(Topic.RISK_SCORES)).isEmpty();
        }
    }

    @Test
    void refusesTransactionsLongerThanTheBrokerAllows() throws Exception {
        Map<String, String> settings =
                with(
                        Map.of("topics: {} ", "topics: {flags: exactly-once} "),
                        "transactionTimeout: PT15M",
                        "transactionTimeout: PT16M");
        try (LiveRun run = prepare("long", settings)) {
            CommandRun refused =
                    CommandRun.exactly("run", "pulse", "--config", run.config().toString());

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err())
                    .startsWith("pulse: delivery.transactionTimeout in job.yaml is PT16M, but")
                    .contains("no more than PT15M (its transaction.max.timeout.ms)")
                    .hasLineCount(1);
        }
    }

    private LiveRun prepare(String name, Map<String, String> settings) throws Exception {
        return LiveRun.prepare(broker, cluster, directory, name, settings);
    }

    private static Map<String, String> with(
            Map<String, String> settings, String written, String instead) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(written, instead);
        return all;
    }

    private static void awaitEqual(LiveRun run, Map<Topic, List<String>> expected) {
        expected.forEach(
                (topic, lines) -> {
                    if (topic == Topic.DEAD_LETTERS) {
                        return;
                    }
                    Set<String> wanted = new HashSet<>(lines);
                    run.await(
                            wanted.size() + " results on " + topic.topicName(),
                            () -> new HashSet<>(run.read(topic)).size() >= wanted.size());
                    assertThat(new HashSet<>(run.read(topic)))
                            .as(topic.topicName())
                            .isEqualTo(wanted);
                });
    }
}
