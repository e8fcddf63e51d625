package io.customerpulse.functions.flag;

import io.customerpulse.rules.signal.Signal;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts signals that came too late for a pattern, in the metric {@code signalsLate}, and emits
 * nothing. There should be none: what is late for the stream was given a time of the present where
 * it came in.
 */
public final class LateSignalsFunction extends ProcessFunction<Signal, Signal> {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(LateSignalsFunction.class);

    private transient Counter late;

    @Override
    public void open(OpenContext openContext) {
        late = getRuntimeContext().getMetricGroup().counter("signalsLate");
    }

    @Override
    public void processElement(Signal signal, Context context, Collector<Signal> out) {
        late.inc();
        LOG.warn(
                "A signal about {} came behind the watermark, and no pattern saw it: {}. Please"
                        + " report this; a replay of the history finds what it would have begun.",
                signal.customer(),
                signal);
    }
}
