package io.customerpulse.benchmarks.job;

import io.customerpulse.rules.customer.Delivery;
import java.util.SplittableRandom;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The least a keyed job with state does: reads the customer's bytes, changes them, writes them. */
final class OneGetOnePut extends KeyedProcessFunction<String, Delivery, byte[]> {

    /** About what a compact record of a customer takes. */
    static final int STATE_BYTES = 320;

    private static final long serialVersionUID = 1L;

    private transient ValueState<byte[]> state;

    @Override
    public void open(OpenContext openContext) {
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "bytes",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(Delivery delivery, Context context, Collector<byte[]> out)
            throws Exception {
        byte[] kept = state.value();
        byte[] bytes = kept == null ? fresh(delivery.customer()) : kept;
        bytes[0]++;
        state.update(bytes);
        out.collect(bytes);
    }

    private static byte[] fresh(String customer) {
        byte[] bytes = new byte[STATE_BYTES];
        new SplittableRandom(customer.hashCode()).nextBytes(bytes);
        return bytes;
    }
}
