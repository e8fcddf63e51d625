package io.customerpulse.rules.flag;

import io.customerpulse.events.result.Confidence;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The flags of one customer: what is behind them, which are up, and which came down lately. */
public final class FlagState {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 1;

    /**
     * A condition that holds.
     *
     * @param begun whether it was found to begin the flag
     */
    record Holding(Condition condition, boolean begun) {}

    /**
     * A flag that is up.
     *
     * @param began when its condition began, this time
     * @param since the same, or that of the flag it continues
     * @param dueAt when action is asked for
     */
    record Raised(Instant began, Instant since, Optional<Instant> dueAt) {}

    /**
     * A flag that came down.
     *
     * @param until when it can no longer go on
     */
    record Lowered(Instant until, Instant since, Optional<Instant> dueAt) {}

    private boolean churned;
    private final Map<Flag, Holding> holding = new EnumMap<>(Flag.class);
    private final Map<Flag, Raised> raised = new EnumMap<>(Flag.class);
    private final Map<Flag, Lowered> lowered = new EnumMap<>(Flag.class);

    /** Whether the contract ended and none followed. */
    boolean churned() {
        return churned;
    }

    void churned(boolean ended) {
        churned = ended;
    }

    /** The conditions that hold. */
    Map<Flag, Holding> holding() {
        return holding;
    }

    /** The flags that are up. */
    Map<Flag, Raised> raised() {
        return raised;
    }

    /** The flags that came down so lately that they may go on. */
    Map<Flag, Lowered> lowered() {
        return lowered;
    }

    /** Whether there is nothing to keep. */
    boolean isEmpty() {
        return !churned && holding.isEmpty() && raised.isEmpty() && lowered.isEmpty();
    }

    /** Writes the state in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        out.writeBoolean(churned);
        out.writeCount(holding.size());
        for (Map.Entry<Flag, Holding> entry : holding.entrySet()) {
            Condition condition = entry.getValue().condition();
            out.writeText(entry.getKey().id());
            out.writeAll(condition.evidence(), CompactOutput::writeReference);
            out.writeOptional(condition.confidence(), (o, c) -> o.writeText(c.name()));
            out.writeBoolean(entry.getValue().begun());
        }
        out.writeCount(raised.size());
        for (Map.Entry<Flag, Raised> entry : raised.entrySet()) {
            out.writeText(entry.getKey().id());
            out.writeInstant(entry.getValue().began());
            out.writeInstant(entry.getValue().since());
            out.writeOptional(entry.getValue().dueAt(), CompactOutput::writeInstant);
        }
        out.writeCount(lowered.size());
        for (Map.Entry<Flag, Lowered> entry : lowered.entrySet()) {
            out.writeText(entry.getKey().id());
            out.writeInstant(entry.getValue().until());
            out.writeInstant(entry.getValue().since());
            out.writeOptional(entry.getValue().dueAt(), CompactOutput::writeInstant);
        }
    }

    /**
     * Reads the state.
     *
     * @throws IOException if the bytes are not of this or an earlier format
     */
    public static FlagState read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException(
                    "flags of format "
                            + format
                            + ", but this version reads up to format "
                            + FORMAT
                            + ": restore with the version that wrote it, or a newer one");
        }
        FlagState state = new FlagState();
        state.churned = in.readBoolean();
        for (int i = in.readSize(); i > 0; i--) {
            state.holding.put(
                    flag(in),
                    new Holding(
                            new Condition(
                                    in.readAll(CompactInput::readReference),
                                    in.readOptional(c -> Confidence.valueOf(c.readText()))),
                            in.readBoolean()));
        }
        for (int i = in.readSize(); i > 0; i--) {
            state.raised.put(
                    flag(in),
                    new Raised(
                            in.readInstant(),
                            in.readInstant(),
                            in.readOptional(CompactInput::readInstant)));
        }
        for (int i = in.readSize(); i > 0; i--) {
            state.lowered.put(
                    flag(in),
                    new Lowered(
                            in.readInstant(),
                            in.readInstant(),
                            in.readOptional(CompactInput::readInstant)));
        }
        return state;
    }

    private static Flag flag(CompactInput in) throws IOException {
        String id = in.readText();
        return Flag.named(id)
                .orElseThrow(
                        () ->
                                new IOException(
                                        "the flag "
                                                + id
                                                + " is not known: restore with the version that"
                                                + " wrote it, or a newer one"));
    }
}
