package io.customerpulse.rules.sla.tickets;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was told of a clock that started, so that nothing is told twice. */
final class ClockMemory {

    private final String policyVersion;
    private int warned;
    private boolean overdue;
    private boolean runs;
    private List<Verdict> verdicts = new ArrayList<>();
    private Optional<Verdict> unreplaced = Optional.empty();

    /**
     * A clock that starts.
     *
     * @param policyVersion the policies it keeps to for its whole life
     */
    ClockMemory(String policyVersion) {
        this.policyVersion = policyVersion;
    }

    String policyVersion() {
        return policyVersion;
    }

    /** The highest percent warned of. */
    int warned() {
        return warned;
    }

    void warned(int percent) {
        warned = percent;
    }

    boolean overdue() {
        return overdue;
    }

    void tellOverdue() {
        overdue = true;
    }

    /** Whether the steps that follow wait for a miss. */
    boolean runs() {
        return runs;
    }

    void runs(boolean now) {
        runs = now;
    }

    /** The verdicts that stand, in order. */
    List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    void verdicts(List<Verdict> now) {
        verdicts = new ArrayList<>(now);
    }

    /** A verdict that turned out wrong before there was another in its place. */
    Optional<Verdict> unreplaced() {
        return unreplaced;
    }

    void unreplaced(Optional<Verdict> verdict) {
        unreplaced = verdict;
    }

    void write(CompactOutput out) throws IOException {
        out.writeReference(policyVersion);
        out.writeCount(warned);
        out.writeBoolean(overdue);
        out.writeBoolean(runs);
        out.writeAll(verdicts, (o, verdict) -> verdict.write(o));
        out.writeOptional(unreplaced, (o, verdict) -> verdict.write(o));
    }

    static ClockMemory read(CompactInput in) throws IOException {
        ClockMemory memory = new ClockMemory(in.readReference());
        memory.warned = in.readSize();
        memory.overdue = in.readBoolean();
        memory.runs = in.readBoolean();
        memory.verdicts = in.readAll(Verdict::read);
        memory.unreplaced = in.readOptional(Verdict::read);
        return memory;
    }
}
