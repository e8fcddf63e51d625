package io.customerpulse.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.jobs.ShippedPolicies;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.settings.TopicSettings;
import io.customerpulse.rules.policy.InvalidPolicyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/**
 * The operators of the jobs by the uids under which checkpoints keep their state. A line that
 * changes in {@code uids-pulse.txt}, {@code uids-health.txt} or {@code uids-sla.txt} makes old ones
 * lose the state of that operator.
 */
class LiveJobOperatorsTest {

    private static final Path CONFIG = Path.of("..", "config");
    private static final Map<String, Integer> PARTITIONS = Map.of("customers", 4);

    @Test
    void everyOperatorOfPulseHasTheUidThatCheckpointsKnow() throws Exception {
        assertThat(uids(graph(new PulseJob(ShippedPolicies.POLICIES, settings(), topics()))))
                .isEqualTo(expected("/uids-pulse.txt"));
    }

    @Test
    void everyOperatorOfHealthHasTheUidThatCheckpointsKnow() throws Exception {
        assertThat(
                        uids(
                                graph(
                                        new CustomerHealthJob(
                                                ShippedPolicies.POLICIES, settings(), topics()))))
                .isEqualTo(expected("/uids-health.txt"));
    }

    @Test
    void everyOperatorOfServiceLevelsHasTheUidThatCheckpointsKnow() throws Exception {
        assertThat(uids(graph(new SlaJob(ShippedPolicies.POLICIES, settings(), topics()))))
                .isEqualTo(expected("/uids-sla.txt"));
    }

    @Test
    void theSourceHasNoMoreSubtasksThanPartitionsToRead() throws Exception {
        LiveJob job = new PulseJob(ShippedPolicies.POLICIES, settings(), topics());

        assertThat(parallelism(job, Map.of("customers", 1), "kafka")).isEqualTo(1);
        assertThat(parallelism(job, Map.of("customers", 4), "kafka")).isEqualTo(2);
    }

    private static int parallelism(LiveJob job, Map<String, Integer> partitions, String uid) {
        return graph(job, partitions).getStreamNodes().stream()
                .filter(node -> uid.equals(node.getTransformationUID()))
                .mapToInt(StreamNode::getParallelism)
                .findFirst()
                .orElseThrow();
    }

    private static StreamGraph graph(LiveJob job) {
        return graph(job, PARTITIONS);
    }

    /** Building it fails where an operator has no uid or a type would need Kryo. */
    private static StreamGraph graph(LiveJob job, Map<String, Integer> partitions) {
        try {
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.getExecutionEnvironment(
                            FlinkSettings.ofJob(settings().runtime()));
            job.define(environment, partitions);
            return environment.getStreamGraph(false);
        } catch (InvalidPolicyException invalid) {
            throw new AssertionError(invalid);
        }
    }

    private static List<String> uids(StreamGraph graph) {
        return graph.getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .map(uid -> uid == null ? "(none)" : uid)
                .sorted()
                .toList();
    }

    private static JobSettings settings() throws InvalidPolicyException {
        return JobSettings.read(CONFIG.resolve("job.yaml"));
    }

    private static TopicSettings topics() throws InvalidPolicyException {
        return TopicSettings.read(CONFIG.resolve("topics.yaml"));
    }

    private static List<String> expected(String resource) throws IOException {
        try (var uids = LiveJobOperatorsTest.class.getResourceAsStream(resource)) {
            return new String(uids.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
