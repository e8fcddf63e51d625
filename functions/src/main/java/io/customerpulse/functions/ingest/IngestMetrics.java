package io.customerpulse.functions.ingest;

import io.customerpulse.events.codec.RejectionCode;
import io.customerpulse.events.fact.FactType;
import io.customerpulse.events.result.IngestResult;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts what was received: accepted events, in all and by {@code type}; rejected ones, in all and
 * by {@code reason}; events of unknown type. Each counter begins with the first event it counts,
 * but those of rejections are all there from the start, so that an alert may watch them.
 */
final class IngestMetrics {

    private final MetricGroup group;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter unknown;
    private final Map<FactType, Counter> acceptedByType = new EnumMap<>(FactType.class);
    private final Map<RejectionCode, Counter> rejectedByReason = new EnumMap<>(RejectionCode.class);

    IngestMetrics(MetricGroup group) {
        this.group = group;
        accepted = group.counter("eventsAccepted");
        rejected = group.counter("eventsRejected");
        unknown = group.counter("eventsOfUnknownType");
        for (RejectionCode code : RejectionCode.values()) {
            rejectedByReason.put(
                    code, group.addGroup("reason", code.name()).counter("eventsRejected"));
        }
    }

    void accepted(FactType type) {
        accepted.inc();
        acceptedByType
                .computeIfAbsent(
                        type,
                        first -> group.addGroup("type", first.typeName()).counter("eventsAccepted"))
                .inc();
    }

    void rejected(Received.Rejected received) {
        rejected.inc();
        if (received.deadLetter().result() instanceof IngestResult.Rejected reasons) {
            rejectedByReason.get(reasons.reasonCode()).inc();
        }
    }

    void unknown() {
        unknown.inc();
    }
}
