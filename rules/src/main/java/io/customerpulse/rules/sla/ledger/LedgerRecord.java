package io.customerpulse.rules.sla.ledger;

import io.customerpulse.rules.sla.credit.CreditAccount;
import io.customerpulse.rules.sla.report.VerdictRecord;
import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/** What is kept of one customer for credits and reports. */
public final class LedgerRecord {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 1;

    private Instant movedTo;
    private final CreditAccount credits;
    private final VerdictRecord verdicts;

    /** Nothing, so far. */
    public LedgerRecord() {
        this(Instant.EPOCH, new CreditAccount(), new VerdictRecord());
    }

    private LedgerRecord(Instant movedTo, CreditAccount credits, VerdictRecord verdicts) {
        this.movedTo = movedTo;
        this.credits = credits;
        this.verdicts = verdicts;
    }

    CreditAccount credits() {
        return credits;
    }

    VerdictRecord verdicts() {
        return verdicts;
    }

    /** The instant it was last moved to. */
    Instant movedTo() {
        return movedTo;
    }

    void movedTo(Instant at) {
        movedTo = at;
    }

    /** Whether there is nothing to keep. */
    boolean isEmpty() {
        return credits.isEmpty() && verdicts.isEmpty();
    }

    /** Writes the record in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        out.writeInstant(movedTo);
        credits.write(out);
        verdicts.write(out);
    }

    /**
     * Reads a record.
     *
     * @throws IOException if the bytes are not of this or an earlier format
     */
    public static LedgerRecord read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException(
                    "a ledger of format "
                            + format
                            + ", but this version reads up to format "
                            + FORMAT
                            + ": restore with the version that wrote it, or a newer one");
        }
        return new LedgerRecord(in.readInstant(), CreditAccount.read(in), VerdictRecord.read(in));
    }
}
