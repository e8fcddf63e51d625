package io.customerpulse.functions.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.IngestResult;
import io.customerpulse.events.result.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class IngestMetricsTest {

    private final Map<String, Counter> counters = new HashMap<>();
    private final IngestMetrics metrics = new IngestMetrics(group(""));

    @Test
    void countsAcceptedEventsInAllAndByType() {
        metrics.accepted(FactType.TICKET_OPENED);
        metrics.accepted(FactType.TICKET_OPENED);
        metrics.accepted(FactType.CLOCK_TICKED);

        assertThat(count("eventsAccepted")).isEqualTo(3);
        assertThat(count("type=ticket.opened eventsAccepted")).isEqualTo(2);
        assertThat(count("type=clock.ticked eventsAccepted")).isEqualTo(1);
    }

    @Test
    void countsRejectedEventsInAllAndByReason() {
        metrics.rejected(rejected(RejectionCode.TIME_AHEAD));
        metrics.rejected(rejected(RejectionCode.BROKEN_JSON));
        metrics.rejected(rejected(RejectionCode.BROKEN_JSON));

        assertThat(count("eventsRejected")).isEqualTo(3);
        assertThat(count("reason=BROKEN_JSON eventsRejected")).isEqualTo(2);
        assertThat(count("reason=TIME_AHEAD eventsRejected")).isEqualTo(1);
    }

    @Test
    void showsEveryReasonBeforeItIsGivenTheFirstTime() {
        for (RejectionCode code : RejectionCode.values()) {
            assertThat(count("reason=" + code + " eventsRejected")).isZero();
        }
    }

    private static Received.Rejected rejected(RejectionCode code) {
        return new Received.Rejected(
                OutputEvent.of(
                        Optional.empty(),
                        Optional.empty(),
                        new IngestResult.Rejected(code, "", "", new Origin("t", 0, 0), "1")));
    }

    private long count(String name) {
        return counters.get(name).getCount();
    }

    private MetricGroup group(String path) {
        return new UnregisteredMetricsGroup() {
            @Override
            public MetricGroup addGroup(String key, String value) {
                return group(path + key + "=" + value + " ");
            }

            @Override
            public Counter counter(String name) {
                return counters.computeIfAbsent(path + name, first -> new SimpleCounter());
            }
        };
    }
}
