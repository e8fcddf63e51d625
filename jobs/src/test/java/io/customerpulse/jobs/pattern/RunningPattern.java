package io.customerpulse.jobs.pattern;

import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.patterns.Matches;
import io.customerpulse.rules.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** A pattern as it stands in a job: what picks out its signals, and the operator behind. */
final class RunningPattern<T> implements AutoCloseable {

    private final OneInputTransformation<T, T> pattern;
    private final OutputTag<T> late;
    private final OneInputStreamOperatorTestHarness<T, T> input;
    private final StateBackend backend;
    private KeyedOneInputStreamOperatorTestHarness<String, T, T> harness;

    @SuppressWarnings("unchecked")
    private RunningPattern(
            Function<DataStream<T>, Matches<T>> shape,
            TypeInformation<T> type,
            StateBackend backend)
            throws Exception {
        this.backend = backend;
        DataStream<T> signals =
                StreamExecutionEnvironment.getExecutionEnvironment().fromData(List.<T>of(), type);
        pattern = (OneInputTransformation<T, T>) shape.apply(signals).found().getTransformation();
        late = new OutputTag<>("late signals", type);
        OneInputTransformation<T, T> picked =
                (OneInputTransformation<T, T>) pattern.getInputs().get(0).getInputs().get(0);
        input =
                new OneInputStreamOperatorTestHarness<>(
                        (OneInputStreamOperator<T, T>) picked.getOperator());
        input.setup(type.createSerializer(input.getExecutionConfig().getSerializerConfig()));
        input.open();
        harness = prepare();
        harness.open();
    }

    static RunningPattern<Signal> of(
            Function<DataStream<Signal>, Matches<Signal>> shape, StateBackend backend)
            throws Exception {
        return of(shape, PulseTypes.SIGNAL, backend);
    }

    static <T> RunningPattern<T> of(
            Function<DataStream<T>, Matches<T>> shape,
            TypeInformation<T> type,
            StateBackend backend)
            throws Exception {
        return new RunningPattern<>(shape, type, backend);
    }

    @SuppressWarnings("unchecked")
    private KeyedOneInputStreamOperatorTestHarness<String, T, T> prepare() throws Exception {
        var prepared =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        pattern.getOperatorFactory(),
                        (KeySelector<T, String>) pattern.getStateKeySelector(),
                        Types.STRING);
        prepared.setStateBackend(backend);
        prepared.setup(
                pattern.getOutputType()
                        .createSerializer(prepared.getExecutionConfig().getSerializerConfig()));
        return prepared;
    }

    /** Signals arrive, in this order; all with another timestamp than their own. */
    void receives(List<T> signals) throws Exception {
        for (T signal : signals) {
            input.processElement(new StreamRecord<>(signal, 0));
        }
        for (Object record : input.getOutput()) {
            harness.processElement((StreamRecord<T>) record);
        }
        input.getOutput().clear();
    }

    /** The watermark moves to this instant, in milliseconds. */
    void reaches(long instant) throws Exception {
        harness.processWatermark(instant);
    }

    /** All that was found so far. */
    List<T> found() {
        return harness.extractOutputValues();
    }

    /** All that came too late so far. */
    List<T> late() {
        List<T> signals = new ArrayList<>();
        Queue<StreamRecord<T>> records = harness.getSideOutput(late);
        if (records != null) {
            records.forEach(record -> signals.add(record.getValue()));
        }
        return signals;
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    /** Stops, and goes on in a new instance from a snapshot. */
    void restartsFrom(OperatorSubtaskState snapshot) throws Exception {
        harness.close();
        harness = prepare();
        harness.initializeState(snapshot);
        harness.open();
    }

    @Override
    public void close() throws Exception {
        harness.close();
        input.close();
    }
}
