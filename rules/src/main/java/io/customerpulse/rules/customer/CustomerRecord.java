package io.customerpulse.rules.customer;

import io.customerpulse.rules.state.CompactInput;
import io.customerpulse.rules.state.CompactOutput;
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
    private Account account = new Account();
    private RecentFacts ticketsOpened = new RecentFacts();
    private RecentFacts csatAnswers = new RecentFacts();
    private RecentFacts budgetCuts = new RecentFacts();
    private Departures departures = new Departures();
    private Outages outages = new Outages();
    private UsageDays usage = new UsageDays();
    private SeenEvents seen = new SeenEvents();
    private LastAssessment lastAssessment = new LastAssessment();
    private Optional<Instant> nextTurn = Optional.empty();
    private Optional<Instant> erasureAwaited = Optional.empty();

    /** When the customer began and ended. */
    public Life life() {
        return life;
    }

    /** The current facts of contract and seats. */
    public Account account() {
        return account;
    }

    /** Tickets opened lately; the value is a hash of the ticket's id. */
    public RecentFacts ticketsOpened() {
        return ticketsOpened;
    }

    /** CSAT answers lately; the value is the rating. */
    public RecentFacts csatAnswers() {
        return csatAnswers;
    }

    /** Budget cuts lately. */
    public RecentFacts budgetCuts() {
        return budgetCuts;
    }

    /** Key people who left. */
    public Departures departures() {
        return departures;
    }

    /** Incidents and the maintenance that excuses them. */
    public Outages outages() {
        return outages;
    }

    /** Usage by day. */
    public UsageDays usage() {
        return usage;
    }

    /** The sparse events applied lately. */
    public SeenEvents seen() {
        return seen;
    }

    /** What the last assessment found. */
    public LastAssessment lastAssessment() {
        return lastAssessment;
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
        account = new Account();
        ticketsOpened = new RecentFacts();
        csatAnswers = new RecentFacts();
        budgetCuts = new RecentFacts();
        departures = new Departures();
        outages.erase();
        usage = new UsageDays();
        seen = new SeenEvents();
        lastAssessment = new LastAssessment();
        nextTurn = Optional.empty();
        erasureAwaited = Optional.empty();
    }

    /** Writes the record in the format {@link #FORMAT}. */
    public void write(DataOutput target) throws IOException {
        CompactOutput out = new CompactOutput(target);
        out.writeByte(FORMAT);
        life.write(out);
        account.write(out);
        ticketsOpened.write(out);
        csatAnswers.write(out);
        budgetCuts.write(out);
        departures.write(out);
        outages.write(out);
        usage.write(out);
        seen.write(out);
        lastAssessment.write(out);
        out.writeOptional(nextTurn, CompactOutput::writeInstant);
        out.writeOptional(erasureAwaited, CompactOutput::writeInstant);
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
        CustomerRecord record = new CustomerRecord();
        record.life = Life.read(in);
        record.account = Account.read(in);
        record.ticketsOpened = RecentFacts.read(in);
        record.csatAnswers = RecentFacts.read(in);
        record.budgetCuts = RecentFacts.read(in);
        record.departures = Departures.read(in);
        record.outages = Outages.read(in);
        record.usage = UsageDays.read(in);
        record.seen = SeenEvents.read(in);
        record.lastAssessment = LastAssessment.read(in);
        record.nextTurn = in.readOptional(CompactInput::readInstant);
        record.erasureAwaited = in.readOptional(CompactInput::readInstant);
        return record;
    }
}
