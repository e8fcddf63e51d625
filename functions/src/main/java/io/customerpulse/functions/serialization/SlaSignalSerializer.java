package io.customerpulse.functions.serialization;

import io.customerpulse.events.OutputEvent;
import io.customerpulse.events.codec.EventEncoder;
import io.customerpulse.events.codec.ResultDecoder;
import io.customerpulse.events.result.ClockKind;
import io.customerpulse.events.result.SlaResult;
import io.customerpulse.events.result.SlaTarget;
import io.customerpulse.events.result.Tier;
import io.customerpulse.rules.sla.ClockId;
import io.customerpulse.rules.sla.SlaSignal;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes what is said of service levels; verdicts ride as the JSON of their events. */
public final class SlaSignalSerializer extends PulseSerializer<SlaSignal> {

    public static final SlaSignalSerializer INSTANCE = new SlaSignalSerializer();

    private static final long serialVersionUID = 1L;

    private static final EventEncoder ENCODER = new EventEncoder();
    private static final ResultDecoder DECODER = new ResultDecoder();

    /** The numbers stand in savepoints. */
    private static final int CLOCK_RUNS = 0;

    private static final int CLOCK_SETTLED = 1;
    private static final int DEADLINE_PASSED = 2;
    private static final int VERDICT = 3;
    private static final int ACCOUNT_CHANGED = 4;
    private static final int REPEATED_MISSES = 5;
    private static final int ERASED = 6;

    private SlaSignalSerializer() {
        super(true);
    }

    @Override
    public void serialize(SlaSignal signal, DataOutputView target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        if (signal instanceof SlaSignal.ClockRuns runs) {
            begin(out, CLOCK_RUNS, signal);
            writeClock(out, runs.clock());
        } else if (signal instanceof SlaSignal.ClockSettled settled) {
            begin(out, CLOCK_SETTLED, signal);
            writeClock(out, settled.clock());
        } else if (signal instanceof SlaSignal.DeadlinePassed passed) {
            begin(out, DEADLINE_PASSED, signal);
            writeClock(out, passed.clock());
            out.writeBytes(
                    ENCODER.encode(
                            OutputEvent.of(signal.customer(), signal.time(), passed.breach())));
        } else if (signal instanceof SlaSignal.Verdict verdict) {
            begin(out, VERDICT, signal);
            out.writeBytes(
                    ENCODER.encode(
                            new OutputEvent(
                                    verdict.id(),
                                    Optional.of(signal.customer()),
                                    Optional.of(signal.time()),
                                    verdict.result())));
        } else if (signal instanceof SlaSignal.AccountChanged changed) {
            begin(out, ACCOUNT_CHANGED, signal);
            out.writeText(changed.tier().name());
            out.writeBoolean(changed.terminated());
        } else if (signal instanceof SlaSignal.RepeatedMisses repeated) {
            begin(out, REPEATED_MISSES, signal);
            out.writeText(repeated.period());
            out.writeCount(repeated.count());
        } else if (signal instanceof SlaSignal.Erased) {
            begin(out, ERASED, signal);
        }
    }

    private static void begin(CompactOutput out, int kind, SlaSignal signal) throws IOException {
        out.writeByte(kind);
        out.writeText(signal.customer());
        out.writeInstant(signal.time());
    }

    private static void writeClock(CompactOutput out, ClockId clock) throws IOException {
        out.writeText(clock.ticketId());
        out.writeText(clock.target().name());
        out.writeText(clock.kind().name());
        out.writeCount(clock.cycle());
    }

    private static ClockId readClock(CompactInput in) throws IOException {
        return new ClockId(
                in.readText(),
                SlaTarget.valueOf(in.readText()),
                ClockKind.valueOf(in.readText()),
                in.readSize());
    }

    @Override
    public SlaSignal deserialize(DataInputView source) throws IOException {
        CompactInput in = new CompactInput(source);
        int kind = in.readByte();
        String customer = in.readText();
        Instant time = in.readInstant();
        return switch (kind) {
            case CLOCK_RUNS -> new SlaSignal.ClockRuns(customer, time, readClock(in));
            case CLOCK_SETTLED -> new SlaSignal.ClockSettled(customer, time, readClock(in));
            case DEADLINE_PASSED ->
                    new SlaSignal.DeadlinePassed(
                            customer,
                            time,
                            readClock(in),
                            (SlaResult.Breached) DECODER.decode(in.readBytes()).result());
            case VERDICT -> {
                OutputEvent event = DECODER.decode(in.readBytes());
                yield new SlaSignal.Verdict(customer, time, event.id(), (SlaResult) event.result());
            }
            case ACCOUNT_CHANGED ->
                    new SlaSignal.AccountChanged(
                            customer, time, Tier.valueOf(in.readText()), in.readBoolean());
            case REPEATED_MISSES ->
                    new SlaSignal.RepeatedMisses(customer, time, in.readText(), in.readSize());
            case ERASED -> new SlaSignal.Erased(customer, time);
            default -> throw new IOException("unknown kind of service-level signal: " + kind);
        };
    }

    @Override
    public TypeSerializerSnapshot<SlaSignal> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SlaSignal> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
