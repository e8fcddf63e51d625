package io.customerpulse.patterns;

import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Lets through what a pattern looks at, each with its own time as Flink's timestamp. A function
 * that moves through several instants at once stamps all it emits alike, and Flink CEP goes by the
 * stamp.
 *
 * @param <T> the kind of signals
 */
final class PatternInput<T> extends AbstractStreamOperator<T>
        implements OneInputStreamOperator<T, T> {

    private static final long serialVersionUID = 1L;

    private final FilterFunction<T> lookedAt;
    private final Vocabulary<T> vocabulary;

    PatternInput(FilterFunction<T> lookedAt, Vocabulary<T> vocabulary) {
        this.lookedAt = lookedAt;
        this.vocabulary = vocabulary;
    }

    @Override
    public void processElement(StreamRecord<T> element) throws Exception {
        T signal = element.getValue();
        if (lookedAt.filter(signal)) {
            output.collect(new StreamRecord<>(signal, vocabulary.timeOf(signal).toEpochMilli()));
        }
    }
}
