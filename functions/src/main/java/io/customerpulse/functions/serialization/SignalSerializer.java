package io.customerpulse.functions.serialization;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.events.result.Contribution;
import io.customerpulse.rules.signal.Signal;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes signals. */
public final class SignalSerializer extends PulseSerializer<Signal> {

    public static final SignalSerializer INSTANCE = new SignalSerializer();

    private static final long serialVersionUID = 1L;

    private SignalSerializer() {
        super(true);
    }

    private static final int RISK_ASSESSED = 0;
    private static final int CUSTOMER_ERASED = 1;

    @Override
    public void serialize(Signal signal, DataOutputView target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(signal instanceof Signal.RiskAssessed ? RISK_ASSESSED : CUSTOMER_ERASED);
        out.writeText(signal.customer());
        out.writeInstant(signal.time());
        if (signal instanceof Signal.RiskAssessed assessed) {
            out.writeCount(assessed.life());
            out.writeBoolean(assessed.churned());
            out.writeAll(assessed.contributions(), SignalSerializer::writeContribution);
            out.writeAll(assessed.missing(), CompactOutput::writeText);
        }
    }

    @Override
    public Signal deserialize(DataInputView source) throws IOException {
        CompactInput in = new CompactInput(source);
        int kind = in.readByte();
        String customer = in.readText();
        Instant time = in.readInstant();
        return switch (kind) {
            case RISK_ASSESSED ->
                    new Signal.RiskAssessed(
                            customer,
                            time,
                            in.readSize(),
                            in.readBoolean(),
                            in.readAll(SignalSerializer::readContribution),
                            in.readAll(CompactInput::readText));
            case CUSTOMER_ERASED -> new Signal.CustomerErased(customer, time);
            default -> throw new IOException("unknown kind of signal: " + kind);
        };
    }

    private static void writeContribution(CompactOutput out, Contribution contribution)
            throws IOException {
        out.writeText(contribution.factor());
        out.writeNumber(contribution.points());
        out.writeInstant(contribution.since());
        out.writeAll(contribution.evidence(), CompactOutput::writeText);
        out.writeOptional(contribution.confidence(), (o, c) -> o.writeText(c.name()));
    }

    private static Contribution readContribution(CompactInput in) throws IOException {
        return new Contribution(
                in.readText(),
                (int) in.readNumber(),
                in.readInstant(),
                in.readAll(CompactInput::readText),
                in.readOptional(i -> Confidence.valueOf(i.readText())));
    }

    @Override
    public TypeSerializerSnapshot<Signal> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Names the serializer in savepoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Signal> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
