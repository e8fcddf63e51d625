package io.customerpulse.patterns;

import io.customerpulse.rules.signal.Signal;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Lets through what a pattern looks at, each with its own time as Flink's timestamp. A function
 * that moves through several instants at once stamps all it emits alike, and Flink CEP goes by the
 * stamp.
 */
final class PatternInput extends AbstractStreamOperator<Signal>
        implements OneInputStreamOperator<Signal, Signal> {

    private static final long serialVersionUID = 1L;

    private final FilterFunction<Signal> lookedAt;

    PatternInput(FilterFunction<Signal> lookedAt) {
        this.lookedAt = lookedAt;
    }

    @Override
    public void processElement(StreamRecord<Signal> element) throws Exception {
        Signal signal = element.getValue();
        if (lookedAt.filter(signal)) {
            output.collect(new StreamRecord<>(signal, signal.time().toEpochMilli()));
        }
    }
}
