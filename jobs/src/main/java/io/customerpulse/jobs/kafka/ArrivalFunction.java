package io.customerpulse.jobs.kafka;

import io.customerpulse.functions.ingest.Received;
import io.customerpulse.jobs.kafka.PartitionClocks.Partition;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Stamps what arrived with when it counts from, in the source's chain. How far each partition had
 * come is state: after a restart an event is late exactly if it was before. The first of its
 * subtasks also keeps the {@link Heartbeat}, which so lives and dies with the job.
 */
final class ArrivalFunction extends ProcessFunction<Arrived, Received>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** A partition without ticks for so long is worth a warning. */
    private static final Duration OVERDUE = Duration.ofSeconds(30);

    private static final TypeInformation<Tuple3<String, Integer, Long>> CLOCK =
            Types.TUPLE(Types.STRING, Types.INT, Types.LONG);

    private final Duration outOfOrderness;

    /** Null for none, since an Optional cannot be serialized. */
    private final HeartbeatPlan heartbeat;

    private final WallClock clock;

    private transient PartitionClocks clocks;
    private transient ListState<Tuple3<String, Integer, Long>> stored;
    private transient Map<Partition, Long> lastTick;
    private transient Optional<Heartbeat> beating;

    /**
     * @param heartbeat the ticks to write; empty for none
     */
    ArrivalFunction(Duration outOfOrderness, Optional<HeartbeatPlan> heartbeat, WallClock clock) {
        this.outOfOrderness = outOfOrderness;
        this.heartbeat = heartbeat.orElse(null);
        this.clock = clock;
    }

    /** Every subtask gets every clock, since partitions may have moved between them. */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        clocks = new PartitionClocks(outOfOrderness);
        stored =
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>("clocks", CLOCK));
        for (Tuple3<String, Integer, Long> clockOfOne : stored.get()) {
            clocks.restore(new Partition(clockOfOne.f0, clockOfOne.f1), clockOfOne.f2);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        stored.update(
                clocks.largest().entrySet().stream()
                        .map(
                                entry ->
                                        Tuple3.of(
                                                entry.getKey().topic(),
                                                entry.getKey().number(),
                                                entry.getValue()))
                        .toList());
    }

    @Override
    public void open(OpenContext openContext) {
        lastTick = new ConcurrentHashMap<>();
        getRuntimeContext()
                .getMetricGroup()
                .gauge("partitionsWithoutTicks", this::partitionsWithoutTicks);
        boolean first = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
        beating = first ? plan().map(HeartbeatPlan::start) : Optional.empty();
        beating.ifPresent(
                beat -> getRuntimeContext().getMetricGroup().gauge("ticksFailed", beat::failed));
    }

    @Override
    public void close() {
        if (beating != null) {
            beating.ifPresent(Heartbeat::close);
        }
    }

    @Override
    public void processElement(Arrived arrived, Context context, Collector<Received> out) {
        Partition partition = Partition.of(arrived.origin());
        if (arrived.tick() || !lastTick.containsKey(partition)) {
            lastTick.put(partition, clock.now().toEpochMilli());
        }
        out.collect(clocks.stamped(arrived));
    }

    private Optional<HeartbeatPlan> plan() {
        return Optional.ofNullable(heartbeat);
    }

    /** Of those that had a record since the start, how many have had no tick for too long. */
    private int partitionsWithoutTicks() {
        if (plan().isEmpty()) {
            return 0;
        }
        long overdueSince = clock.now().minus(OVERDUE).toEpochMilli();
        return (int) lastTick.values().stream().filter(at -> at < overdueSince).count();
    }
}
