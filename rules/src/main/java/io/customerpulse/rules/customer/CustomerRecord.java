package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
import io.customerpulse.rules.state.Deferred;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything kept about one customer, in one value: what it is, the facts that still count, and
 * what was last said of it. Events enter it through {@link CustomerFacts}; each part knows its own
 * limits, so that a record does not grow with a customer's history.
 */
public final class CustomerRecord {

    /** The version {@link #write} writes; {@link #read} reads it and every earlier one. */
    public static final int FORMAT = 1;

    private Life life = Life.UNSEEN;
    private UsageDays usage;
    private Optional<Instant> nextTurn = Optional.empty();
    private Optional<Instant> erasureAwaited = Optional.empty();

    /** What telemetry does not touch stays encoded while nothing else happens. */
    private Deferred<SparseFacts> sparse;

    /** A customer of whom nothing is known. */
    public CustomerRecord() {
        this(new UsageDays(), SparseFacts.deferred(new SparseFacts()));
    }

    private CustomerRecord(UsageDays usage, Deferred<SparseFacts> sparse) {
        this.usage = usage;
        this.sparse = sparse;
    }

    /** When the customer began and ended. */
    public Life life() {
        return life;
    }

    /** The current facts of contract and seats. */
    public Account account() {
        return sparse.get().account();
    }

    /** Tickets opened lately; the value is a hash of the ticket's id. */
    public RecentFacts ticketsOpened() {
        return sparse.get().ticketsOpened();
    }

    /** CSAT answers lately; the value is the rating. */
    public RecentFacts csatAnswers() {
        return sparse.get().csatAnswers();
    }

    /** Budget cuts lately. */
    public RecentFacts budgetCuts() {
        return sparse.get().budgetCuts();
    }

    /** Key people who left. */
    public Departures departures() {
        return sparse.get().departures();
    }

    /** Incidents and the maintenance that excuses them. */
    public Outages outages() {
        return sparse.get().outages();
    }

    /** Usage by day. */
    public UsageDays usage() {
        return usage;
    }

    /** The sparse events applied lately. */
    public SeenEvents seen() {
        return sparse.get().seen();
    }

    /** What the last assessment found. */
    public LastAssessment lastAssessment() {
        return sparse.get().lastAssessment();
    }

    /** The next instant at which anything changes by the passing of time alone. */
    public Optional<Instant> nextTurn() {
        return nextTurn;
    }

    void life(Life changed) {
        life = changed;
    }

    /** Plans the next turn anew. */
    public void nextTurn(Optional<Instant> turn) {
        nextTurn = turn;
    }

    /** Moves the next turn to this instant unless an earlier one is planned. */
    void turnBy(Instant turn) {
        if (nextTurn.filter(planned -> !planned.isAfter(turn)).isEmpty()) {
            nextTurn = Optional.of(turn);
        }
    }

    /**
     * The next erasure that has arrived but not yet taken effect: telemetry stamped later belongs
     * to the customer's next life and must not enter the record before it.
     */
    public Optional<Instant> erasureAwaited() {
        return erasureAwaited;
    }

    /** Notes the next erasure that waits for its instant. */
    public void erasureAwaited(Optional<Instant> at) {
        erasureAwaited = at;
    }

    /** Forgets everything but the marker and what concerned every customer alike. */
    public void erase(Instant at) {
        life = life.erased(at);
        outages().erase();
        sparse = SparseFacts.deferred(new SparseFacts(outages()));
        usage = new UsageDays();
        nextTurn = Optional.empty();
        erasureAwaited = Optional.empty();
    }

    /** Writes the record in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        life.write(out);
        out.writeOptional(nextTurn, CompactOutput::writeInstant);
        out.writeOptional(erasureAwaited, CompactOutput::writeInstant);
        usage.write(out);
        sparse.write(out);
    }

    /**
     * Reads a record.
     *
     * @throws IOException if the bytes are not a record of this or an earlier format
     */
    public static CustomerRecord read(DataInput source) throws IOException {
        CompactInput in = new CompactInput(source);
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException(
                    "customer record of format "
                            + format
                            + ", but this version reads up to format "
                            + FORMAT
                            + ": restore with the version that wrote it, or a newer one");
        }
        Life life = Life.read(in);
        Optional<Instant> nextTurn = in.readOptional(CompactInput::readInstant);
        Optional<Instant> erasureAwaited = in.readOptional(CompactInput::readInstant);
        CustomerRecord record = new CustomerRecord(UsageDays.read(in), SparseFacts.deferred(in));
        record.life = life;
        record.nextTurn = nextTurn;
        record.erasureAwaited = erasureAwaited;
        return record;
    }
}
