package io.customerpulse.functions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * A keyed function running by itself, without a cluster: records and watermarks go in, what it
 * emits comes out.
 *
 * @param <I> what it takes
 * @param <O> what it emits
 */
public final class RunningFunction<I, O> implements AutoCloseable {

    private final Backend backend;
    private final Supplier<? extends KeyedProcessFunction<String, I, O>> function;
    private final KeySelector<I, String> key;
    private final TypeInformation<O> outputType;
    private KeyedOneInputStreamOperatorTestHarness<String, I, O> harness;

    private RunningFunction(
            Backend backend,
            Supplier<? extends KeyedProcessFunction<String, I, O>> function,
            KeySelector<I, String> key,
            TypeInformation<O> outputType)
            throws Exception {
        this.backend = backend;
        this.function = function;
        this.key = key;
        this.outputType = outputType;
        this.harness = prepare();
        harness.open();
    }

    /** Starts the function without any state. */
    public static <I, O> RunningFunction<I, O> start(
            Backend backend,
            Supplier<? extends KeyedProcessFunction<String, I, O>> function,
            KeySelector<I, String> key,
            TypeInformation<O> outputType)
            throws Exception {
        return new RunningFunction<>(backend, function, key, outputType);
    }

    private KeyedOneInputStreamOperatorTestHarness<String, I, O> prepare() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, I, O> prepared =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(function.get()), key, Types.STRING);
        prepared.setStateBackend(backend.create());
        prepared.setup(
                outputType.createSerializer(prepared.getExecutionConfig().getSerializerConfig()));
        return prepared;
    }

    /** Records arrive, in this order. */
    @SafeVarargs
    public final void receives(I... records) throws Exception {
        receives(List.of(records));
    }

    /** Records arrive, in this order. */
    public void receives(List<I> records) throws Exception {
        for (I arriving : records) {
            harness.processElement(new StreamRecord<>(arriving));
        }
    }

    /** The watermark moves to this instant. */
    public void reaches(String instant) throws Exception {
        reaches(Instant.parse(instant));
    }

    /** The watermark moves to this instant. */
    public void reaches(Instant instant) throws Exception {
        harness.processWatermark(instant.toEpochMilli());
    }

    /** What was emitted since this was last asked. */
    public List<O> said() {
        List<O> said = new ArrayList<>(harness.extractOutputValues());
        harness.getOutput().clear();
        return said;
    }

    /** What went to a side output since this was last asked. */
    public <X> List<X> saidAside(OutputTag<X> tag) {
        List<X> said = new ArrayList<>();
        Queue<StreamRecord<X>> records = harness.getSideOutput(tag);
        if (records != null) {
            records.forEach(element -> said.add(element.getValue()));
            records.clear();
        }
        return said;
    }

    /** Event-time timers of all keys. */
    public int timers() {
        return harness.numEventTimeTimers();
    }

    /** Entries in the keyed state of all keys; only {@link Backend#HASHMAP} can count them. */
    public int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    /** Takes a snapshot, stops, and goes on from it in a new instance. */
    public void restarts() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = prepare();
        harness.initializeState(snapshot);
        harness.open();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
