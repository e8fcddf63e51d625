package io.customerpulse.functions.ingest;

import io.customerpulse.events.Emission;
import io.customerpulse.events.InputEvent;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.customer.Directory;
import io.customerpulse.rules.customer.DirectoryEntry;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends what was received where it belongs: events of one customer straight on, shared ones to the
 * directory, refused ones to the dead letters. The directory also learns of every customer that
 * shows itself.
 */
public final class IngestFunction extends ProcessFunction<Received, Delivery> {

    private static final long serialVersionUID = 1L;

    /** Dead letters. */
    public static final OutputTag<Emission> REJECTED =
            new OutputTag<>("rejected", PulseTypes.EMISSION);

    /** Shared events and arrivals. */
    public static final OutputTag<DirectoryEntry> DIRECTORY =
            new OutputTag<>("directory", PulseTypes.DIRECTORY_ENTRY);

    private transient ArrivalMemory arrivals;
    private transient IngestMetrics metrics;

    @Override
    public void open(OpenContext openContext) {
        arrivals = new ArrivalMemory();
        metrics = new IngestMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Received received, Context context, Collector<Delivery> out) {
        if (received instanceof Received.Accepted accepted) {
            metrics.accepted(accepted.event().fact().type());
            route(accepted, context, out);
        } else if (received instanceof Received.Rejected rejected) {
            metrics.rejected(rejected);
            context.output(REJECTED, rejected.deadLetter());
        } else {
            metrics.unknown();
        }
    }

    private void route(Received.Accepted accepted, Context context, Collector<Delivery> out) {
        InputEvent event = accepted.event();
        switch (event.fact().type().kind()) {
            case SPARSE, DENSE -> {
                String customer = event.subject().orElseThrow();
                if (arrivals.isNews(customer, accepted.at())) {
                    context.output(DIRECTORY, new DirectoryEntry.Arrival(customer, accepted.at()));
                }
                out.collect(
                        new Delivery(customer, accepted.at(), event, true, accepted.lateness()));
            }
            case SHARED -> {
                for (int shard = 0; shard < Directory.SHARDS; shard++) {
                    context.output(
                            DIRECTORY,
                            new DirectoryEntry.Shared(
                                    shard, event, accepted.at(), accepted.lateness()));
                }
            }
            case CONTROL -> {
                // Ticks have done their work by moving the watermark.
            }
        }
    }
}
