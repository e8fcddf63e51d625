package io.customerpulse.functions.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.rules.sla.SlaSignal;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class LateSlaSignalsFunctionTest {

    @Test
    void countsWhatCameTooLateAndLetsNothingThrough() throws Exception {
        InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
        InterceptingTaskMetricGroup task =
                new InterceptingTaskMetricGroup() {
                    @Override
                    public InternalOperatorMetricGroup getOrAddOperator(
                            OperatorID id, String name, Map<String, String> variables) {
                        return metrics;
                    }
                };
        try (MockEnvironment environment =
                        new MockEnvironmentBuilder().setMetricGroup(task).build();
                var harness =
                        new OneInputStreamOperatorTestHarness<SlaSignal, SlaSignal>(
                                new ProcessOperator<>(new LateSlaSignalsFunction()), environment)) {
            harness.open();
            harness.processElement(new SlaSignal.Erased("acme", Instant.EPOCH), 0);
            harness.processElement(new SlaSignal.Erased("globex", Instant.EPOCH), 0);

            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(((Counter) metrics.get("slaSignalsLate")).getCount()).isEqualTo(2);
        }
    }
}
