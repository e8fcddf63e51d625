package io.customerpulse.benchmarks.job;

import io.customerpulse.benchmarks.workload.Workload;
import io.customerpulse.functions.ingest.Received;
import io.customerpulse.functions.serialization.PulseTypes;
import io.customerpulse.jobs.replay.EndOfHistory;
import io.customerpulse.jobs.settings.JobSettings;
import io.customerpulse.jobs.topology.PulseTopology;
import io.customerpulse.rules.customer.Delivery;
import io.customerpulse.rules.policy.Policies;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The jobs that are compared. Source, decoding, watermarks and settings are the same. */
public enum MeasuredJob {

    /** Decode, key by customer, one state read and write an event, sink: the storage's limit. */
    NULL {
        @Override
        void define(DataStream<Received> received, Policies policies) {
            deliveries(received)
                    .keyBy(Delivery::customer, Types.STRING)
                    .process(new OneGetOnePut())
                    .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                    .name("one get, one put")
                    .uid("null.state")
                    .sinkTo(new DiscardingSink<>())
                    .name("nowhere")
                    .uid("null.sink");
        }
    },

    /** Everything the application computes. */
    FULL {
        @Override
        void define(DataStream<Received> received, Policies policies) {
            new PulseTopology(policies)
                    .define(received)
                    .sinkTo(new DiscardingSink<>())
                    .name("nowhere")
                    .uid("full.sink");
        }
    },

    /** Red and yellow flags only, each by a pattern directly on raw events. */
    NAIVE_FLAGS {
        @Override
        void define(DataStream<Received> received, Policies policies) {
            FlagFinder.NAIVE
                    .begun(received, policies)
                    .sinkTo(new DiscardingSink<>())
                    .name("nowhere")
                    .uid("naive.sink");
        }
    };

    /** Adds the job to the environment. */
    public void define(
            StreamExecutionEnvironment environment,
            Workload workload,
            Policies policies,
            JobSettings settings) {
        define(received(environment, workload, settings), policies);
    }

    /** The workload's events, decoded, with watermarks. */
    static DataStream<Received> received(
            StreamExecutionEnvironment environment, Workload workload, JobSettings settings) {
        Path[] files = workload.files().stream().map(f -> new Path(f.toUri())).toArray(Path[]::new);
        SingleOutputStreamOperator<Received> received =
                environment
                        .fromSource(
                                FileSource.forRecordStreamFormat(new LinesFormat(), files).build(),
                                WatermarkStrategy.noWatermarks(),
                                "lines")
                        .uid("lines")
                        .map(new LineDecoder())
                        .returns(PulseTypes.RECEIVED)
                        .name("decode")
                        .uid("decode")
                        .assignTimestampsAndWatermarks(
                                EventTimes.behindBy(settings.outOfOrderness()))
                        .uid("event-times");
        return EndOfHistory.after(received, Optional.of(workload.until()));
    }

    /** The events that are one customer's. */
    static SingleOutputStreamOperator<Delivery> deliveries(DataStream<Received> received) {
        return received.<Delivery>flatMap(
                        (event, out) -> {
                            Received.Accepted accepted = (Received.Accepted) event;
                            accepted.event()
                                    .subject()
                                    .map(c -> Delivery.onTime(c, accepted.event()))
                                    .ifPresent(out::collect);
                        })
                .returns(PulseTypes.DELIVERY)
                .name("deliver")
                .uid("null.deliver");
    }

    abstract void define(DataStream<Received> received, Policies policies);
}
