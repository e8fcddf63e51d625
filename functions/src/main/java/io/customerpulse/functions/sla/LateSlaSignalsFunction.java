package io.customerpulse.functions.sla;

import io.customerpulse.rules.sla.SlaSignal;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is said of service levels too late for a pattern, in the metric {@code
 * slaSignalsLate}, and emits nothing. There should be none: clocks speak at the time the stream is
 * at.
 */
public final class LateSlaSignalsFunction extends ProcessFunction<SlaSignal, SlaSignal> {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(LateSlaSignalsFunction.class);

    private transient Counter late;

    @Override
    public void open(OpenContext openContext) {
        late = getRuntimeContext().getMetricGroup().counter("slaSignalsLate");
    }

    @Override
    public void processElement(SlaSignal signal, Context context, Collector<SlaSignal> out) {
        late.inc();
        LOG.warn(
                "What was said of a service level of {} came behind the watermark, and no pattern"
                        + " saw it: {}. Please report this; a replay of the history finds what was"
                        + " missed.",
                signal.customer(),
                signal);
    }
}
