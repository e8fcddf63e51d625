package io.customerpulse.functions.serialization;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.rules.risk.AssessmentFormat;
import io.customerpulse.rules.risk.ContributionFormat;
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

    /** The numbers stand in savepoints. */
    private static final int RISK_ASSESSED = 0;

    private static final int CUSTOMER_ERASED = 1;
    private static final int CONDITION_HOLDS = 2;
    private static final int CONDITION_ENDED = 3;
    private static final int ANSWER_RATED = 4;
    private static final int NPS_MEASURED = 5;
    private static final int LIFE_CHANGED = 6;
    private static final int PATTERN_MATCHED = 7;
    private static final int FACTORS_FLAGGED = 8;

    @Override
    public void serialize(Signal signal, DataOutputView target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        if (signal instanceof Signal.RiskAssessed assessed) {
            begin(out, RISK_ASSESSED, signal);
            AssessmentFormat.write(out, assessed);
        } else if (signal instanceof Signal.CustomerErased) {
            begin(out, CUSTOMER_ERASED, signal);
        } else if (signal instanceof Signal.ConditionHolds holds) {
            begin(out, CONDITION_HOLDS, signal);
            out.writeText(holds.flag());
            out.writeBoolean(holds.begins());
            out.writeAll(holds.evidence(), CompactOutput::writeReference);
            out.writeOptional(holds.confidence(), (o, c) -> o.writeText(c.name()));
        } else if (signal instanceof Signal.ConditionEnded ended) {
            begin(out, CONDITION_ENDED, signal);
            out.writeText(ended.flag());
        } else if (signal instanceof Signal.AnswerRated rated) {
            begin(out, ANSWER_RATED, signal);
            out.writeCount(rated.rating());
            out.writeReference(rated.answer());
        } else if (signal instanceof Signal.NpsMeasured measured) {
            begin(out, NPS_MEASURED, signal);
            out.writeInstant(measured.windowEnds());
            out.writeNumber(measured.balance());
            out.writeCount(measured.answers());
        } else if (signal instanceof Signal.LifeChanged changed) {
            begin(out, LIFE_CHANGED, signal);
            out.writeBoolean(changed.churned());
        } else if (signal instanceof Signal.PatternMatched matched) {
            begin(out, PATTERN_MATCHED, signal);
            out.writeText(matched.flag());
        } else if (signal instanceof Signal.FactorsFlagged flagged) {
            begin(out, FACTORS_FLAGGED, signal);
            out.writeAll(flagged.contributions(), ContributionFormat::write);
        }
    }

    private static void begin(CompactOutput out, int kind, Signal signal) throws IOException {
        out.writeByte(kind);
        out.writeText(signal.customer());
        out.writeInstant(signal.time());
    }

    @Override
    public Signal deserialize(DataInputView source) throws IOException {
        CompactInput in = new CompactInput(source);
        int kind = in.readByte();
        String customer = in.readText();
        Instant time = in.readInstant();
        return switch (kind) {
            case RISK_ASSESSED -> AssessmentFormat.read(in, customer, time);
            case CUSTOMER_ERASED -> new Signal.CustomerErased(customer, time);
            case CONDITION_HOLDS ->
                    new Signal.ConditionHolds(
                            customer,
                            time,
                            in.readText(),
                            in.readBoolean(),
                            in.readAll(CompactInput::readReference),
                            in.readOptional(i -> Confidence.valueOf(i.readText())));
            case CONDITION_ENDED -> new Signal.ConditionEnded(customer, time, in.readText());
            case ANSWER_RATED ->
                    new Signal.AnswerRated(customer, time, in.readSize(), in.readReference());
            case NPS_MEASURED ->
                    new Signal.NpsMeasured(
                            customer, time, in.readInstant(), (int) in.readNumber(), in.readSize());
            case LIFE_CHANGED -> new Signal.LifeChanged(customer, time, in.readBoolean());
            case PATTERN_MATCHED -> new Signal.PatternMatched(customer, time, in.readText());
            case FACTORS_FLAGGED ->
                    new Signal.FactorsFlagged(customer, time, in.readAll(ContributionFormat::read));
            default -> throw new IOException("unknown kind of signal: " + kind);
        };
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
